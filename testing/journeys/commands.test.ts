import { describe, expect, it } from 'vitest';
import { withDatabase } from '../postgres.ts';
import { answersTo, botMessages, buttonValue, isProgress, titleOf, wordsOf } from './card-reading.ts';
import { GroupChat } from './group-chat.ts';
import { draftWithFaults } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();

describe('words to the bot', () => {
  const on = withBot(database, { clock: { now: () => new Date('2026-11-20T07:00:00Z') } });

  const newChat = () => new GroupChat(on.emulator);
  const say = async (chatId: string, who: string, words: string) => {
    const message = on.emulator.people.sendText(chatId, who, `@{${on.emulator.botId}} ${words}`);
    return on.emulator.waitFor(() => answersTo(on.emulator, message)[0]);
  };
  const upload = (chatId: string, author: string) => {
    const bytes = new TextEncoder().encode(draftWithFaults);
    const message = on.emulator.people.sendFile(chatId, author, { name: '报告.txt', bytes });
    return on.emulator.waitFor(() => answersTo(on.emulator, message).find((answer) => !isProgress(answer)), 20_000);
  };

  it('set a deadline that every later card shows', async () => {
    const { id: chatId, owner, author } = newChat();
    const set = await say(chatId, owner, '截止 12月31日18:00');
    expect(titleOf(set)).toBe('截止时间已设好');
    const [collection] = await database.stores.collections.ofChat('feishu', chatId);
    expect(collection).toMatchObject({ deadline: '2026-12-31T10:00:00.000Z', organisers: [owner], state: 'open' });
    expect(wordsOf(await upload(chatId, author))).toContain('距截止 12月31日 18:00 还有 41 天 3 小时 ｜ 本群已交 1/3');
    expect(wordsOf(await say(chatId, author, '截止'))).toContain('12月31日 18:00');
  });

  it('do not set a deadline that is past, and say why', async () => {
    const { id: chatId, owner } = newChat();
    const refused = await say(chatId, owner, '截止 2025-12-31');
    expect(titleOf(refused)).toBe('截止时间没有改动');
    expect(wordsOf(refused)).toContain('已经过去了');
    expect(await database.stores.collections.ofChat('feishu', chatId)).toEqual([]);
  });

  it('change a deadline only for organisers and the owner of the chat', async () => {
    const { id: chatId, owner, author, other } = newChat();
    await say(chatId, author, '截止 12月31日18:00');
    expect(wordsOf(await say(chatId, other, '截止 12月30日'))).toContain('只有组织者、群主或群管理员');
    expect(titleOf(await say(chatId, owner, '截止 2027-01-05 12:00'))).toBe('截止时间已设好');
    const [collection] = await database.stores.collections.ofChat('feishu', chatId);
    expect(collection?.deadline).toBe('2027-01-05T04:00:00.000Z');
    const history = await database.stores.collections.history(collection?.id ?? '');
    expect(history.map((entry) => entry.what)).toContain('截止时间改为 2027年1月5日 12:00');
  });

  it('ask who has not handed in, by command and by button', async () => {
    const { id: chatId, owner, author } = newChat();
    await upload(chatId, author);
    const roster = await say(chatId, owner, '谁没交？');
    expect(titleOf(roster)).toBe('收稿进度');
    expect(wordsOf(roster)).toMatch(/1\/3[\s\S]*未交 2：成员甲、成员丙[\s\S]*待改 1：成员乙/u);
    const help = await say(chatId, owner, '帮助');
    await on.emulator.userClicks(help.id, owner, { tag: 'button', value: buttonValue(help, '谁没交') });
    await on.emulator.waitFor(
      () => botMessages(on.emulator, chatId).filter((message) => titleOf(message) === '收稿进度').length === 2,
    );
  });

  it('are answered in a talk of two as well, without a mention', async () => {
    const { author } = newChat();
    const chat = on.emulator.membership.p2pChat(author);
    const asked = on.emulator.people.sendText(chat.id, author, '帮助');
    expect(titleOf(await on.emulator.waitFor(() => answersTo(on.emulator, asked)[0]))).toBe('可以这样用');
    expect(titleOf(await upload(chat.id, author))).toBe('述职述廉报告 · 2025年 · 第 1 稿');
  });

  it('are greeted with how to hand in when the bot joins a chat', async () => {
    const { id: chatId, members } = on.emulator.addChat({ name: '新群', members: ['成员丁'], botInside: false });
    on.emulator.membership.addBot(chatId, members[0]?.id ?? '');
    const greeting = await on.emulator.waitFor(() => botMessages(on.emulator, chatId)[0]);
    expect(titleOf(greeting)).toBe('大家好，我是催稿');
  });
});
