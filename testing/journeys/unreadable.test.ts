import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';
import { withDatabase } from '../postgres.ts';
import { type BotUnderTest, startBotUnderTest } from './bot-under-test.ts';
import { botMessages, titleOf, wordsOf } from './card-reading.ts';
import { GroupChat } from './group-chat.ts';
import { draftWithFaults } from './sample-reports.ts';

const database = withDatabase();
const now = new Date('2026-11-20T07:00:00Z');

describe('a report that cannot be read or checked', () => {
  let emulator: FeishuEmulator;
  let bot: BotUnderTest;

  beforeAll(async () => {
    emulator = await FeishuEmulator.start();
    bot = await startBotUnderTest(emulator, database, { clock: { now: () => now } });
  });
  afterAll(async () => {
    await bot.stop();
    await emulator.close();
  });

  const collecting = async () => {
    const chat = new GroupChat(emulator);
    await chat.collect(chat.owner);
    return chat;
  };
  const roster = (chat: GroupChat, words: RegExp) =>
    emulator.waitFor(
      () =>
        botMessages(emulator, chat.id).find(
          (card) => titleOf(card).startsWith('收稿进度') && words.test(wordsOf(card)),
        ),
      20_000,
    );
  const stateOf = async (file: MessageRecord) =>
    (await database.stores.submissions.byMessage('feishu', file.id))?.state ?? null;
  const cardsUnder = (chat: GroupChat, file: MessageRecord) =>
    botMessages(emulator, chat.id).filter(({ parentId }) => parentId === file.id);

  it('is not handed in: the author is told what to do, the roster why', async () => {
    const chat = await collecting();
    const bytes = new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]);
    const file = emulator.people.sendFile(chat.id, chat.author, { name: '报告.docx', bytes });
    const answer = await chat.answered(file);
    expect(titleOf(answer)).toBe('《报告.docx》没能检查');
    expect(wordsOf(answer)).toMatch(/重新发送[\s\S]*这份文件没有计入已交/u);
    await roster(chat, /0\/3[\s\S]*未交 3　成员甲、成员乙（文件没能读出）、成员丙/u);
    expect(await stateOf(file)).toBe('refused');
  });

  it('takes no number: the first draft that can be read is the first, on its card and in the history', async () => {
    const chat = await collecting();
    const bytes = new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]);
    for (const name of ['报告.docx', '报告（改）.docx']) {
      await chat.answered(emulator.people.sendFile(chat.id, chat.author, { name, bytes }));
    }
    const card = await chat.answered(chat.upload(chat.author, '报告.txt', draftWithFaults));
    expect(titleOf(card)).toBe('述职述廉报告 · 2025年 · 第 1 稿');
    await chat.answered(emulator.people.sendFile(chat.id, chat.author, { name: '又发.docx', bytes }));
    chat.tell(chat.owner, `退回 @{${chat.author}} 缺少下一步打算`);
    expect(titleOf(await chat.titled(/被退回$/u))).toBe('第 1 稿被退回');
  });

  it('through a fault of ours is not handed in until another check goes through', async () => {
    const chat = await collecting();
    emulator.fail('resource', { kind: 'refuse', code: 230001 });
    const file = chat.upload(chat.author, '报告.txt', draftWithFaults);
    const answer = await chat.answered(file);
    expect(titleOf(answer)).toBe('《报告.txt》暂时没能检查');
    expect(wordsOf(answer)).toMatch(/不是您的文件有错[\s\S]*“重新检查”[\s\S]*不计入已交/u);
    await roster(chat, /0\/3[\s\S]*成员乙（文件没能读出）/u);
    expect(await stateOf(file)).toBe('failed');
    await chat.click(answer, chat.author, '重新检查');
    await chat.becomes(answer, /^述职述廉报告/u);
    await roster(chat, /1\/3[\s\S]*未交 2　成员甲、成员丙/u);
    expect(await stateOf(file)).toBe('checked');
  });

  it('the second time keeps what it was found to be', async () => {
    const chat = await collecting();
    const file = chat.upload(chat.author, '报告.txt', draftWithFaults);
    const answer = await chat.answered(file);
    const revision = await database.stores.submissions.byMessage('feishu', file.id);
    await database.stores.files.remove(`uploads/${revision?.id}`);
    emulator.fail('resource', { kind: 'refuse', code: 234038 });
    await bot.processors['check-report']({ revisionId: revision?.id ?? '', recheck: 1 }, { last: true });
    expect([await stateOf(file), titleOf(chat.messageOf(answer))]).toEqual(['checked', titleOf(answer)]);
    await roster(chat, /1\/3/u);
  });

  it('is checked and counted though nobody may be told: the group is muted', async () => {
    const chat = await collecting();
    emulator.fail('reply', { kind: 'refuse', code: 230018 }, 2);
    const file = chat.upload(chat.author, '报告.txt', draftWithFaults);
    await roster(chat, /1\/3/u);
    expect(await stateOf(file)).toBe('checked');
    expect(cardsUnder(chat, file).length).toBeLessThanOrEqual(1);
  });
});
