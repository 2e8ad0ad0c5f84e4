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

export const collectionStore = (db: Database): CollectionStore => ({
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

  update: (collection, by, what) =>
    db.transaction(async (tx) => {
      const saved = await tx
        .update(collections)
        .set(rowOf(collection))
        .where(eq(collections.id, collection.id))
        .returning({ id: collections.id });
      if (saved.length === 0)
        throw new AppError('bad-request', 'no such collection', { context: { id: collection.id } });
      await tx.insert(collectionHistory).values({ collectionId: collection.id, by, what });
    }),

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
});
