import { describe, expect, it } from 'vitest';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';
import { withDatabase } from '../postgres.ts';
import { answersTo, botMessages, buttonValue, isProgress, titleOf, wordsOf } from './card-reading.ts';
import { GroupChat } from './group-chat.ts';
import { draftWithFaults, mendedDraft } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();

describe('a question in a chat', () => {
  const on = withBot(database);

  const newChat = () => new GroupChat(on.emulator);
  const handIn = async (chatId: string, author: string, text: string, name = '报告.txt') => {
    const message = on.emulator.people.sendFile(chatId, author, { name, bytes: new TextEncoder().encode(text) });
    const card = await on.emulator.waitFor(
      () => answersTo(on.emulator, message).find((answer) => !isProgress(answer)),
      20_000,
    );
    return { file: message, card };
  };
  const ask = async (chatId: string, who: string, words: string, parentId?: string) => {
    const options = parentId === undefined ? {} : { parentId };
    const message = on.emulator.people.sendText(chatId, who, `@{${on.emulator.botId}} ${words}`, options);
    return on.emulator.waitFor(() => answersTo(on.emulator, message)[0], 10_000);
  };
  const both = (message: MessageRecord) => `${titleOf(message)}\n${wordsOf(message)}`;

  it('is answered from the asker’s latest version, which the answer names', async () => {
    const { id: chatId, author } = newChat();
    await handIn(chatId, author, draftWithFaults);
    expect(titleOf(await ask(chatId, author, '第二部分讲了什么'))).toBe('《2025年度述职述廉报告》第 1 稿');
    await handIn(chatId, author, mendedDraft, '报告（改）.txt');
    const section = await ask(chatId, author, '第二部分讲了什么');
    expect(both(section)).toMatch(
      /《2025年度述职述廉报告》第 2 稿[\s\S]*成员乙 的报告[\s\S]*二、履行岗位职责[\s\S]*48场[\s\S]*（第二部分第1段）[\s\S]*由原文摘取/u,
    );
    expect(wordsOf(await ask(chatId, author, '总结一下存在的问题'))).toMatch(/深入基层调研偏少 （第四部分二是）/u);
    expect(wordsOf(await ask(chatId, author, '下一步打算有哪些'))).toContain('坚持每月集中学习一次');
    expect(wordsOf(await ask(chatId, author, '有哪些数字'))).toContain('场馆免费开放320天');
    expect(wordsOf(await ask(chatId, author, '截止年底群众文化活动多少场'))).toContain('举办群众文化活动48场');
    expect(wordsOf(await ask(chatId, author, '全文摘要'))).toMatch(/全文摘要[\s\S]*五、下一步打算/u);
    expect(wordsOf(await ask(chatId, author, '目录'))).toMatch(/目录[\s\S]*一、加强理论学习[\s\S]*五、下一步打算/u);
    const changes = wordsOf(await ask(chatId, author, '这一稿和上一稿有什么不同'));
    expect(changes).toMatch(/新增的部分[\s\S]*四、存在的问题和不足/u);
  });

  it('is about the report it replies to: the file, its card, or an earlier answer', async () => {
    const { id: chatId, owner, author, other } = newChat();
    await handIn(chatId, owner, draftWithFaults.replaceAll('48场', '77场'));
    const { file, card } = await handIn(chatId, author, mendedDraft);
    const byFile = await ask(chatId, owner, '第二部分讲了什么', file.id);
    expect(wordsOf(byFile)).toMatch(/成员乙 的报告[\s\S]*48场/u);
    expect(wordsOf(await ask(chatId, other, '有哪些数字', card.id))).toMatch(/成员乙 的报告[\s\S]*48场/u);
    expect(wordsOf(await ask(chatId, owner, '那第五部分呢', byFile.id))).toMatch(/成员乙 的报告[\s\S]*五、下一步打算/u);
    expect(wordsOf(await ask(chatId, owner, '第二部分讲了什么'))).toMatch(/成员甲 的报告[\s\S]*77场/u);
  });

  it('is about the report of the member it names', async () => {
    const { id: chatId, owner, author, other } = newChat();
    await handIn(chatId, author, mendedDraft);
    expect(wordsOf(await ask(chatId, owner, `@{${author}} 的报告第三部分`))).toMatch(
      /成员乙 的报告[\s\S]*三、廉洁自律情况/u,
    );
    expect(wordsOf(await ask(chatId, owner, '成员乙的报告有哪些数字'))).toMatch(/成员乙 的报告[\s\S]*48场/u);
    expect(wordsOf(await ask(chatId, owner, `@{${other}} 的报告第三部分`))).toContain('这里还没有收到成员丙的报告');
  });

  it('without a report is told how to hand one in', async () => {
    const { id: chatId, author } = newChat();
    const none = await ask(chatId, author, '第二部分讲了什么');
    expect(both(none)).toMatch(/没有可以回答的报告[\s\S]*把报告文件发出来[\s\S]*回复那份报告/u);
    expect(titleOf(await ask(chatId, author, '今天中午吃什么'))).toBe('可以这样用');
    expect(titleOf(await ask(chatId, author, '谢谢'))).toBe('不客气');
  });

  it('that is not clear is answered with buttons of the sections, and a click with a new answer', async () => {
    const { id: chatId, author, other } = newChat();
    await handIn(chatId, author, mendedDraft);
    const unclear = await ask(chatId, author, '年终奖金发了多少');
    expect(wordsOf(unclear)).toContain('没有提到“年终奖金”');
    const click = { tag: 'button', value: buttonValue(unclear, '三、廉洁自律情况') };
    await on.emulator.userClicks(unclear.id, other, click);
    const answer = await on.emulator.waitFor(() => answersTo(on.emulator, unclear)[0]);
    expect(wordsOf(answer)).toMatch(/成员乙 的报告[\s\S]*三、廉洁自律情况[\s\S]*廉政谈话8人次/u);
    const absent = await ask(chatId, author, '民主集中制执行得怎么样');
    expect(wordsOf(absent)).toContain('没有找到“执行民主集中制情况”这一部分');
  });

  it('about a report that is withdrawn, unreadable or still on its way is told so', async () => {
    const { id: chatId, author } = newChat();
    const { file, card } = await handIn(chatId, author, mendedDraft);
    on.emulator.people.recall(file.id);
    await on.emulator.waitFor(() =>
      botMessages(on.emulator, chatId).find((message) => titleOf(message).includes('已撤回')),
    );
    expect(titleOf(await ask(chatId, author, '第二部分讲了什么', card.id))).toBe('《报告.txt》已经撤回');
    const broken = on.emulator.people.sendFile(chatId, author, {
      name: '空.docx',
      bytes: new Uint8Array([80, 75, 3, 4]),
    });
    await on.emulator.waitFor(() => answersTo(on.emulator, broken).find((answer) => !isProgress(answer)), 20_000);
    expect(titleOf(await ask(chatId, author, '第二部分讲了什么'))).toBe('《空.docx》没能读出来');
    await database.stores.submissions.add({
      platform: 'feishu',
      chatId,
      collectionId: null,
      author: { id: author },
      file: { messageId: 'om_on_its_way', key: 'file_1', name: '新稿.docx' },
      replyTo: 'om_on_its_way',
      receivedAt: new Date().toISOString(),
    });
    expect(titleOf(await ask(chatId, author, '第二部分讲了什么'))).toBe('《新稿.docx》还在检查');
  });

  it('in a talk of two is about one’s own reports there and nobody else’s', async () => {
    const { id: chatId, owner, author } = newChat();
    const { file } = await handIn(chatId, owner, draftWithFaults);
    const talk = on.emulator.membership.p2pChat(author);
    const say = async (words: string, parentId?: string) => {
      const options = parentId === undefined ? {} : { parentId };
      const message = on.emulator.people.sendText(talk.id, author, words, options);
      return on.emulator.waitFor(() => answersTo(on.emulator, message)[0], 10_000);
    };
    expect(wordsOf(await say('第二部分讲了什么'))).toContain('这里还没有收到您的报告');
    await handIn(talk.id, author, mendedDraft);
    expect(wordsOf(await say('第二部分讲了什么'))).toMatch(/您交的报告[\s\S]*48场/u);
    expect(wordsOf(await say('成员甲的报告讲了什么'))).toContain('私聊里只能问您自己发来的报告');
    expect(wordsOf(await say('大家的报告里共同的问题有哪些'))).toContain('要在收稿的群里问');
    // The report of the talk is not shown in the group, and the other way round.
    expect(wordsOf(await ask(chatId, author, '第二部分讲了什么'))).toContain('这里还没有收到您的报告');
    const [revision] = await database.stores.submissions.ofMember('feishu', chatId, owner);
    const help = await ask(chatId, author, '帮助');
    expect(wordsOf(await ask(chatId, author, '第二部分讲了什么', file.id))).toContain('成员甲 的报告');
    // As if a card about the report of the talk stood in the group.
    await on.bot.idle();
    const [ofTalk] = await database.stores.submissions.ofMember('feishu', talk.id, author);
    await database.stores.replies.record(`copy_${ofTalk?.id}`, { platform: 'feishu', chatId, messageId: help.id });
    expect(wordsOf(await ask(chatId, owner, '第二部分讲了什么', help.id))).toContain('它不是在这里提交的');
    // And as if one about the report of the group stood in the talk.
    const greeting = await say('帮助');
    await on.bot.idle();
    await database.stores.replies.record(`copy_${revision?.id}`, {
      platform: 'feishu',
      chatId: talk.id,
      messageId: greeting.id,
    });
    expect(wordsOf(await say('第二部分讲了什么', greeting.id))).toContain('它不是在这里提交的');
  });

  it('is answered once, however often it is delivered', async () => {
    const { id: chatId, author } = newChat();
    await handIn(chatId, author, mendedDraft);
    const answer = await ask(chatId, author, '第二部分讲了什么');
    const asked = answer.parentId ?? '';
    // A process that died right before it was done does everything again, now with a newer version at hand.
    await handIn(chatId, author, draftWithFaults, '又一稿.txt');
    await database.database.pool.query(
      "UPDATE inbox SET state = 'waiting', touched_at = now() - interval '1 hour' WHERE event_key = $1",
      [asked],
    );
    await on.bot.drain();
    const question = on.emulator.messages(chatId).find((message) => message.id === asked);
    expect(question === undefined ? [] : answersTo(on.emulator, question).map(titleOf)).toEqual([
      '《2025年度述职述廉报告》第 1 稿',
    ]);
  });
});
