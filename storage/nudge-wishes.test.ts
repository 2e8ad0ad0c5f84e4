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

it('knows until when somebody is not to be nudged, about which collection', async () => {
  const { nudgeWishes } = database.stores;
  await nudgeWishes.pause('c1', 'ou_1', '2026-12-01T00:00:00Z');
  await nudgeWishes.pause('c1', 'ou_1', '2026-12-02T00:00:00Z');
  await nudgeWishes.pause('c1', 'ou_2', '2026-12-01T00:00:00Z');
  const pauses = async (collectionId: string) => Object.fromEntries(await nudgeWishes.pauses(collectionId));
  expect(await pauses('c1')).toEqual({ ou_1: '2026-12-02T00:00:00.000Z', ou_2: '2026-12-01T00:00:00.000Z' });
  expect(await pauses('c2')).toEqual({});
});

it('lets one nudge of everybody through at a time', async () => {
  const { nudgeWishes } = database.stores;
  const ask = (now: string, until: string) => nudgeWishes.coolDown('c3', now, until);
  const both = await Promise.all([
    ask('2026-12-01T01:00:00Z', '2026-12-01T02:00:00Z'),
    ask('2026-12-01T01:00:00Z', '2026-12-01T02:00:00Z'),
  ]);
  expect(both.filter((held) => held === null)).toHaveLength(1);
  expect(await ask('2026-12-01T01:59:00Z', '2026-12-01T02:59:00Z')).toBe('2026-12-01T02:00:00.000Z');
  expect(await ask('2026-12-01T02:00:00Z', '2026-12-01T03:00:00Z')).toBeNull();
  expect(await nudgeWishes.pauses('c3')).toEqual(new Map());
});
