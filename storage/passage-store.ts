import { inArray, sql } from 'drizzle-orm';
import { derivedId } from '../core/derived-id.ts';
import type { PassageStore } from '../core/ports/stores.ts';
import type { Database } from './database.ts';
import { passageMarks, results, revisions } from './schema.ts';

/** Texts that are given out at a time. */
const AT_ONCE = 200;

/** The newest version of everybody in a chat, as a table `newest`; withdrawn ones left out. */
const newest = (platform: string, chatId: string) => sql`newest AS MATERIALIZED (
  SELECT DISTINCT ON (author_id) id, author_id, state FROM ${revisions}
  WHERE platform = ${platform} AND chat_id = ${chatId} AND state <> 'withdrawn'
  ORDER BY author_id, received_at DESC, place DESC)`;

/** The same words in another chat have another mark; and back again. */
const inChat = (platform: string, chatId: string): ((mark: number) => number) => {
  const seed = Number.parseInt(derivedId('passages', platform, chatId).slice(0, 8), 16);
  return (mark) => (mark ^ seed) | 0;
};

export const passageStore = (db: Database): PassageStore => ({
  unmarked: async (platform, chatId) => {
    const { rows } = await db.execute<{ revision_id: string; text: string }>(sql`
      WITH ${newest(platform, chatId)}
      SELECT results.revision_id, results.text FROM newest JOIN ${results} ON results.revision_id = newest.id
      WHERE newest.state = 'checked' AND NOT results.marked LIMIT ${AT_ONCE}`);
    return rows.map((row) => ({ revisionId: row.revision_id, text: row.text }));
  },

  mark: (platform, chatId, marked) =>
    db.transaction(async (tx) => {
      const fold = inChat(platform, chatId);
      const ids = marked.map(({ revisionId }) => revisionId);
      const rows = marked.flatMap(({ revisionId, marks }) => marks.map((mark) => ({ mark: fold(mark), revisionId })));
      await tx.delete(passageMarks).where(inArray(passageMarks.revisionId, ids));
      await tx.execute(sql`INSERT INTO ${passageMarks} (mark, revision_id)
        SELECT * FROM unnest(
          ${sql.param(rows.map(({ mark }) => mark))}::int[],
          ${sql.param(rows.map(({ revisionId }) => revisionId))}::uuid[]
        ) ON CONFLICT DO NOTHING`);
      await tx.update(results).set({ marked: true }).where(inArray(results.revisionId, ids));
    }),

  others: async (platform, chatId, authorId) => {
    const { rows } = await db.execute<{ count: number }>(sql`
      WITH ${newest(platform, chatId)}
      SELECT count(*)::int AS count FROM newest WHERE state = 'checked' AND author_id <> ${authorId}`);
    return rows[0]?.count ?? 0;
  },

  holders: async ({ platform, chatId, authorId, marks, fewerThan }) => {
    const fold = inChat(platform, chatId);
    const { rows } = await db.execute<{ mark: number; count: number; ids: string[] | null }>(sql`
      WITH ${newest(platform, chatId)}
      SELECT mark, count(*)::int AS count,
        CASE WHEN count(*) < ${fewerThan}::int THEN array_agg(newest.id::text) END AS ids
      FROM ${passageMarks} JOIN newest ON newest.id = passage_marks.revision_id
      WHERE mark = ANY(${sql.param(marks.map(fold))}::int[]) AND newest.state = 'checked' AND author_id <> ${authorId}
      GROUP BY mark`);
    return rows.map(({ mark, count, ids }) => ({ mark: fold(mark) >>> 0, count, revisionIds: ids ?? [] }));
  },
});
