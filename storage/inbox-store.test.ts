import { describe, expect, it } from 'vitest';
import type { ChatEvent } from '../core/chat-event.ts';
import { withDatabase } from '../testing/postgres.ts';

const database = withDatabase();

const event = (eventKey: string, text = '请看'): ChatEvent => ({
  type: 'message-received',
  platform: 'feishu',
  eventKey,
  chatId: 'oc_1',
  at: '2026-11-20T02:00:00Z',
  messageId: eventKey,
  chatType: 'group',
  sender: { id: 'ou_1', name: '成员甲' },
  text,
  files: [{ messageId: eventKey, key: 'file_1', name: '述职述廉报告.docx' }],
  mentionsBot: false,
  mentions: [],
  mentionsAll: false,
});

/** As if everything in the inbox had last been touched a minute ago. */
const aMinuteLater = () => database.database.pool.query("UPDATE inbox SET touched_at = now() - interval '1 minute'");

describe('inbox', () => {
  it('stores an event once and gives it back as it came', async () => {
    const { inbox } = database.stores;
    expect(await inbox.store(event('once'))).toBe('new');
    expect(await inbox.store(event('once'))).toBe('known');
    expect(await inbox.claim('feishu', 'once')).toEqual(event('once'));
    await inbox.done('feishu', 'once');
    expect(await inbox.claim('feishu', 'once')).toBeNull();
    expect(await inbox.store(event('once'))).toBe('known');
  });

  it('lets exactly one of many concurrent claims have an event', async () => {
    const { inbox } = database.stores;
    await inbox.store(event('contended'));
    const claims = await Promise.all(Array.from({ length: 8 }, () => inbox.claim('feishu', 'contended')));
    expect(claims.filter((claim) => claim !== null)).toEqual([event('contended')]);
  });

  it('hands what nobody finished to exactly one of two processes that look', async () => {
    const { inbox } = database.stores;
    await database.database.pool.query('DELETE FROM inbox');
    const keys = Array.from({ length: 20 }, (_, index) => `left-${index}`);
    for (const key of keys) await inbox.store(event(key));
    await inbox.claim('feishu', 'left-3');
    await aMinuteLater();
    const [first, second] = await Promise.all([inbox.claimLeftOver(30_000, 12), inbox.claimLeftOver(30_000, 12)]);
    const found = [...(first ?? []), ...(second ?? [])].map((left) => left.eventKey);
    expect(found.sort()).toEqual(keys.sort());
  });

  it('leaves alone what another process took a moment ago', async () => {
    const { inbox } = database.stores;
    await database.database.pool.query('DELETE FROM inbox');
    await inbox.store(event('young'));
    await inbox.claim('feishu', 'young');
    expect(await inbox.claimLeftOver(60_000, 10)).toEqual([]);
  });

  it('gives an event that fails five tries, then keeps it as failed', async () => {
    const { inbox } = database.stores;
    await database.database.pool.query('DELETE FROM inbox');
    await inbox.store(event('poison'));
    const tries: number[] = [];
    for (let round = 1; round <= 7; round += 1) {
      await aMinuteLater();
      if ((await inbox.claimLeftOver(0, 10)).length === 0) continue;
      tries.push(round);
      await inbox.release('feishu', 'poison', 'no luck');
    }
    expect(tries).toEqual([1, 2, 3, 4, 5]);
    const { rows } = await database.database.pool.query('SELECT state, attempts, last_error FROM inbox');
    expect(rows).toEqual([{ state: 'failed', attempts: 5, last_error: 'no luck' }]);
  });

  it('does not count tries against what is away, but for fifty minutes only', async () => {
    const { inbox } = database.stores;
    const { pool } = database.database;
    await pool.query('DELETE FROM inbox');
    await inbox.store(event('patient'));
    const rounds = async (count: number): Promise<number> => {
      let tries = 0;
      for (let round = 0; round < count; round += 1) {
        await aMinuteLater();
        if ((await inbox.claimLeftOver(0, 10)).length === 0) continue;
        tries += 1;
        await inbox.release('feishu', 'patient', 'away', true);
      }
      return tries;
    };
    expect(await rounds(12)).toBe(12);
    await pool.query("UPDATE inbox SET received_at = now() - interval '51 minutes'");
    expect(await rounds(12)).toBe(5);
  });

  it('does not try a failed event again at once', async () => {
    const { inbox } = database.stores;
    await database.database.pool.query('DELETE FROM inbox');
    await inbox.store(event('hasty'));
    await inbox.claim('feishu', 'hasty');
    await inbox.release('feishu', 'hasty', 'no luck');
    expect(await inbox.claimLeftOver(0, 10)).toEqual([]);
  });

  it('keeps an event that killed its process five times from killing a sixth', async () => {
    const { inbox } = database.stores;
    await database.database.pool.query('DELETE FROM inbox');
    await inbox.store(event('deadly'));
    const tries = [];
    for (let round = 0; round < 7; round += 1) tries.push((await inbox.claimLeftOver(0, 10)).length);
    expect(tries).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });

  it('stores text that PostgreSQL cannot hold as it is', async () => {
    const { inbox } = database.stores;
    await inbox.store(event('odd', 'a\0b\uD83Dc'));
    expect(await inbox.claim('feishu', 'odd')).toEqual(event('odd', 'a b\uFFFDc'));
  });
});
