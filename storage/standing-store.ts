import { and, asc, desc, eq, isNull, notInArray, or, sql } from 'drizzle-orm';
import type { StandingStore } from '../core/ports/stores.ts';
import type { Database } from './database.ts';
import { results, revisions } from './schema.ts';
import { revisionOf } from './submission-store.ts';

const mustIn = (list: 'findings' | 'missing') => sql`jsonb_array_length(
  jsonb_path_query_array(${results.result}, ${`$.${list}[*] ? (@.severity == "must")`}::jsonpath))`;

export const standingStore = (db: Database): StandingStore => ({
  of: async ({ id, platform, chatId }) => {
    const ofChat = and(isNull(revisions.collectionId), eq(revisions.platform, platform), eq(revisions.chatId, chatId));
    const rows = await db
      .selectDistinctOn([revisions.authorId], {
        revision: revisions,
        must: sql<number | null>`CASE WHEN ${results.revisionId} IS NULL THEN NULL
          ELSE ${mustIn('findings')} + ${mustIn('missing')} END`,
      })
      .from(revisions)
      .leftJoin(results, eq(results.revisionId, revisions.id))
      .where(
        and(
          or(eq(revisions.collectionId, id), ofChat),
          notInArray(revisions.state, ['withdrawn', 'refused']),
          or(sql`${revisions.state} <> 'checked'`, sql`${results.result} -> 'kind' <> 'null'::jsonb`),
        ),
      )
      .orderBy(asc(revisions.authorId), desc(revisions.final), desc(revisions.receivedAt), desc(revisions.place));
    return rows.map(({ revision, must }) => ({
      revision: revisionOf(revision),
      must: must === null ? null : Number(must),
    }));
  },
});
