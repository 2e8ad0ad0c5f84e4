import { describe, expect, it } from 'vitest';
import { withDatabase } from '../postgres.ts';
import { titleOf, wordsOf } from './card-reading.ts';
import { GroupChat } from './group-chat.ts';
import { draftWithFaults, mendedDraft } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();
const now = () => new Date('2026-11-20T07:00:00Z');

describe('a version handed in for a collection', () => {
  const on = withBot(database, { clock: { now } });

  const versionsOf = async (chat: GroupChat, author: string) =>
    (await database.stores.submissions.ofMember('feishu', chat.id, author)).map(({ number, final }) => ({
      number,
      final,
    }));

  const historyOf = async (chat: GroupChat) => {
    const [collection] = await database.stores.collections.ofChat('feishu', chat.id);
    return (await database.stores.collections.history(collection?.id ?? '')).map(({ what }) => what);
  };

  it('is sent back with a reason by an organiser, until a newer one comes', async () => {
    const chat = new GroupChat(on.emulator);
    await chat.collect(chat.owner);
    const card = await chat.answered(chat.upload(chat.author, '述职.txt', draftWithFaults));
    expect((await chat.click(card, chat.author, '退回')).toast?.content).toBe('只有组织者、群主或群管理员可以这样做');
    await chat.click(card, chat.owner, '退回');
    const form = await chat.titled(/^退回成员乙的第 1 稿$/u);
    expect((await chat.click(form, chat.owner, '退回', { reason: '' })).toast?.content).toBe('请写明退回的原因');
    await chat.click(form, chat.owner, '退回', { reason: '缺少下一步打算' });
    const notice = await chat.titled(/^第 1 稿被退回$/u);
    expect(wordsOf(notice)).toMatch(new RegExp(`@${chat.author} 请修改后重新发送[\\s\\S]*原因：缺少下一步打算`, 'u'));
    const roster = await chat.say(chat.owner, '谁没交');
    expect(wordsOf(roster)).toContain('0/3');
    const mended = await chat.answered(chat.upload(chat.author, '述职.txt', mendedDraft));
    expect(titleOf(mended)).toContain('第 2 稿');
    expect(wordsOf(await chat.say(chat.owner, '谁没交'))).toContain('1/3');
    expect((await chat.click(card, chat.owner, '退回')).toast?.content).toBe('作者已经交了新的一稿，请看新稿');
  });

  it('is marked as final by its author alone, one at a time', async () => {
    const chat = new GroupChat(on.emulator);
    await chat.collect(chat.owner);
    const first = await chat.answered(chat.upload(chat.author, '述职.txt', draftWithFaults));
    const second = await chat.answered(chat.upload(chat.author, '述职.txt', mendedDraft));
    expect((await chat.click(second, chat.owner, '标记为终稿')).toast?.content).toBe('只有作者本人可以这样做');
    await chat.click(second, chat.author, '标记为终稿');
    expect(await versionsOf(chat, chat.author)).toEqual([
      { number: 2, final: true },
      { number: 1, final: false },
    ]);
    await on.emulator.waitFor(() => chat.messageOf(second).content.includes('取消终稿'), 30_000);
    expect(titleOf(await chat.say(chat.author, '终稿', { parentId: first.id }))).toBe('《述职.txt》已标记为终稿');
    expect(await versionsOf(chat, chat.author)).toEqual([
      { number: 2, final: false },
      { number: 1, final: true },
    ]);
    expect(await historyOf(chat)).toEqual(['建立收集', '成员乙把第 2 稿标记为终稿', '成员乙把第 1 稿标记为终稿']);
  });

  it('is withdrawn by a command of its author, or by recalling the message', async () => {
    const chat = new GroupChat(on.emulator);
    await chat.collect(chat.owner);
    const first = await chat.answered(chat.upload(chat.author, '述职.txt', draftWithFaults));
    const message = chat.upload(chat.author, '述职.txt', mendedDraft);
    await chat.answered(message);
    expect(wordsOf(await chat.say(chat.other, '撤回', { parentId: first.id }))).toContain('只能撤回自己交的稿子');
    on.emulator.people.recall(message.id);
    await expect.poll(() => versionsOf(chat, chat.author), { timeout: 20_000 }).toHaveLength(1);
    const answer = await chat.say(chat.author, '撤回');
    expect(titleOf(answer)).toBe('《述职.txt》已撤回');
    await chat.becomes(first, /已撤回$/u);
    expect(await versionsOf(chat, chat.author)).toEqual([]);
    expect(wordsOf(await chat.say(chat.author, '撤回'))).toContain('您没有可以撤回的稿子');
    expect(await historyOf(chat)).toEqual(['建立收集', '成员乙撤回第 2 稿', '成员乙撤回第 1 稿']);
  });
});
