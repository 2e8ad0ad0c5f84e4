import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Collection } from '../../core/records.ts';
import { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';
import { sampleCollection } from '../builders/campaign.ts';
import { withDatabase } from '../postgres.ts';
import { type BotUnderTest, startBotUnderTest } from './bot-under-test.ts';
import { answersTo, botMessages, buttonValue, isProgress, titleOf, wordsOf } from './card-reading.ts';
import { draftWithFaults } from './sample-reports.ts';

const database = withDatabase();
const at = (wall: string) => new Date(`2026-12-${wall}:00+08:00`);

describe('a nudge', () => {
  let emulator: FeishuEmulator;
  let bots: BotUnderTest[];
  let now = at('30T10:00');
  const open: Collection[] = [];

  beforeAll(async () => {
    emulator = await FeishuEmulator.start();
    const clock = { now: () => now };
    bots = [
      await startBotUnderTest(emulator, database, { clock }),
      await startBotUnderTest(emulator, database, { clock }),
    ];
  });
  beforeEach(async () => {
    now = at('30T10:00');
    for (const collection of open.splice(0)) {
      await database.stores.collections.change(collection.id, '', (standing) => ({
        collection: { ...standing, state: 'closed' },
        what: '结束',
      }));
    }
  });
  afterAll(async () => {
    for (const bot of bots) await bot.stop();
    await emulator.close();
  });

  const collect = async (people = 3, deadline = '2026-12-31T18:00') => {
    const names = Array.from({ length: people }, (_, index) => `成员${index + 1}`);
    const { id: chatId, members } = emulator.addChat({ name: '年度述职', members: names });
    const ids = members.map((member) => member.id);
    const [owner = ''] = ids;
    const collection = sampleCollection(deadline, { id: `collection-${chatId}`, chatId, organisers: [owner] });
    await database.stores.collections.create(collection, owner);
    open.push(collection);
    return { chatId, ids, owner, collection };
  };
  const upload = async (chatId: string, author: string) => {
    const bytes = new TextEncoder().encode(draftWithFaults);
    const file = emulator.people.sendFile(chatId, author, { name: '述职述廉报告.txt', bytes });
    await emulator.waitFor(() => answersTo(emulator, file).some((answer) => !isProgress(answer)), 20_000);
  };
  const planEverywhere = () => Promise.all(bots.map((bot) => bot.processors['plan-nudges']({}, { last: true })));
  const nudgesIn = (chatId: string): MessageRecord[] =>
    botMessages(emulator, chatId).filter((message) => titleOf(message).startsWith('交稿提醒'));
  const privately = (memberId: string) => nudgesIn(emulator.membership.p2pChat(memberId).id);
  const named = (message: MessageRecord | undefined): string[] =>
    message === undefined ? [] : [...wordsOf(message).matchAll(/@(ou_\w+)/gu)].map((match) => match[1] ?? '').sort();
  const click = (message: MessageRecord | undefined, who: string, label: string) =>
    message === undefined
      ? Promise.reject(new Error('no message'))
      : emulator.userClicks(message.id, who, { tag: 'button', value: buttonValue(message, label) });

  it('goes once to those who have not handed in, however often and by how many processes it is planned', async () => {
    const { chatId, ids, owner } = await collect();
    await upload(chatId, owner);
    await planEverywhere();
    await planEverywhere();
    const sent = nudgesIn(chatId);
    expect(sent.map(named)).toEqual([ids.slice(1).sort()]);
    expect(wordsOf(sent[0] as MessageRecord)).toMatch(/明天 18:00 截止，还有 1 天 8 小时。\n?已交 1\/3。/u);
    expect(await database.stores.nudges.unsent(new Date(Date.now() + 3_600_000).toISOString())).toEqual([]);
  });

  it.each([
    ['before its day', '28T10:00'],
    ['in the evening', '30T20:00'],
    ['on a Sunday', '27T10:00'],
  ])('does not go out %s', async (_, wall) => {
    const { chatId } = await collect(3, '2026-12-31T18:00');
    now = at(wall);
    await planEverywhere();
    expect(nudgesIn(chatId).filter((message) => wordsOf(message).includes('明天'))).toEqual([]);
  });

  it('names twenty people in a message', async () => {
    const { chatId, ids } = await collect(45);
    await planEverywhere();
    const sent = nudgesIn(chatId).map(named);
    expect(sent.map((people) => people.length)).toEqual([20, 20, 5]);
    expect(sent.flat().sort()).toEqual([...ids].sort());
  });

  it('that a process claimed and died over is sent by the next one, as the same message', async () => {
    const { chatId, ids, collection } = await collect();
    const slots = ids.map((memberId) => ({
      collectionId: collection.id,
      memberId,
      slot: 'T-1d-202612311000',
      message: `nudge_${chatId}`,
    }));
    expect(await database.stores.nudges.claim(slots)).toHaveLength(3);
    await planEverywhere();
    expect(nudgesIn(chatId)).toEqual([]);
    const age = async (minutes: number) => {
      await database.database.pool.query(
        `UPDATE nudges SET claimed_at = claimed_at - $1 * interval '1 minute',
           first_claimed_at = first_claimed_at - $1 * interval '1 minute'`,
        [minutes],
      );
    };
    await age(6);
    await planEverywhere();
    await planEverywhere();
    expect(nudgesIn(chatId).map(named)).toEqual([[...ids].sort()]);
    // The first process had sent it after all: the platform knows the message again.
    await database.database.pool.query('UPDATE nudges SET sent_at = NULL WHERE collection_id = $1', [collection.id]);
    await age(6);
    await planEverywhere();
    expect(nudgesIn(chatId)).toHaveLength(1);
    // Too long ago for that: it is not tried again.
    await database.database.pool.query('UPDATE nudges SET sent_at = NULL WHERE collection_id = $1', [collection.id]);
    await age(60);
    await planEverywhere();
    expect(nudgesIn(chatId)).toHaveLength(1);
  });

  it('leaves out who put it off, and comes in private to who asked for that', async () => {
    const { chatId, ids } = await collect();
    const [first = '', second = '', third = ''] = ids;
    emulator.membership.p2pChat(second);
    await planEverywhere();
    const [card] = nudgesIn(chatId);
    expect((await click(card, first, '我今天交')).toast?.type).toBe('success');
    expect((await click(card, second, '私聊提醒我')).toast?.content).toContain('私聊提醒您');
    now = at('31T16:40');
    await click(card, third, '稍后提醒');
    await planEverywhere();
    expect([nudgesIn(chatId).length, privately(second).length]).toEqual([1 + 1, 1]);
    expect(named(nudgesIn(chatId)[1])).toEqual([first]);
    const [own] = privately(second);
    expect(wordsOf(own as MessageRecord)).toContain('今天 18:00 截止，还有 1 小时 20 分。');
    expect((await click(own, second, '我今天交')).toast?.type).toBe('success');
    await click(own, second, '改回群里提醒');
    expect(await database.stores.nudgeWishes.privateAmong('feishu', [second])).toEqual(new Set());
  });

  it('is said in the chat where the person cannot be reached in private', async () => {
    const { chatId, ids } = await collect(1);
    const [alone = ''] = ids;
    await database.stores.nudgeWishes.setPrivate('feishu', alone, true);
    emulator.fail('send', { kind: 'refuse', code: 230013 });
    await planEverywhere();
    expect(nudgesIn(chatId).map(named)).toEqual([[alone]]);
  });

  it('goes out at once when an organiser says so, but not again and again, nor for others', async () => {
    const { chatId, ids, owner } = await collect();
    const [, other = ''] = ids;
    const say = async (who: string) => {
      const message = emulator.people.sendText(chatId, who, `@{${emulator.botId}} 催办`);
      return message;
    };
    const refused = await say(other);
    await emulator.waitFor(() => answersTo(emulator, refused).length > 0);
    expect(nudgesIn(chatId)).toEqual([]);
    await say(owner);
    const sent = await emulator.waitFor(() => nudgesIn(chatId)[0]);
    expect(named(sent)).toEqual([...ids].sort());
    const tooSoon = await say(owner);
    const answer = await emulator.waitFor(() => answersTo(emulator, tooSoon)[0]);
    expect(wordsOf(answer)).toContain('刚刚催过，11:00 以后可以再催');
    expect(nudgesIn(chatId)).toHaveLength(1);
  });
});
