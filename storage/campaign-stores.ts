import { and, asc, eq } from 'drizzle-orm';
import type { DraftStore, OverrideStore } from '../core/ports/stores.ts';
import { type Override, overrideSchema } from '../core/records.ts';
import type { Database } from './database.ts';
import { collectionDrafts, collectionHistory, collectionOverrides } from './schema.ts';

const overrideOf = (row: typeof collectionOverrides.$inferSelect): Override =>
  overrideSchema.parse({
    collectionId: row.collectionId,
    member: { id: row.memberId, ...(row.memberName === null ? {} : { name: row.memberName }) },
    kind: row.kind,
    reason: row.reason,
    revisionId: row.revisionId,
    by: row.by,
    at: row.at.toISOString(),
  });

export const overrideStore = (db: Database): OverrideStore => ({
  set: ({ collectionId, member, kind, reason, revisionId, by, at }, what) =>
    db.transaction(async (tx) => {
      const values = { memberName: member.name ?? null, reason, revisionId, by, at: new Date(at) };
      await tx
        .insert(collectionOverrides)
        .values({ collectionId, memberId: member.id, kind, ...values })
        .onConflictDoUpdate({
          target: [collectionOverrides.collectionId, collectionOverrides.memberId, collectionOverrides.kind],
          set: values,
        });
      await tx.insert(collectionHistory).values({ collectionId, by, what });
    }),

  clear: ({ collectionId, memberId, kind }, by, what) =>
    db.transaction(async (tx) => {
      const gone = await tx
        .delete(collectionOverrides)
        .where(
          and(
            eq(collectionOverrides.collectionId, collectionId),
            eq(collectionOverrides.memberId, memberId),
            eq(collectionOverrides.kind, kind),
          ),
        )
        .returning({ kind: collectionOverrides.kind });
      if (gone.length > 0) await tx.insert(collectionHistory).values({ collectionId, by, what });
      return gone.length > 0;
    }),

  of: async (collectionId) => {
    const rows = await db
      .select()
      .from(collectionOverrides)
      .where(eq(collectionOverrides.collectionId, collectionId))
      .orderBy(asc(collectionOverrides.at), asc(collectionOverrides.memberId), asc(collectionOverrides.kind));
    return rows.map(overrideOf);
  },
});

export const draftStore = (db: Database): DraftStore => {
  const open = (id: string) => and(eq(collectionDrafts.id, id), eq(collectionDrafts.state, 'open'));
  return {
    add: async (draft) => {
      await db
        .insert(collectionDrafts)
        .values({ id: draft.id, state: draft.state, record: draft })
        .onConflictDoNothing();
    },

    save: async (draft) => {
      await db.update(collectionDrafts).set({ record: draft }).where(open(draft.id));
    },

    get: async (id) => {
      const [row] = await db.select().from(collectionDrafts).where(eq(collectionDrafts.id, id));
      return row ? { ...row.record, state: row.state } : null;
    },

    settle: async (id, state) => {
      const settled = await db
        .update(collectionDrafts)
        .set({ state })
        .where(open(id))
        .returning({ id: collectionDrafts.id });
      return settled.length > 0;
    },
  };
};
