import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Stores } from '../core/ports/stores.ts';
import type { Collection } from '../core/records.ts';
import { sampleCollection } from '../testing/builders/campaign.ts';
import { withDatabase } from '../testing/postgres.ts';
import { type OpenDatabase, openDatabase } from './database.ts';
import { diskFileStore } from './file-store.ts';
import { createStores } from './stores.ts';

const database = withDatabase();
let opened: OpenDatabase[];
/** As two processes have them: connections and all of their own. */
let stores: Stores[];

beforeAll(async () => {
  opened = await Promise.all([openDatabase(database.url), openDatabase(database.url)]);
  stores = opened.map(({ db }) => createStores(db, diskFileStore(tmpdir())));
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

const started = async (): Promise<Collection> => {
  const collection = sampleCollection('2026-12-31T18:00', { id: randomUUID() });
  await database.stores.collections.create(collection, 'ou_1');
  return collection;
};

it('two organisers who change different things at once both have their way, and the history tells both', async () => {
  const { id } = await started();
  const [one, other] = stores as [Stores, Stores];
  await Promise.all([
    one.collections.change(id, 'ou_1', (now) => ({ collection: { ...now, name: '新名称' }, what: '改名' })),
    other.collections.change(id, 'ou_2', (now) => ({
      collection: { ...now, deadline: '2027-01-05T10:00:00.000Z' },
      what: '延期',
    })),
  ]);
  const { name, deadline } = (await one.collections.get(id)) as Collection;
  expect([name, deadline]).toEqual(['新名称', '2027-01-05T10:00:00.000Z']);
  expect((await one.collections.history(id)).map(({ by, what }) => `${by} ${what}`).sort()).toEqual([
    'ou_1 建立收集',
    'ou_1 改名',
    'ou_2 延期',
  ]);
});

it('of forty changes from two processes at once none is lost and none is told twice', async () => {
  const { id } = await started();
  const people = Array.from({ length: 40 }, (_, index) => `ou_${index}`);
  await Promise.all(
    people.map((person, index) =>
      stores[index % 2]!.collections.change(id, person, (now) => ({
        collection: { ...now, organisers: [...now.organisers, person] },
        what: person,
      })),
    ),
  );
  const standing = await stores[0]!.collections.get(id);
  const told = (await stores[1]!.collections.history(id)).map(({ what }) => what);
  // The history is in the order in which the changes came to stand.
  expect([standing?.organisers.slice(1), [...told.slice(1)].sort()]).toEqual([told.slice(1), [...people].sort()]);
});

it('a change that is none writes nothing', async () => {
  const collection = await started();
  expect(await stores[0]!.collections.change(collection.id, 'ou_1', () => null)).toEqual(collection);
  expect(await stores[0]!.collections.history(collection.id)).toHaveLength(1);
});
