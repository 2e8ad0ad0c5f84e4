import { describe, expect, it } from 'vitest';
import { withDatabase } from '../postgres.ts';
import { answersTo, isProgress, titleOf, wordsOf } from './card-reading.ts';
import { draftWithFaults } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();

describe('词表', { timeout: 60_000 }, () => {
  const on = withBot(database);

  const newChat = () => {
    const { id, members } = on.emulator.addChat({ name: '年度述职', members: ['成员甲', '成员乙'] });
    const [owner, author] = members.map((member) => member.id);
    return { chatId: id, owner: owner ?? '', author: author ?? '' };
  };
  const say = async (chatId: string, who: string, words: string) => {
    const message = on.emulator.people.sendText(chatId, who, `@{${on.emulator.botId}} ${words}`);
    return wordsOf(await on.emulator.waitFor(() => answersTo(on.emulator, message)[0], 20_000));
  };
  const upload = async (chatId: string, author: string) => {
    const bytes = new TextEncoder().encode(draftWithFaults);
    const file = on.emulator.people.sendFile(chatId, author, { name: '报告.txt', bytes });
    const card = await on.emulator.waitFor(
      () => answersTo(on.emulator, file).find((answer) => !isProgress(answer) && titleOf(answer).startsWith('述职')),
      30_000,
    );
    return wordsOf(card);
  };

  it('changes what later checks find, in this chat alone', async () => {
    const { chatId, owner, author } = newChat();
    expect(await upload(chatId, author)).toContain('##paidbegin##');
    expect(await say(chatId, owner, '词表 允许 ##paidbegin##')).toContain('允许“##paidbegin##”');
    expect(await say(chatId, owner, '词表 禁用 分管科室 建议 分管股室')).toContain('禁用“分管科室”，建议“分管股室”');
    const card = await upload(chatId, author);
    expect(card).not.toContain('##paidbegin##');
    expect(card).toContain('词表规定不用“分管科室”，应写“分管股室”');
    const elsewhere = newChat();
    expect(await upload(elsewhere.chatId, elsewhere.author)).toContain('##paidbegin##');

    const shown = await say(chatId, author, '词表');
    expect(shown).toMatch(/本群[\s\S]*允许 ##paidbegin##[\s\S]*禁用 分管科室（建议 分管股室）[\s\S]*最近改动/u);
    expect(await say(chatId, owner, '词表 删除 分管科室')).toContain('删除“分管科室”');
    expect(await upload(chatId, author)).not.toContain('词表规定');
  });

  it('is changed by organisers only, and for the organisation by those the operator named', async () => {
    const { chatId, owner, author } = newChat();
    expect(await say(chatId, author, '词表 允许 一张蓝图')).toContain('只有组织者、群主或群管理员可以修改词表');
    expect(await say(chatId, owner, '词表 全单位 允许 一张蓝图')).toContain(`您的编号 ${owner} 告诉机器人管理员`);
    expect(await say(chatId, owner, '词表 允许 的')).toContain('每个词至少两个字');
    expect(await say(chatId, owner, '词表 删除 没有的词')).toContain('词表里没有这些词');
    expect(await database.stores.wordLists.of('feishu', chatId)).toEqual([]);
  });
});
