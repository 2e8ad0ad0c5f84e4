import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, gte, inArray, lt, ne, sql } from 'drizzle-orm';
import { AppError } from '../core/errors.ts';
import type { NewRevision, SubmissionStore } from '../core/ports/stores.ts';
import { type Revision, revisionSchema } from '../core/records.ts';
import { resultInBriefSchema } from '../core/report-result.ts';
import type { Database } from './database.ts';
import { replies, results, revisions } from './schema.ts';
import { giveNumberBack, inTurn, nextNumber, type RevisionRow, takeNumber, takeTurn } from './version-numbers.ts';

export const revisionOf = (row: RevisionRow): Revision =>
  revisionSchema.parse({
    id: row.id,
    platform: row.platform,
    chatId: row.chatId,
    collectionId: row.collectionId,
    author: { id: row.authorId, ...(row.authorName === null ? {} : { name: row.authorName }) },
    file: { messageId: row.fileMessageId, key: row.fileKey, name: row.fileName },
    replyTo: row.replyTo,
    number: row.number,
    receivedAt: row.receivedAt.toISOString(),
    state: row.state,
    final: row.final,
  });

const uuidPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const scopeOf = (revision: NewRevision): string => revision.collectionId ?? revision.chatId;

/** Everything but the large parts, in one go: every further look into a result reads the whole of it again. */
const withoutLists = sql<
  Record<string, unknown>
>`${results.result} - ARRAY['findings', 'waived', 'missing', 'outline', 'author']`;

/** [1, 2] as [{level: 1}, {level: 2}]. */
const each = (values: unknown, key: string): unknown =>
  Array.isArray(values) ? values.map((value: unknown) => ({ [key]: value })) : [];

