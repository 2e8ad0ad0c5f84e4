import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { withDatabase } from '../testing/postgres.ts';

const database = withDatabase();

it('no chat has agreed before somebody did; the newest word counts', async () => {
  const { modelConsents } = database.stores;
  const chatId = `oc_${randomUUID()}`;
  expect(await modelConsents.current('feishu', chatId)).toBeNull();
  const agreed = { allowed: true, by: 'ou_1', at: '2026-11-20T02:00:00.000Z' };
  const withdrawn = { allowed: false, by: 'ou_2', at: '2026-11-20T03:00:00.000Z' };
  await modelConsents.record('feishu', chatId, agreed);
  expect(await modelConsents.current('feishu', chatId)).toEqual(agreed);
  await modelConsents.record('feishu', chatId, withdrawn);
  expect(await modelConsents.current('feishu', chatId)).toEqual(withdrawn);
  expect(await modelConsents.current('dingtalk', chatId)).toBeNull();
  const kept = await database.database.pool.query('SELECT by_member FROM model_consents WHERE chat_id = $1', [chatId]);
  expect(kept.rows).toHaveLength(2);
});

it('a day holds so many calls, also when they come at once, and the next day begins anew', async () => {
  const { modelBudget } = database.stores;
  const limits = { calls: 3, tokens: 1000 };
  const taken = await Promise.all(Array.from({ length: 8 }, () => modelBudget.take('2026-11-20', 10, limits)));
  expect(taken.filter(Boolean)).toHaveLength(3);
  expect(await modelBudget.take('2026-11-21', 10, limits)).toBe(true);
});

it('a day holds so many tokens; what a call did not use comes back', async () => {
  const { modelBudget } = database.stores;
  const limits = { calls: 100, tokens: 1000 };
  expect(await modelBudget.take('2026-12-01', 1001, limits)).toBe(false);
  expect(await modelBudget.take('2026-12-01', 900, limits)).toBe(true);
  expect(await modelBudget.take('2026-12-01', 200, limits)).toBe(false);
  await modelBudget.settle('2026-12-01', -300);
  expect(await modelBudget.take('2026-12-01', 200, limits)).toBe(true);
  expect(await modelBudget.take('2026-12-02', 10, { calls: 0, tokens: 1000 })).toBe(false);
});
