import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';
import { docxFromText } from '../builders/docx-from-text.ts';
import { withDatabase } from '../postgres.ts';
import { type BotUnderTest, startBotUnderTest } from './bot-under-test.ts';
import { answersTo, botMessages, buttonValue, isProgress, titleOf, wordsOf } from './card-reading.ts';
import { draftWithFaults, mendedDraft, notAReport } from './sample-reports.ts';

const database = withDatabase();
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

describe('a file dropped into a group', () => {
  let emulator: FeishuEmulator;
  let bots: BotUnderTest[];

  beforeAll(async () => {
    emulator = await FeishuEmulator.start();
    bots = [await startBotUnderTest(emulator, database), await startBotUnderTest(emulator, database)];
  });
  afterAll(async () => {
    for (const bot of bots) await bot.stop();
    await emulator.close();
  });

  const newChat = () => {
    const { id, members } = emulator.addChat({ name: '年度述职', members: ['成员甲', '成员乙', '成员丙'] });
    return { chatId: id, author: members[0]?.id ?? '', other: members[1]?.id ?? '' };
  };
  /** The answer under a message once it is no longer on its way. */
  const answerTo = (message: MessageRecord) =>
    emulator.waitFor(() => answersTo(emulator, message).find((answer) => !isProgress(answer)), 20_000);
  const upload = (chatId: string, author: string, name: string, words: string) =>
    emulator.people.sendFile(chatId, author, {
      name,
      bytes: name.endsWith('.docx') ? docxFromText(words) : text(words),
    });

  it('is acknowledged by a sign and answered by one card that ends in the result', async () => {
    const { chatId, author } = newChat();
    const message = upload(chatId, author, '述职述廉报告（初稿）.docx', draftWithFaults);
    const answer = await answerTo(message);
    expect(titleOf(answer)).toBe('述职述廉报告 · 2025年 · 第 1 稿');
    expect(wordsOf(answer)).toMatch(/字数[\s\S]*必备部分[\s\S]*缺失 \d+ 项[\s\S]*必须改 \d+ 处/u);
    expect(wordsOf(answer)).toContain('##paidbegin##');
    expect(emulator.world.messages.get(message.id)?.reactions.map((reaction) => reaction.emoji)).toEqual(['OnIt']);
    expect(botMessages(emulator, chatId)).toHaveLength(1);
  });

  it('is compared with the version before it', async () => {
    const { chatId, author } = newChat();
    await answerTo(upload(chatId, author, '报告.docx', draftWithFaults));
    const answer = await answerTo(upload(chatId, author, '报告（修改）.docx', mendedDraft));
    expect(titleOf(answer)).toBe('述职述廉报告 · 2025年 · 第 2 稿');
    expect(wordsOf(answer)).toMatch(/上稿 \d+ 处必须改：已改 [1-9]\d*，还剩 \d+，新增 0/u);
  });

  it('is answered once though its event comes five times to two processes', async () => {
    const { chatId, author } = newChat();
    const message = upload(chatId, author, '报告.txt', draftWithFaults);
    const event = await emulator.waitFor(() =>
      [...emulator.world.events.values()].find((known) => JSON.stringify(known.body).includes(message.id)),
    );
    await emulator.deliverAgain(event.id, 5);
    await answerTo(message);
    for (const bot of bots) await bot.idle();
    expect(botMessages(emulator, chatId)).toHaveLength(1);
    const { rows } = await database.database.pool.query(
      'SELECT count(*)::int AS count FROM inbox WHERE event_key = $1',
      [message.id],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('is told so when it is no report', async () => {
    const { chatId, author } = newChat();
    const answer = await answerTo(upload(chatId, author, '会议通知.txt', notAReport));
    expect(wordsOf(answer)).toContain('没有按报告检查');
  });

  it('is told which formats work when it is another kind of file', async () => {
    const { chatId, author } = newChat();
    const bytes = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const answer = await answerTo(emulator.people.sendFile(chatId, author, { name: '程序.bin', bytes }));
    expect(titleOf(answer)).toBe('《程序.bin》没能检查');
    expect(wordsOf(answer)).toContain('docx');
  });

  it('no longer counts when it is recalled, and its card says so', async () => {
    const { chatId, author } = newChat();
    const message = upload(chatId, author, '报告.txt', draftWithFaults);
    const answer = await answerTo(message);
    emulator.people.recall(message.id);
    await emulator.waitFor(() => titleOf(emulator.world.messages.get(answer.id) ?? answer) === '《报告.txt》已撤回');
    expect(await database.stores.submissions.ofMember('feishu', chatId, author)).toEqual([]);
  });

  it('can be checked again by its author, not by others, in the same card', async () => {
    const { chatId, author, other } = newChat();
    const answer = await answerTo(upload(chatId, author, '报告.txt', draftWithFaults));
    const value = buttonValue(answer, '重新检查');
    expect(await emulator.userClicks(answer.id, other, { tag: 'button', value })).toEqual({
      toast: { type: 'warning', content: '只有作者或组织者可以重新检查这份报告' },
    });
    expect(await emulator.userClicks(answer.id, author, { tag: 'button', value })).toEqual({
      toast: { type: 'info', content: '收到，正在重新检查，结果会更新在这张卡片上' },
    });
    await emulator.waitFor(() => isProgress(emulator.world.messages.get(answer.id) ?? answer), 20_000);
    await emulator.waitFor(() => !isProgress(emulator.world.messages.get(answer.id) ?? answer), 20_000);
    expect(botMessages(emulator, chatId)).toHaveLength(1);
  });

  it('has its full list posted on a click', async () => {
    const { chatId, author, other } = newChat();
    const answer = await answerTo(upload(chatId, author, '报告.txt', draftWithFaults));
    const value = buttonValue(answer, '查看全部');
    await emulator.userClicks(answer.id, other, { tag: 'button', value });
    const list = await emulator.waitFor(
      () => botMessages(emulator, chatId).find((message) => titleOf(message).includes('全部问题')),
      20_000,
    );
    expect(wordsOf(list)).toContain('##paidbegin##');
  });
});

describe('what else people send', () => {
  it('is left alone unless it is meant for the bot', async () => {
    const emulator = await FeishuEmulator.start();
    const bot = await startBotUnderTest(emulator, database);
    const { id: chatId, members } = emulator.addChat({ name: '年度述职', members: ['成员甲', '成员乙'] });
    const [one, two] = [members[0]?.id ?? '', members[1]?.id ?? ''];
    emulator.people.sendText(chatId, one, '大家辛苦了');
    emulator.people.sendText(chatId, one, `@{${two}} 材料写好了吗`);
    emulator.people.sendImage(chatId, one, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    const asked = emulator.people.sendText(chatId, one, `@{${emulator.botId}} 今天天气怎么样`);
    const help = await emulator.waitFor(() => answersTo(emulator, asked)[0]);
    await bot.idle();
    expect(titleOf(help)).toBe('可以这样用');
    expect(wordsOf(help)).toContain('没看懂这句话');
    expect(botMessages(emulator, chatId)).toHaveLength(1);
    await bot.stop();
    await emulator.close();
  });
});

describe('a file the bot was not told of', () => {
  const ownDatabase = withDatabase();

  it('is checked when somebody replies to it and mentions the bot, as a version of its sender', async () => {
    const quiet = await FeishuEmulator.start({ allGroupMessages: false });
    const bot = await startBotUnderTest(quiet, ownDatabase);
    const { id: chatId, members } = quiet.addChat({ name: '年度述职', members: ['成员甲', '成员乙'] });
    const [author, other] = [members[0]?.id ?? '', members[1]?.id ?? ''];
    const file = quiet.people.sendFile(chatId, author, { name: '报告.txt', bytes: text(draftWithFaults) });
    const mention = quiet.people.sendText(chatId, other, `@{${quiet.botId}} 看一下`, { parentId: file.id });
    const answer = await quiet.waitFor(() => answersTo(quiet, mention).find((card) => !isProgress(card)), 20_000);
    expect(titleOf(answer)).toBe('述职述廉报告 · 2025年 · 第 1 稿');
    expect(await ownDatabase.stores.submissions.ofMember('feishu', chatId, author)).toHaveLength(1);
    await bot.stop();
    await quiet.close();
  });
});