export const submissionStore = (db: Database): SubmissionStore => {
  const kept = ne(revisions.state, 'withdrawn');
  const byId = async (id: string): Promise<Revision | null> => {
    if (!uuidPattern.test(id)) return null;
    const [row] = await db.select().from(revisions).where(eq(revisions.id, id));
    return row ? revisionOf(row) : null;
  };
  const change = async (
    id: string,
    values: Parameters<ReturnType<typeof db.update<typeof revisions>>['set']>[0],
  ): Promise<void> => {
    const changed = await db.update(revisions).set(values).where(eq(revisions.id, id)).returning({ id: revisions.id });
    if (changed.length === 0) throw new AppError('bad-request', 'no such revision', { context: { id } });
  };
  /** A withdrawn revision stays withdrawn, whatever a job that was already running finds out. */
  const settle = (state: 'checked' | 'refused') =>
    sql`CASE WHEN ${revisions.state} = 'withdrawn' THEN ${revisions.state} ELSE ${state} END`;

  return {
    add: (revision) =>
      db.transaction(async (tx) => {
        const scope = scopeOf(revision);
        const numbering = { platform: revision.platform, scope, authorId: revision.author.id };
        await takeTurn(tx, numbering.platform, numbering.authorId);
        const same = and(
          eq(revisions.platform, revision.platform),
          eq(revisions.fileMessageId, revision.file.messageId),
          eq(revisions.fileKey, revision.file.key),
        );
        const [known] = await tx.select().from(revisions).where(same);
        if (known) return { revision: revisionOf(known), created: false };
        const [added] = await tx
          .insert(revisions)
          .values({
            id: randomUUID(),
            ...numbering,
            chatId: revision.chatId,
            collectionId: revision.collectionId,
            authorName: revision.author.name ?? null,
            fileMessageId: revision.file.messageId,
            fileKey: revision.file.key,
            fileName: revision.file.name,
            replyTo: revision.replyTo,
            number: await nextNumber(tx, numbering),
            receivedAt: new Date(revision.receivedAt),
          })
          .onConflictDoNothing({ target: [revisions.platform, revisions.fileMessageId, revisions.fileKey] })
          .returning();
        if (added) return { revision: revisionOf(added), created: true };
        // The same file came in at once under another person's name or collection.
        const [winner] = await tx.select().from(revisions).where(same);
        if (!winner) throw new AppError('unavailable', 'a revision vanished while it was added', { retryable: true });
        return { revision: revisionOf(winner), created: false };
      }),

    get: byId,

    byMessage: async (platform, messageId) => {
      const [row] = await db
        .select()
        .from(revisions)
        .where(and(eq(revisions.platform, platform), eq(revisions.fileMessageId, messageId)))
        .orderBy(desc(revisions.place))
        .limit(1);
      if (row) return revisionOf(row);
      // Keys of answers about a revision carry its id.
      const [reply] = await db
        .select({ key: replies.key })
        .from(replies)
        .where(and(eq(replies.platform, platform), eq(replies.messageId, messageId)))
        .orderBy(desc(replies.recordedAt))
        .limit(1);
      const id = reply?.key.match(uuidPattern)?.[0];
      return id === undefined ? null : byId(id);
    },

    ofMember: async (platform, chatId, memberId) => {
      const rows = await db
        .select()
        .from(revisions)
        .where(
          and(eq(revisions.platform, platform), eq(revisions.chatId, chatId), eq(revisions.authorId, memberId), kept),
        )
        .orderBy(desc(revisions.receivedAt), desc(revisions.place));
      return rows.map(revisionOf);
    },

    latestOfChat: async (platform, chatId) => {
      const rows = await db
        .selectDistinctOn([revisions.authorId])
        .from(revisions)
        .where(and(eq(revisions.platform, platform), eq(revisions.chatId, chatId), kept))
        .orderBy(asc(revisions.authorId), desc(revisions.receivedAt), desc(revisions.place));
      return rows.map(revisionOf);
    },

    onTheirWay: async (since, before, limit) => {
      const between = and(gte(revisions.receivedAt, new Date(since)), lt(revisions.receivedAt, new Date(before)));
      const rows = await db
        .select()
        .from(revisions)
        .where(and(eq(revisions.state, 'received'), between))
        .orderBy(asc(revisions.receivedAt), asc(revisions.place))
        .limit(limit);
      return rows.map(revisionOf);
    },

    saveResult: (revisionId, result, text) =>
      db.transaction(async (tx) => {
        const row = await inTurn(tx, revisionId);
        if (row.state !== 'withdrawn') await (result.kind === null ? giveNumberBack : takeNumber)(tx, row);
        const [changed] = await tx
          .update(revisions)
          .set({ state: settle('checked'), refusalCode: null, refusalMessage: null })
          .where(eq(revisions.id, revisionId))
          .returning();
        const values = { result, text, savedAt: new Date() };
        await tx
          .insert(results)
          .values({ revisionId, ...values })
          .onConflictDoUpdate({
            target: results.revisionId,
            set: { ...values, marked: sql`${results.marked} AND ${results.text} = excluded.text` },
          });
        return revisionOf(changed ?? row);
      }),

    saveRefusal: (revisionId, refusal) =>
      db.transaction(async (tx) => {
        await giveNumberBack(tx, await inTurn(tx, revisionId));
        await tx
          .update(revisions)
          .set({ state: settle('refused'), refusalCode: refusal.code, refusalMessage: refusal.message })
          .where(eq(revisions.id, revisionId));
      }),

    saveFailure: async (revisionId) => {
      await change(revisionId, {
        state: sql`CASE WHEN ${revisions.state} = 'received' THEN 'failed' ELSE ${revisions.state} END`,
      });
    },

    result: async (revisionId) => {
      if (!uuidPattern.test(revisionId)) return null;
      const [row] = await db
        .select({ result: results.result, text: results.text })
        .from(results)
        .where(eq(results.revisionId, revisionId));
      return row ?? null;
    },

    assign: (revisionId, collectionId) =>
      db.transaction(async (tx) => {
        const row = await inTurn(tx, revisionId);
        if (row.collectionId === collectionId) return revisionOf(row);
        const number = await nextNumber(tx, { ...row, scope: collectionId });
        const [moved] = await tx
          .update(revisions)
          .set({ collectionId, scope: collectionId, number, numbered: true })
          .where(eq(revisions.id, revisionId))
          .returning();
        return revisionOf(moved ?? row);
      }),

    reassign: (revisionId, author) =>
      db.transaction(async (tx) => {
        const row = await inTurn(tx, revisionId);
        if (row.authorId === author.id) return revisionOf(row);
        await takeTurn(tx, row.platform, author.id);
        await giveNumberBack(tx, row);
        const number = await nextNumber(tx, { ...row, authorId: author.id });
        const [moved] = await tx
          .update(revisions)
          .set({ authorId: author.id, authorName: author.name ?? null, number, numbered: row.numbered, final: false })
          .where(eq(revisions.id, revisionId))
          .returning();
        return revisionOf(moved ?? row);
      }),

    results: async (revisionIds) => {
      const ids = revisionIds.filter((id) => uuidPattern.test(id));
      if (ids.length === 0) return [];
      const rows = await db
        .select({
          revisionId: results.revisionId,
          rest: withoutLists,
          levels: results.outlineLevels,
          findings: results.findingSeverities,
          missing: results.missingSeverities,
        })
        .from(results)
        .where(inArray(results.revisionId, ids))
        .orderBy(results.revisionId);
      return rows.map(({ revisionId, rest, levels, findings, missing }) => ({
        revisionId,
        result: resultInBriefSchema.parse({
          ...rest,
          outline: each(levels, 'level'),
          findings: each(findings, 'severity'),
          missing: each(missing, 'severity'),
        }),
      }));
    },

    texts: async (revisionIds) => {
      const ids = revisionIds.filter((id) => uuidPattern.test(id));
      if (ids.length === 0) return [];
      return db
        .select({ revisionId: results.revisionId, text: results.text })
        .from(results)
        .where(inArray(results.revisionId, ids))
        .orderBy(results.revisionId);
    },

    withdraw: (revisionId) =>
      db.transaction(async (tx) => {
        const row = await inTurn(tx, revisionId);
        if (row.state === 'received' || row.state === 'failed') await giveNumberBack(tx, row);
        await tx.update(revisions).set({ state: 'withdrawn' }).where(eq(revisions.id, revisionId));
      }),
    setFinal: (revisionId, final) => change(revisionId, { final }),
  };
};
