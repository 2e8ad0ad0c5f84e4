import { and, inArray, lt, or, sql } from 'drizzle-orm';
import type { FileStore } from '../core/ports/stores.ts';
import type { Database } from './database.ts';
import { collectionDrafts, inbox, replies, revisions } from './schema.ts';

const batch = 500;

/**
 * Forgets uploads, their results and the events that brought them once they are older than `days`, and the message keys
 * that answered them. `keysOf` names the stored files of a revision. Collections and their history stay.
 * @returns how many revisions were forgotten
 */
export const forgetOld = async (
  db: Database,
  files: FileStore,
  days: number,
  keysOf: (revisionId: string) => readonly string[],
): Promise<number> => {
  const limit = sql`now() - ${days}::int * interval '1 day'`;
  let forgotten = 0;
  for (;;) {
    const old = await db
      .select({ id: revisions.id })
      .from(revisions)
      .where(lt(revisions.receivedAt, limit))
      .orderBy(revisions.receivedAt)
      .limit(batch);
    // Files first: what fails here is found again the next time.
    for (const { id } of old) for (const key of keysOf(id)) await files.remove(key);
    const ids = old.map(({ id }) => id);
    if (ids.length > 0) await db.delete(revisions).where(inArray(revisions.id, ids));
    forgotten += ids.length;
    if (ids.length < batch) break;
  }
  await db
    .delete(inbox)
    .where(and(lt(inbox.touchedAt, limit), or(sql`${inbox.state} = 'done'`, sql`${inbox.state} = 'failed'`)));
  await db.delete(replies).where(lt(replies.recordedAt, limit));
  await db.delete(collectionDrafts).where(lt(collectionDrafts.createdAt, limit));
  return forgotten;
};
