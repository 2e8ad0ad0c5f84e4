import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { withDatabase } from '../postgres.ts';
import { answersTo, botMessages, isProgress, titleOf, wordsOf } from './card-reading.ts';
import { GroupChat } from './group-chat.ts';
import { draftWithFaults, mendedDraft } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();

describe('a question about everybody’s reports', () => {
  const on = withBot(database);

  const newChat = () => new GroupChat(on.emulator);
  const handIn = async (chatId: string, author: string, text: string) => {
    const bytes = new TextEncoder().encode(text);
    const file = on.emulator.people.sendFile(chatId, author, { name: '报告.txt', bytes });
    await on.emulator.waitFor(() => answersTo(on.emulator, file).find((answer) => !isProgress(answer)), 20_000);
  };
  const say = async (chatId: string, who: string, words: string) => {
    const message = on.emulator.people.sendText(chatId, who, `@{${on.emulator.botId}} ${words}`);
    return on.emulator.waitFor(() => answersTo(on.emulator, message)[0], 15_000);
  };

  it('is answered to organisers with one table and the problems in common', async () => {
    const { id: chatId, owner, author, other } = newChat();
    expect(wordsOf(await say(chatId, owner, '汇总'))).toContain('还没有可以汇总的报告');
    await handIn(chatId, author, mendedDraft);
    await handIn(
      chatId,
      other,
      mendedDraft.replace('学习12次', '学习20次').replace('二是深入基层调研偏少', '二是到一线调研不多'),
    );
    await handIn(chatId, owner, draftWithFaults);
    const table = await say(chatId, owner, '汇总');
    expect([titleOf(table), wordsOf(table)]).toEqual([
      '报告汇总',
      expect.stringMatching(/本群报告 · 3 份[\s\S]*共同的问题[\s\S]*2\/3 份：成员丙、成员乙|成员乙、成员丙/u),
    ]);
    expect(table.content).toMatch(/学习次数[\s\S]*20次/u);
    const sheet = await on.emulator.waitFor(
      () => botMessages(on.emulator, chatId).find((message) => message.type === 'file'),
      10_000,
    );
    const { file_key: key } = JSON.parse(sheet.content);
    expect(on.emulator.world.files.get(key)?.name).toBe('本群报告汇总.xlsx');
    const [workbook] = Object.keys(unzipSync(on.emulator.world.blobs.read(key))).filter((name) =>
      /workbook\.xml$/u.test(name),
    );
    expect(workbook).toBe('xl/workbook.xml');
    const problems = await say(chatId, owner, '大家的报告里共同的问题有哪些');
    expect(titleOf(problems)).toBe('大家的报告里共同的问题');
    expect(wordsOf(problems)).toMatch(/调研和联系群众不够 2\/3 份[\s\S]*“到一线调研不多”（成员丙）/u);
  });

  it('is not answered to others', async () => {
    const { id: chatId, author } = newChat();
    await handIn(chatId, author, mendedDraft);
    expect(wordsOf(await say(chatId, author, '大家的报告里共同的问题有哪些'))).toContain('只有组织者、群主或群管理员');
  });

  it('is about the collection it names, and about no other chat', async () => {
    const { id: chatId, owner, author } = newChat();
    const elsewhere = newChat();
    await handIn(elsewhere.id, elsewhere.author, mendedDraft.replaceAll('成员甲', '成员丁'));
    await say(chatId, owner, '截止 2027-01-05 12:00');
    await handIn(chatId, author, mendedDraft);
    const answer = await say(chatId, owner, '汇总');
    expect(wordsOf(answer)).toMatch(/《本群报告》 · 1 份/u);
  });
});
