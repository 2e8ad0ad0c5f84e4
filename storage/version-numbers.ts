import { and, asc, eq, gt, lt, or, sql } from 'drizzle-orm';
import { AppError } from '../core/errors.ts';
import type { Database } from './database.ts';
import { revisions } from './schema.ts';
import { meantFor } from './uncollected.ts';

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
export type RevisionRow = typeof revisions.$inferSelect;
/** Whose versions are numbered, and within what: the collection, or the chat where there is none. */
type Numbering = Pick<RevisionRow, 'platform' | 'authorId' | 'scope'>;

/** One change of a person's versions at a time, so that their numbers have no gaps and no doubles. */
export const takeTurn = async (tx: Transaction, platform: string, authorId: string): Promise<void> => {
  const turn = JSON.stringify([platform, authorId]);
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
};

/** A revision as it stands in its author's turn. */
export const inTurn = async (tx: Transaction, id: string): Promise<RevisionRow> => {
  const find = () => tx.select().from(revisions).where(eq(revisions.id, id));
  const [known] = await find();
  if (known !== undefined) await takeTurn(tx, known.platform, known.authorId);
  const [row] = known === undefined ? [] : await find();
  if (row === undefined) throw new AppError('bad-request', 'no such revision', { context: { id } });
  return row;
};

const numbered = ({ platform, authorId, scope }: Numbering) =>
  and(
    eq(revisions.platform, platform),
    eq(revisions.authorId, authorId),
    or(eq(revisions.scope, scope), meantFor(scope)),
    revisions.numbered,
  );

/** The number after all others, or after those that came before a place. */
export const nextNumber = async (tx: Transaction, numbering: Numbering, before?: number): Promise<number> => {
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${revisions.number}), 0)` })
    .from(revisions)
    .where(and(numbered(numbering), before === undefined ? undefined : lt(revisions.place, before)));
  return Number(last?.number ?? 0) + 1;
};

/**
 * What turned out to be no version of a report gives its number back. Those that came in meanwhile and are still on their
 * way move up; numbers that people were told stay.
 */
export const giveNumberBack = async (tx: Transaction, row: RevisionRow): Promise<void> => {
  if (!row.numbered) return;
  await tx.update(revisions).set({ numbered: false }).where(eq(revisions.id, row.id));
  const onTheirWay = await tx
    .select()
    .from(revisions)
    .where(
      and(
        numbered(row),
        eq(revisions.scope, row.scope),
        eq(revisions.state, 'received'),
        gt(revisions.place, row.place),
      ),
    )
    .orderBy(asc(revisions.place));
  for (const later of onTheirWay) {
    const number = Math.min(later.number, await nextNumber(tx, later, later.place));
    await tx.update(revisions).set({ number }).where(eq(revisions.id, later.id));
  }
};

/** What is a version after all takes the next number. */
export const takeNumber = async (tx: Transaction, row: RevisionRow): Promise<void> => {
  if (row.numbered) return;
  const number = await nextNumber(tx, row);
  await tx.update(revisions).set({ numbered: true, number }).where(eq(revisions.id, row.id));
};
