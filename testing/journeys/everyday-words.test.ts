import { describe, expect, it } from 'vitest';
import { withDatabase } from '../postgres.ts';
import { answersTo, titleOf, wordsOf } from './card-reading.ts';
import { GroupChat } from './group-chat.ts';
import { draftWithFaults, mendedDraft } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();
const now = () => new Date('2026-11-20T07:00:00Z');

describe('what people say every day', () => {
  const on = withBot(database, { clock: { now } });
  const collecting = async (fields: Readonly<Record<string, unknown>> = {}) => {
    const chat = new GroupChat(on.emulator);
    await chat.collect(chat.owner, fields);
    return chat;
  };
  const two = async () => {
    const chat = new GroupChat(on.emulator);
    await chat.collect(chat.owner, { name: '2026年度述职述廉报告', audience: 'chosen', people: [chat.author] });
    await chat.collect(chat.owner, {
      name: '2025年度述职述廉报告',
      audience: 'chosen',
      people: [chat.other],
      deadline: '2026-12-20 18:00 +0800',
    });
    return chat;
  };
  const answer = async (chat: GroupChat, who: string, words: string) => wordsOf(await chat.say(who, words));

  it('a report handed in for somebody else is theirs once its sender says so', async () => {
    const chat = await collecting();
    const file = chat.upload(chat.owner, '材料.txt', mendedDraft.replaceAll('成员甲', '成员乙'));
    const card = await chat.answered(file);
    expect(wordsOf(card)).toContain('这份报告写的是成员乙。如果是替成员乙交的，请回复“代交 @成员乙”');
    expect(titleOf(await chat.say(chat.other, `代交 @{${chat.author}}`, { parentId: file.id }))).toBe('没有改动');
    const told = await chat.say(chat.owner, `这份是替@{${chat.author}} 交的`, { parentId: file.id });
    expect(titleOf(told)).toBe('《材料.txt》算成员乙交的');
    await on.emulator.waitFor(() => !wordsOf(chat.messageOf(card)).includes('代交'), 30_000);
    const [revision] = await database.stores.submissions.ofMember('feishu', chat.id, chat.author);
    expect([revision?.number, revision?.state]).toEqual([1, 'checked']);
    expect(await answer(chat, chat.other, '成员乙交了吗')).toMatch(/成员乙　《2026年度述职述廉报告》　已交（第1稿/u);
    expect(await answer(chat, chat.owner, '我交了吗')).toMatch(/成员甲　《2026年度述职述廉报告》　未交/u);
  });

  it('the same file under another name is told to be the same', async () => {
    const chat = await collecting();
    await chat.answered(chat.upload(chat.author, '材料.txt', mendedDraft));
    const again = wordsOf(await chat.answered(chat.upload(chat.author, '材料（改）.txt', mendedDraft)));
    expect(again).toContain('这一稿和上一稿的文字完全相同');
  });

  it('nobody lets himself off or gets another day: he is told whom to ask', async () => {
    const chat = await collecting();
    const leave = await answer(chat, chat.author, '帮我请假');
    expect(leave).toMatch(new RegExp(`成员乙想请假[\\s\\S]*@${chat.owner}[\\s\\S]*请假 @成员乙`, 'u'));
    const later = await answer(chat, chat.author, '能不能晚两天交');
    expect(later).toMatch(new RegExp(`距截止 12月31日 18:00[\\s\\S]*延期由组织者来定[\\s\\S]*@${chat.owner}`, 'u'));
    expect(await answer(chat, chat.owner, `请假 @{${chat.author}} 产假`)).toMatch(/不再提醒（产假）[\s\S]*取消请假/u);
    expect(await answer(chat, chat.owner, '还差谁')).toMatch(/未交 2　成员甲、成员丙[\s\S]*免交 1　成员乙（请假）/u);
  });

  it('a command is about the collection that asks whom it mentions, or the year it names', async () => {
    const chat = await two();
    chat.tell(chat.owner, `催一下 @{${chat.author}}`);
    const nudge = await chat.titled(/^交稿提醒/u);
    expect([titleOf(nudge), wordsOf(nudge).includes(chat.other)]).toEqual(['交稿提醒 · 2026年度述职述廉报告', false]);
    expect(await answer(chat, chat.owner, `催一下 @{${chat.author}}`)).toContain('刚刚催过');
    const set = await answer(chat, chat.owner, '把2025年度的截止时间改成12月29日');
    expect(set).toMatch(/收集《2025年度述职述廉报告》[\s\S]*12月29日 18:00/u);
    expect(titleOf(await chat.say(chat.author, '截止 12月30日'))).toBe('没有改动');
    expect(titleOf(await chat.say(chat.owner, '2025年度的进度'))).toBe('收稿进度 · 2025年度述职述廉报告');
  });

  it('what is asked of the reports is told from the collection', async () => {
    const chat = await collecting({ fileName: '单位+姓名+文种' });
    const asked = await answer(chat, chat.author, '字数要求是多少');
    expect(asked).toMatch(/述职述廉报告（2026年）[\s\S]*3000 字以内[\s\S]*单位\+姓名\+文种/u);
  });

  it('courtesy is answered with courtesy, slips of the pen with a guess', async () => {
    const chat = await collecting();
    await chat.answered(chat.upload(chat.author, '材料.txt', draftWithFaults));
    expect(titleOf(await chat.say(chat.author, '谢谢'))).toBe('不客气');
    expect(titleOf(await chat.say(chat.author, '你好'))).toBe('您好，我在');
    const fine = chat.tell(chat.author, '收到');
    expect(await answer(chat, chat.author, '崔一下')).toContain('是要发“催一下”吗');
    await on.bot.idle();
    expect(answersTo(on.emulator, fine)).toEqual([]);
  });
});
