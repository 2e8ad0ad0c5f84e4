import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { sampleCollection } from '../testing/builders/campaign.ts';
import { withDatabase } from '../testing/postgres.ts';
import { watchRosters } from './roster-changes.ts';

const database = withDatabase();

it('what changes a roster does not wait for a queue that is away', async () => {
  const asked: string[] = [];
  const stores = watchRosters(database.stores, {
    queue: {
      add: (_, __, { id }) => {
        asked.push(id);
        return new Promise(() => undefined);
      },
      repeat: async () => 'known',
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const collection = sampleCollection('2026-12-31T18:00', { id: randomUUID(), chatId: 'oc_away' });
  await stores.collections.create(collection, 'ou_organiser');
  expect(await stores.collections.get(collection.id)).toEqual(collection);
  expect(asked).toEqual([expect.stringMatching(new RegExp(`^roster-card_${collection.id}_\\d+_started$`, 'u'))]);
});
