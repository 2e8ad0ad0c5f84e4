import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';
import { withDatabase } from '../postgres.ts';
import { type BotUnderTest, startBotUnderTest } from './bot-under-test.ts';
import { botMessages, titleOf, wordsOf } from './card-reading.ts';
import { draftWithFaults } from './sample-reports.ts';

const database = withDatabase();
const DAY = 24 * 60 * 60 * 1000;

describe('the roster card', () => {
  let emulator: FeishuEmulator;
  let bot: BotUnderTest;
  let now = new Date('2026-11-20T07:00:00Z');

  beforeAll(async () => {
    emulator = await FeishuEmulator.start();
    bot = await startBotUnderTest(emulator, database, { clock: { now: () => now } });
  });
  afterAll(async () => {
    await bot.stop();
    await emulator.close();
  });

  const say = (chatId: string, who: string, words: string) =>
    emulator.people.sendText(chatId, who, `@{${emulator.botId}} ${words}`);
  const rosterCards = (chatId: string): MessageRecord[] =>
    botMessages(emulator, chatId).filter((message) => titleOf(message).startsWith('收稿进度'));
  const showing = (chatId: string, words: RegExp) =>
    emulator.waitFor(() => rosterCards(chatId).find((card) => words.test(wordsOf(card))), 20_000);
  const upload = (chatId: string, author: string) =>
    emulator.people.sendFile(chatId, author, { name: '报告.txt', bytes: new TextEncoder().encode(draftWithFaults) });
  const start = async () => {
    const { id: chatId, members } = emulator.addChat({ name: '年度述职', members: ['成员甲', '成员乙', '成员丙'] });
    const [owner = '', author = '', other = ''] = members.map((member) => member.id);
    say(chatId, owner, '截止 12月31日18:00');
    const card = await showing(chatId, /0\/3/u);
    return { chatId, owner, author, other, card };
  };

  it('comes with the collection, stands on top and follows what happens', async () => {
    const { chatId, author, card } = await start();
    expect(wordsOf(card)).toMatch(/截止 12月31日 18:00[\s\S]*未交 3　成员甲、成员乙、成员丙/u);
    await emulator.waitFor(() => emulator.world.chats.get(chatId)?.topNotice === card.id);
    const file = upload(chatId, author);
    await showing(chatId, /1\/3[\s\S]*未交 2　成员甲、成员丙[\s\S]*待改 1　成员乙（\d+ 处）/u);
    emulator.people.recall(file.id);
    await showing(chatId, /0\/3/u);
    emulator.membership.join(chatId, emulator.membership.addMember('成员丁').id);
    await showing(chatId, /0\/4[\s\S]*成员丁/u);
    expect(rosterCards(chatId).map((message) => message.id)).toEqual([card.id]);
  });

  it('moves to where it is asked for, once however often the question comes in', async () => {
    const { chatId, author, other, card } = await start();
    const question = say(chatId, other, '谁没交');
    const moved = await emulator.waitFor(() => rosterCards(chatId).find((message) => message.parentId === question.id));
    await emulator.waitFor(() => /已移到下方/u.test(titleOf(emulator.world.messages.get(card.id) ?? card)));
    const deliveries = emulator.deliveries.filter(({ eventType }) => eventType === 'im.message.receive_v1');
    await emulator.deliverAgain(deliveries.at(-1)?.eventId ?? '', 3);
    upload(chatId, author);
    await showing(chatId, /1\/3/u);
    const [first, second, ...more] = rosterCards(chatId);
    expect([first?.id, second?.id, more]).toEqual([card.id, moved.id, []]);
    expect(wordsOf(second as MessageRecord)).toContain('1/3');
  });

  it('is followed by another before it is too old to be edited', async () => {
    const { chatId, author, card } = await start();
    now = new Date(now.getTime() + 13 * DAY);
    upload(chatId, author);
    const next = await emulator.waitFor(() => rosterCards(chatId).find((message) => message.id !== card.id), 20_000);
    await showing(chatId, /1\/3/u);
    expect(rosterCards(chatId).map((message) => message.id)).toEqual([card.id, next.id]);
  });

  it('comes again where somebody deleted it', async () => {
    const { chatId, author, card } = await start();
    emulator.people.recall(card.id);
    upload(chatId, author);
    await showing(chatId, /1\/3/u);
  });
});
