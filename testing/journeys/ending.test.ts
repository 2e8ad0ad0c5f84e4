import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';
import { sampleCollection } from '../builders/campaign.ts';
import { withDatabase } from '../postgres.ts';
import { answersTo, botMessages, isProgress, titleOf, wordsOf } from './card-reading.ts';
import { draftWithFaults } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();

describe('the end of a collection', () => {
  let now = new Date('2026-12-31T15:00:00+08:00');
  const on = withBot(database, { clock: { now: () => now } });

  const collect = async (deadline: string) => {
    const { id: chatId, members } = on.emulator.addChat({ name: '年度述职', members: ['成员甲', '成员乙', '成员丙'] });
    const [owner = '', author = '', other = ''] = members.map((member) => member.id);
    const own = on.emulator.membership.p2pChat(owner).id;
    const collection = sampleCollection(deadline, {
      id: `collection-${chatId}`,
      chatId,
      organisers: [owner],
      requirements: { fileName: '{unit}+{name}+{kind}' },
    });
    await database.stores.collections.create(collection, owner);
    return { chatId, owner, author, other, own, collection };
  };
  const upload = async (chatId: string, author: string) => {
    const bytes = new TextEncoder().encode(draftWithFaults);
    const file = on.emulator.people.sendFile(chatId, author, { name: '述职述廉报告 终版.txt', bytes });
    await on.emulator.waitFor(() => answersTo(on.emulator, file).some((answer) => !isProgress(answer)), 20_000);
    return bytes;
  };
  const filesIn = (chatId: string): { name: string; bytes: Uint8Array }[] =>
    botMessages(on.emulator, chatId)
      .filter(({ type }) => type === 'file')
      .map((message) => {
        const { file_key: key } = JSON.parse(message.content) as { file_key: string };
        return {
          name: on.emulator.world.files.get(key)?.name ?? '',
          bytes: new Uint8Array(on.emulator.world.blobs.read(key)),
        };
      });
  const cards = (chatId: string, title: RegExp): MessageRecord[] =>
    botMessages(on.emulator, chatId).filter((message) => title.test(titleOf(message)));
  const plan = () => on.bot.processors['plan-nudges']({}, { last: true });

  it('is told to the chat, and to organisers with the ledger and the reports', async () => {
    const { chatId, author, own } = await collect('2026-12-31T17:00');
    const bytes = await upload(chatId, author);
    await plan();
    expect(cards(chatId, /已截止/u)).toEqual([]);
    now = new Date('2026-12-31T17:01:00+08:00');
    await plan();
    await plan();
    const done = await on.emulator.waitFor(
      () => cards(own, /已截止/u).find((card) => /已发到这里/u.test(wordsOf(card))),
      20_000,
    );
    await plan();
    expect(wordsOf(done)).toMatch(/1\/3[\s\S]*未交 2：成员甲、成员丙[\s\S]*台账和 1 份报告（1 个压缩包）已发到这里/u);
    expect(cards(chatId, /已截止/u).map(wordsOf)).toEqual([expect.stringMatching(/1\/3[\s\S]*请尽快补交/u)]);
    const [ledger, archive, ...more] = filesIn(own);
    expect([ledger?.name, archive?.name, more]).toEqual([
      '2026年度述职述廉报告-台账.xlsx',
      '2026年度述职述廉报告-报告.zip',
      [],
    ]);
    const sheet = unzipSync(ledger?.bytes ?? new Uint8Array());
    const words = Object.values(sheet)
      .map((part) => new TextDecoder().decode(part))
      .join('');
    expect([words.includes('成员丙'), words.includes('未交（已逾期）'), words.includes('第1稿')]).toEqual([
      true,
      true,
      true,
    ]);
    const reports = unzipSync(archive?.bytes ?? new Uint8Array());
    expect(Object.entries(reports)).toEqual([
      [expect.stringMatching(/成员乙\+述职述廉报告\.txt$/u), new Uint8Array(bytes)],
    ]);
    expect(filesIn(chatId)).toEqual([]);
  });

  it('waits for the working morning when it came at night', async () => {
    const { chatId } = await collect('2026-12-31T23:00');
    now = new Date('2026-12-31T23:30:00+08:00');
    await plan();
    expect(await database.stores.replies.find(`ended_collection-${chatId}_202612311500`)).toBeNull();
    now = new Date('2027-01-04T09:30:00+08:00');
    await plan();
    await on.emulator.waitFor(() => cards(chatId, /已截止/u)[0]);
  });

  it('comes before it when an organiser asks, in private and to nobody else', async () => {
    now = new Date('2027-01-05T10:00:00+08:00');
    const { chatId, owner, author, other, own } = await collect('2027-01-20T17:00');
    await upload(chatId, author);
    on.emulator.people.sendText(chatId, other, `@{${on.emulator.botId}} 导出`);
    await on.emulator.waitFor(() => cards(chatId, /台账和报告/u).find((card) => /只有组织者/u.test(wordsOf(card))));
    on.emulator.people.sendText(chatId, owner, `@{${on.emulator.botId}} 导出`);
    await on.emulator.waitFor(
      () => cards(own, /台账和报告/u).find((card) => /已发到这里/u.test(wordsOf(card))),
      20_000,
    );
    expect(filesIn(own).map(({ name }) => name)).toHaveLength(2);
    expect(filesIn(chatId)).toEqual([]);
  });
});
