import { describe, expect, it } from 'vitest';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';
import { withDatabase } from '../postgres.ts';
import { botMessages, titleOf, wordsOf } from './card-reading.ts';
import { draftWithFaults } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();
const DAY = 24 * 60 * 60 * 1000;

describe('the roster card', () => {
  let now = new Date('2026-11-20T07:00:00Z');
  const on = withBot(database, { clock: { now: () => now } });

  const say = (chatId: string, who: string, words: string) =>
    on.emulator.people.sendText(chatId, who, `@{${on.emulator.botId}} ${words}`);
  const rosterCards = (chatId: string): MessageRecord[] =>
    botMessages(on.emulator, chatId).filter((message) => titleOf(message).startsWith('收稿进度'));
  const showing = (chatId: string, words: RegExp) =>
    on.emulator.waitFor(() => rosterCards(chatId).find((card) => words.test(wordsOf(card))), 20_000);
  const upload = (chatId: string, author: string) =>
    on.emulator.people.sendFile(chatId, author, { name: '报告.txt', bytes: new TextEncoder().encode(draftWithFaults) });
  const start = async () => {
    const { id: chatId, members } = on.emulator.addChat({ name: '年度述职', members: ['成员甲', '成员乙', '成员丙'] });
    const [owner = '', author = '', other = ''] = members.map((member) => member.id);
    say(chatId, owner, '截止 12月31日18:00');
    const card = await showing(chatId, /0\/3/u);
    return { chatId, owner, author, other, card };
  };

  it('comes with the collection, stands on top and follows what happens', async () => {
    const { chatId, author, card } = await start();
    expect(wordsOf(card)).toMatch(/截止 12月31日 18:00[\s\S]*未交 3　成员甲、成员乙、成员丙/u);
    await on.emulator.waitFor(() => on.emulator.world.chats.get(chatId)?.topNotice === card.id);
    const file = upload(chatId, author);
    await showing(chatId, /1\/3[\s\S]*未交 2　成员甲、成员丙[\s\S]*待改 1　成员乙（\d+ 处）/u);
    on.emulator.people.recall(file.id);
    await showing(chatId, /0\/3/u);
    on.emulator.membership.join(chatId, on.emulator.membership.addMember('成员丁').id);
    await showing(chatId, /0\/4[\s\S]*成员丁/u);
    expect(rosterCards(chatId).map((message) => message.id)).toEqual([card.id]);
  });

  it('moves to where it is asked for, once however often the question comes in', async () => {
    const { chatId, author, other, card } = await start();
    const question = say(chatId, other, '谁没交');
    const moved = await on.emulator.waitFor(() =>
      rosterCards(chatId).find((message) => message.parentId === question.id),
    );
    await on.emulator.waitFor(() => /已移到下方/u.test(titleOf(on.emulator.world.messages.get(card.id) ?? card)));
    const deliveries = on.emulator.deliveries.filter(({ eventType }) => eventType === 'im.message.receive_v1');
    await on.emulator.deliverAgain(deliveries.at(-1)?.eventId ?? '', 3);
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
    const next = await on.emulator.waitFor(() => rosterCards(chatId).find((message) => message.id !== card.id), 20_000);
    await showing(chatId, /1\/3/u);
    expect(rosterCards(chatId).map((message) => message.id)).toEqual([card.id, next.id]);
  });

  it('comes again where somebody deleted it', async () => {
    const { chatId, author, card } = await start();
    on.emulator.people.recall(card.id);
    upload(chatId, author);
    await showing(chatId, /1\/3/u);
  });
});
