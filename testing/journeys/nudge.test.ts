import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Collection } from '../../core/records.ts';
import { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import { withDatabase } from '../postgres.ts';
import { type BotUnderTest, startBotUnderTest } from './bot-under-test.ts';
import { answersTo, botMessages, isProgress, wordsOf } from './card-reading.ts';
import { draftWithFaults } from './sample-reports.ts';

const database = withDatabase();
const HOUR = 60 * 60 * 1000;

describe('a nudge', () => {
  let emulator: FeishuEmulator;
  let bots: BotUnderTest[];

  beforeAll(async () => {
    emulator = await FeishuEmulator.start();
    bots = [await startBotUnderTest(emulator, database), await startBotUnderTest(emulator, database)];
  });
  afterAll(async () => {
    for (const bot of bots) await bot.stop();
    await emulator.close();
  });

  const collect = async (hoursLeft: number) => {
    const { id: chatId, members } = emulator.addChat({ name: '年度述职', members: ['成员甲', '成员乙', '成员丙'] });
    const [done, missing, alsoMissing] = members.map((member) => member.id);
    const collection: Collection = {
      id: `collection-${chatId}`,
      platform: 'feishu',
      chatId,
      name: '年度述职',
      requirements: {},
      audience: { mode: 'all', chosen: [], exempt: [] },
      deadline: new Date(Date.now() + hoursLeft * HOUR).toISOString(),
      timeZone: 'Asia/Shanghai',
      policy: 'default',
      organisers: [],
      state: 'open',
      createdBy: done ?? '',
      createdAt: new Date().toISOString(),
    };
    await database.stores.collections.create(collection, collection.createdBy);
    const bytes = new TextEncoder().encode(draftWithFaults);
    const file = emulator.people.sendFile(chatId, done ?? '', { name: '报告.txt', bytes });
    await emulator.waitFor(() => answersTo(emulator, file).some((answer) => !isProgress(answer)), 20_000);
    const nudges = () => botMessages(emulator, chatId).filter((message) => message.parentId === null);
    return { collection, done: done ?? '', missing: missing ?? '', alsoMissing: alsoMissing ?? '', nudges };
  };
  const planEverywhere = () => Promise.all(bots.map((bot) => bot.processors['plan-nudges']({}, { last: true })));

  it('goes once to those who have not handed in, however often and by how many processes it is planned', async () => {
    const { collection, done, missing, alsoMissing, nudges } = await collect(20);
    await planEverywhere();
    await planEverywhere();
    const sent = nudges();
    expect(sent).toHaveLength(1);
    const words = sent.map(wordsOf).join();
    expect([words.includes(`@${missing}`), words.includes(`@${alsoMissing}`), words.includes(`@${done}`)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await database.stores.nudges.unsent(new Date(Date.now() + HOUR).toISOString())).toEqual([]);
    await database.stores.collections.update({ ...collection, state: 'closed' }, '', '结束');
  });

  it('does not go out more than a day before the deadline', async () => {
    const { collection, nudges } = await collect(25);
    await planEverywhere();
    expect(nudges()).toEqual([]);
    await database.stores.collections.update({ ...collection, state: 'closed' }, '', '结束');
  });

  it('that a process claimed and died over is sent by the next one', async () => {
    const { collection, missing, alsoMissing, nudges } = await collect(20);
    const stamp = collection.deadline.slice(0, 16).replace(/\D/gu, '');
    const slots = [missing, alsoMissing].map((memberId) => ({
      collectionId: collection.id,
      memberId,
      slot: `T-1d-${stamp}`,
    }));
    expect(await database.stores.nudges.claim(slots)).toHaveLength(2);
    await planEverywhere();
    expect(nudges()).toEqual([]);
    await database.database.pool.query("UPDATE nudges SET claimed_at = claimed_at - interval '2 minutes'");
    await planEverywhere();
    await planEverywhere();
    expect(nudges()).toHaveLength(1);
  });
});
