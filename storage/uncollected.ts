import { type SQL, sql } from 'drizzle-orm';
import { collections, results, revisions } from './schema.ts';

/** Reports of an earlier round in the same chat are not meant for a collection that begins this much later. */
const withinDays = 90;

/**
 * Of the revisions that belong to no collection, those handed in before it began that are what it asks for: reports of
 * its kind and year, where it names them.
 */
export const meantFor = (collectionId: string): SQL => sql`(${revisions.collectionId} IS NULL AND EXISTS (
  SELECT 1 FROM ${collections} JOIN ${results} AS verdict ON verdict.revision_id = ${revisions.id}
  WHERE ${collections.id} = ${collectionId}
    AND ${collections.platform} = ${revisions.platform} AND ${collections.chatId} = ${revisions.chatId}
    AND ${revisions.receivedAt} > ${collections.createdAt} - ${withinDays}::int * interval '1 day'
    AND coalesce(${collections.record} #>> '{requirements,kind}', verdict.kind_id) = verdict.kind_id
    AND coalesce(verdict.result ->> 'period', '') LIKE
      CASE WHEN verdict.result ->> 'period' IS NULL THEN '%'
      ELSE coalesce(${collections.record} #>> '{requirements,year}', '') || '%' END))`;

/**
 * Of the revisions that belong to no collection, those that came in while it was open and nobody could read yet, or say
 * for which of several they are: who sent them is not told to have sent nothing.
 */
export const perhapsFor = (collectionId: string): SQL => sql`(${revisions.collectionId} IS NULL
  AND ${revisions.state} IN ('received', 'refused', 'failed') AND EXISTS (
  SELECT 1 FROM ${collections}
  WHERE ${collections.id} = ${collectionId}
    AND ${collections.platform} = ${revisions.platform} AND ${collections.chatId} = ${revisions.chatId}
    AND ${revisions.receivedAt} >= ${collections.createdAt}))`;
