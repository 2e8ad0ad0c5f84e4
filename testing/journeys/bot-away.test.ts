import { describe, expect, it } from 'vitest';
import { withDatabase } from '../postgres.ts';
import { botMessages, titleOf, wordsOf } from './card-reading.ts';
import { GroupChat } from './group-chat.ts';
import { draftWithFaults } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();
const now = new Date('2026-11-20T07:00:00Z');

describe('a bot that is sent away', { timeout: 60_000 }, () => {
  const on = withBot(database, { clock: { now: () => now } });
  const stateIn = async (chat: GroupChat) =>
    (await database.stores.collections.ofChat('feishu', chat.id)).map(({ state }) => state);

  const rosterIn = (chat: GroupChat, words: RegExp) =>
    on.emulator.waitFor(
      () =>
        botMessages(on.emulator, chat.id).find(
          (card) => titleOf(card).startsWith('收稿进度') && words.test(wordsOf(card)),
        ),
      20_000,
    );

  it('ends what it collected there, and goes on with it when it comes back', async () => {
    const chat = new GroupChat(on.emulator);
    await chat.collect(chat.owner);
    await chat.answered(chat.upload(chat.author, '报告.txt', draftWithFaults));
    on.emulator.membership.removeBot(chat.id, chat.owner);
    await expect.poll(() => stateIn(chat), { timeout: 10_000 }).toEqual(['closed']);
    on.emulator.membership.addBot(chat.id, chat.owner);
    const greeting = await chat.titled(/^大家好/u);
    expect(wordsOf(greeting)).toContain('继续收集《2026年度述职述廉报告》，之前交的都还在');
    expect(await stateIn(chat)).toEqual(['open']);
    await rosterIn(chat, /1\/3/u);
  });

  it('shows the card it was sent away from when it is back', async () => {
    const chat = new GroupChat(on.emulator);
    await chat.collect(chat.owner);
    on.emulator.membership.removeBot(chat.id, chat.owner);
    const inVain = () =>
      on.bot.logged.some(({ event, fields }) => event === 'job-failed' && fields.job === 'roster-card');
    await expect.poll(inVain, { timeout: 10_000 }).toBe(true);
    on.emulator.membership.addBot(chat.id, chat.owner);
    await rosterIn(chat, /0\/3/u);
  });

  it('does not take up what an organiser ended', async () => {
    const chat = new GroupChat(on.emulator);
    await chat.collect(chat.owner);
    await chat.say(chat.owner, '结束收集');
    on.emulator.membership.removeBot(chat.id, chat.owner);
    on.emulator.membership.addBot(chat.id, chat.owner);
    expect(wordsOf(await chat.titled(/^大家好/u))).not.toContain('继续收集');
    expect(await stateIn(chat)).toEqual(['closed']);
  });

  it('and is back already when the news of it comes late ends nothing', async () => {
    const chat = new GroupChat(on.emulator);
    await chat.collect(chat.owner);
    on.emulator.membership.removeBot(chat.id, chat.owner);
    on.emulator.membership.addBot(chat.id, chat.owner);
    await chat.titled(/^大家好/u);
    await on.bot.idle();
    const removed = on.emulator.deliveries.findLast(({ eventType }) => eventType === 'im.chat.member.bot.deleted_v1');
    await database.database.pool.query("DELETE FROM inbox WHERE event->>'type' = 'bot-removed'");
    await on.emulator.deliverAgain(removed?.eventId ?? '', 1);
    await on.bot.idle();
    expect(await stateIn(chat)).toEqual(['open']);
  });
});
