import { describe, expect, it } from 'vitest';
import { withDatabase } from '../postgres.ts';
import { botMessages, isProgress, titleOf, wordsOf } from './card-reading.ts';
import { GroupChat } from './group-chat.ts';
import { draftWithFaults, mendedDraft } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();
const now = new Date('2026-11-20T07:00:00Z');

describe('while a report is being checked', { timeout: 60_000 }, () => {
  const on = withBot(database, { clock: { now: () => now } });
  const collecting = async () => {
    const chat = new GroupChat(on.emulator);
    await chat.collect(chat.owner);
    return chat;
  };
  /** The next download takes its time. */
  const slowly = () => on.emulator.fail('resource', { kind: 'slow', chunkBytes: 400, everyMs: 150 });
  const underWay = (chat: GroupChat) => chat.titled(/^正在检查/u);
  const reportCards = (chat: GroupChat) =>
    botMessages(on.emulator, chat.id).filter((card) =>
      /^述职述廉报告|^《报告|^(?:已收到|正在检查)/u.test(titleOf(card)),
    );
  const roster = (chat: GroupChat, words: RegExp) =>
    on.emulator.waitFor(
      () =>
        botMessages(on.emulator, chat.id).find(
          (card) => titleOf(card).startsWith('收稿进度') && words.test(wordsOf(card)),
        ),
      30_000,
    );

  it('its author takes it back: its one card says so, and it does not count', async () => {
    const chat = await collecting();
    slowly();
    const file = chat.upload(chat.author, '报告.txt', draftWithFaults);
    const card = await underWay(chat);
    on.emulator.people.recall(file.id);
    await chat.becomes(card, /已撤回$/u);
    await roster(chat, /0\/3/u);
    expect([
      reportCards(chat).map(titleOf),
      await database.stores.submissions.ofMember('feishu', chat.id, chat.author),
    ]).toEqual([['《报告.txt》已撤回'], []]);
  });

  it('a better version comes in: both are answered, the newer counts', async () => {
    const chat = await collecting();
    slowly();
    const [first, second] = [
      chat.upload(chat.author, '报告.txt', draftWithFaults),
      chat.upload(chat.author, '报告（改）.txt', mendedDraft),
    ];
    const titles = [titleOf(await chat.answered(second)), titleOf(await chat.answered(first))];
    expect(titles).toEqual(['述职述廉报告 · 2025年 · 第 2 稿', '述职述廉报告 · 2025年 · 第 1 稿']);
    const [collection] = await database.stores.collections.ofChat('feishu', chat.id);
    const standing = await database.stores.standings.of({ id: collection?.id ?? '' });
    expect(standing.map(({ revision }) => revision.number)).toEqual([2]);
    expect(reportCards(chat)).toHaveLength(2);
  });

  it('the words that asked for it are taken back: the answer stands under the file', async () => {
    const chat = await collecting();
    await chat.say(chat.owner, '结束收集');
    const file = on.emulator.people.sendFile(chat.id, chat.author, {
      name: '报告.txt',
      bytes: new TextEncoder().encode(draftWithFaults),
    });
    await chat.answered(file);
    const revision = await database.stores.submissions.byMessage('feishu', file.id);
    // As if the check had been asked for by a reply that is gone by now, before anything was said.
    await database.database.pool.query('UPDATE revisions SET reply_to = $1 WHERE id = $2', ['om_gone', revision?.id]);
    await database.database.pool.query('DELETE FROM replies WHERE key LIKE $1', [`report_${revision?.id}%`]);
    const before = reportCards(chat).length;
    on.emulator.fail('reply', { kind: 'refuse', code: 230011 });
    await on.bot.processors['check-report']({ revisionId: revision?.id ?? '', recheck: 1 }, { last: true });
    const cards = reportCards(chat);
    expect([cards.length, cards.at(-1)?.parentId]).toEqual([before, file.id]);
  });

  it('the database drops every connection: one card, one version', async () => {
    const chat = await collecting();
    const drop = () =>
      database.database.pool
        .query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
        )
        .catch(() => undefined);
    slowly();
    const file = chat.upload(chat.author, '报告.txt', draftWithFaults);
    await underWay(chat);
    await drop();
    const answer = await on.emulator.waitFor(
      () => botMessages(on.emulator, chat.id).find((card) => card.parentId === file.id && !isProgress(card)),
      45_000,
    );
    expect([titleOf(answer), reportCards(chat).length]).toEqual(['述职述廉报告 · 2025年 · 第 1 稿', 1]);
    expect(await database.stores.submissions.ofMember('feishu', chat.id, chat.author)).toHaveLength(1);
  });
});
