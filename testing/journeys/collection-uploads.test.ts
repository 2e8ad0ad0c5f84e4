import { describe, expect, it } from 'vitest';
import { withDatabase } from '../postgres.ts';
import { answersTo, titleOf, wordsOf } from './card-reading.ts';
import { GroupChat } from './group-chat.ts';
import { mendedDraft } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();
const now = () => new Date('2026-11-20T07:00:00Z');

describe('an upload while several collections are open', () => {
  const on = withBot(database, { clock: { now } });

  const idOf = async (chat: GroupChat, name: string) =>
    (await database.stores.collections.ofChat('feishu', chat.id)).find((collection) => collection.name === name)?.id;
  const handedInFor = async (chat: GroupChat, author: string) =>
    (await database.stores.submissions.ofMember('feishu', chat.id, author)).map((each) => each.collectionId);

  it('goes by its kind, and is checked for what that collection asks', async () => {
    const chat = new GroupChat(on.emulator);
    await chat.collect(chat.owner, { name: '党建工作总结', kind: 'party-building-summary' });
    await chat.collect(chat.owner, { name: '述职述廉', minCharacters: '2900' });
    const card = await chat.answered(chat.upload(chat.author, '材料.txt', mendedDraft));
    expect(titleOf(card)).toBe('述职述廉报告 · 2025年 · 第 1 稿');
    expect(wordsOf(card)).toContain('要求不少于 2900 字');
    expect(await handedInFor(chat, chat.author)).toEqual([await idOf(chat, '述职述廉')]);
  });

  it('of somebody who is not asked is checked for none, and tells of no deadline', async () => {
    const chat = new GroupChat(on.emulator);
    const asked = { audience: 'chosen', people: [chat.other] };
    const first = await chat.collect(chat.owner, { name: '述职述廉', minCharacters: '2900', ...asked });
    const words = async (card: Promise<Parameters<typeof wordsOf>[0]>) => wordsOf(await card);
    const upload = (who: string, options = {}) => chat.answered(chat.upload(who, '材料.txt', mendedDraft, options));
    const alone = await words(upload(chat.author));
    expect(alone).toContain('第 1 稿');
    expect(alone).not.toMatch(/截止|已交|2900/u);
    await chat.collect(chat.owner, { name: '党建工作总结', kind: 'party-building-summary', ...asked });
    expect(await words(upload(chat.author))).not.toMatch(/截止|已交/u);
    expect(await handedInFor(chat, chat.author)).toEqual([null, null]);
    expect(await words(upload(chat.author, { parentId: first.id }))).not.toMatch(/距截止/u);
    expect(await words(upload(chat.other))).toMatch(/距截止[\s\S]*本群已交 1\/1/u);
    await chat.say(chat.owner, `免交 述职述廉 @{${chat.other}}`);
    expect(await words(upload(chat.other))).not.toMatch(/距截止/u);
  });

  it('goes by the message it answers', async () => {
    const chat = new GroupChat(on.emulator);
    const first = await chat.collect(chat.owner, { name: '第一批述职', kind: 'any' });
    await chat.collect(chat.owner, { name: '第二批述职', kind: 'any' });
    await chat.answered(chat.upload(chat.author, '材料.txt', mendedDraft, { parentId: first.id }));
    expect(await handedInFor(chat, chat.author)).toEqual([await idOf(chat, '第一批述职')]);
  });

  it('is asked about with buttons, waits, and is checked once its author has said', async () => {
    const chat = new GroupChat(on.emulator);
    await chat.collect(chat.owner, { name: '中层干部述职', kind: 'duty-integrity' });
    await chat.collect(chat.owner, { name: '副职述职', kind: 'duty-integrity' });
    const message = chat.upload(chat.author, '材料.txt', mendedDraft);
    const question = await chat.answered(message);
    expect(titleOf(question)).toBe('是哪一项收集？');
    expect(wordsOf(question)).toContain('《材料.txt》是交到哪一项的');
    expect((await chat.click(question, chat.other, '副职述职')).toast?.content).toContain('请由交稿的人来选');
    expect(await handedInFor(chat, chat.author)).toEqual([null]);
    expect((await chat.click(question, chat.author, '副职述职')).toast?.content).toBe('好的，开始检查');
    const result = await chat.becomes(question, /第 1 稿$/u);
    expect(wordsOf(result)).toContain('本群已交 1/3');
    expect(await handedInFor(chat, chat.author)).toEqual([await idOf(chat, '副职述职')]);
    expect(answersTo(on.emulator, message)).toHaveLength(1);
  });
});
