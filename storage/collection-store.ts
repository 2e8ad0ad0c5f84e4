import { and, asc, desc, eq } from 'drizzle-orm';
import { AppError } from '../core/errors.ts';
import type { CollectionStore } from '../core/ports/stores.ts';
import type { Collection } from '../core/records.ts';
import type { Database } from './database.ts';
import { collectionHistory, collections } from './schema.ts';

const rowOf = (collection: Collection) => ({
  id: collection.id,
  platform: collection.platform,
  chatId: collection.chatId,
  state: collection.state,
  deadline: new Date(collection.deadline),
  createdAt: new Date(collection.createdAt),
  record: collection,
});

/** Every lost round is a change of somebody else's that stands. */
const mostRounds = 50;

export const collectionStore = (db: Database): CollectionStore => {
  /** False when somebody else has changed it since that version. */
  const saved = (collection: Collection, version: number, by: string, what: string): Promise<boolean> =>
    db.transaction(async (tx) => {
      const changed = await tx
        .update(collections)
        .set({ ...rowOf(collection), version: version + 1 })
        .where(and(eq(collections.id, collection.id), eq(collections.version, version)))
        .returning({ id: collections.id });
      if (changed.length > 0) await tx.insert(collectionHistory).values({ collectionId: collection.id, by, what });
      return changed.length > 0;
    });

  return {
    create: (collection, by) =>
      db.transaction(async (tx) => {
        const made = await tx
          .insert(collections)
          .values(rowOf(collection))
          .onConflictDoNothing()
          .returning({ id: collections.id });
        if (made.length === 0) return;
        await tx.insert(collectionHistory).values({ collectionId: collection.id, by, what: '建立收集' });
      }),

    change: async (id, by, change) => {
      for (let round = 1; round <= mostRounds; round += 1) {
        const [row] = await db
          .select({ record: collections.record, version: collections.version })
          .from(collections)
          .where(eq(collections.id, id));
        if (row === undefined) throw new AppError('bad-request', 'no such collection', { context: { id } });
        const made = change(row.record);
        if (made === null) return row.record;
        if (await saved(made.collection, row.version, by, made.what)) return made.collection;
      }
      throw new AppError('unavailable', 'a collection is changed too often', { retryable: true, context: { id } });
    },

    get: async (id) => {
      const [row] = await db.select({ record: collections.record }).from(collections).where(eq(collections.id, id));
      return row?.record ?? null;
    },

    ofChat: async (platform, chatId) => {
      const rows = await db
        .select({ record: collections.record })
        .from(collections)
        .where(and(eq(collections.platform, platform), eq(collections.chatId, chatId)))
        .orderBy(desc(collections.createdAt), asc(collections.id));
      return rows.map((row) => row.record);
    },

    open: async () => {
      const rows = await db
        .select({ record: collections.record })
        .from(collections)
        .where(eq(collections.state, 'open'))
        .orderBy(asc(collections.deadline), asc(collections.id));
      return rows.map((row) => row.record);
    },

    note: async (id, by, what) => {
      await db.insert(collectionHistory).values({ collectionId: id, by, what });
    },

    history: async (id) => {
      const rows = await db
        .select({ by: collectionHistory.by, what: collectionHistory.what, at: collectionHistory.at })
        .from(collectionHistory)
        .where(eq(collectionHistory.collectionId, id))
        .orderBy(asc(collectionHistory.place));
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    },
  };
};
