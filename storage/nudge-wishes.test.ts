import { expect, it } from 'vitest';
import { withDatabase } from '../testing/postgres.ts';

const database = withDatabase();

it('keeps the roster card of the highest number', async () => {
  const { rosterCards } = database.stores;
  const card = (number: number, shown: string) => ({
    collectionId: 'c1',
    messageId: `om_${number}`,
    number,
    sentAt: '2026-12-01T00:00:00.000Z',
    shown,
  });
  expect(await rosterCards.get('c1')).toBeNull();
  await rosterCards.save(card(2, 'first'));
  await rosterCards.save(card(1, 'a slower process'));
  expect(await rosterCards.get('c1')).toEqual(card(2, 'first'));
  await rosterCards.save(card(2, 'edited'));
  expect(await rosterCards.get('c1')).toEqual(card(2, 'edited'));
});

it('knows who wants to be nudged in private', async () => {
  const { nudgeWishes } = database.stores;
  await nudgeWishes.setPrivate('feishu', 'ou_1', true);
  await nudgeWishes.setPrivate('feishu', 'ou_1', true);
  await nudgeWishes.setPrivate('dingtalk', 'ou_2', true);
  expect(await nudgeWishes.privateAmong('feishu', ['ou_1', 'ou_2'])).toEqual(new Set(['ou_1']));
  expect(await nudgeWishes.privateAmong('feishu', [])).toEqual(new Set());
  await nudgeWishes.setPrivate('feishu', 'ou_1', false);
  expect(await nudgeWishes.privateAmong('feishu', ['ou_1'])).toEqual(new Set());
});

it('knows who is not to be nudged for a while, about which collection', async () => {
  const { nudgeWishes } = database.stores;
  await nudgeWishes.pause('c1', 'ou_1', '2026-12-01T00:00:00Z');
  await nudgeWishes.pause('c1', 'ou_1', '2026-12-02T00:00:00Z');
  await nudgeWishes.pause('c1', 'ou_2', '2026-12-01T00:00:00Z');
  const at = async (collectionId: string, instant: string) => [...(await nudgeWishes.paused(collectionId, instant))];
  expect(await at('c1', '2026-12-01T00:00:00Z')).toEqual(['ou_1']);
  expect(await at('c1', '2026-12-02T00:00:00Z')).toEqual([]);
  expect(await at('c2', '2026-11-30T00:00:00Z')).toEqual([]);
});
