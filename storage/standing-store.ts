import { and, asc, desc, eq, isNotNull, ne, notInArray, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { severitySchema } from '../core/finding.ts';
import type { StandingStore } from '../core/ports/stores.ts';
import type { Collection } from '../core/records.ts';
import type { Database } from './database.ts';
import { results, revisions } from './schema.ts';
import { revisionOf } from './submission-store.ts';
import { meantFor, perhapsFor } from './uncollected.ts';

const mustIn = (severities: typeof results.findingSeverities | typeof results.missingSeverities) =>
  sql`jsonb_array_length(jsonb_path_query_array(${severities}, '$[*] ? (@ == "must")'))`;

const verdictSchema = z
  .object({
    kind: z.string().nullable(),
    findings: z.array(severitySchema),
    missing: z.array(severitySchema),
  })
  .transform(({ kind, findings, missing }) => ({
    kind: kind === null ? null : { id: kind },
    findings: findings.map((severity) => ({ severity })),
    missing: missing.map((severity) => ({ severity })),
  }));

const belongsTo = ({ id }: Pick<Collection, 'id'>) => or(eq(revisions.collectionId, id), meantFor(id), perhapsFor(id));

export const standingStore = (db: Database): StandingStore => ({
  versions: async (collection) => {
    const rows = await db
      .select({
        revision: revisions,
        // The first column tells whether there is a result at all: the kind alone may be null.
        verdict: { findings: results.findingSeverities, missing: results.missingSeverities, kind: results.kindId },
      })
      .from(revisions)
      .leftJoin(results, eq(results.revisionId, revisions.id))
      .where(and(belongsTo(collection), ne(revisions.state, 'withdrawn')))
      .orderBy(asc(revisions.receivedAt), asc(revisions.place));
    return rows.map(({ revision, verdict }) => ({
      revision: revisionOf(revision),
      result: revision.state === 'checked' ? verdictSchema.parse(verdict) : null,
      refusal: revision.state === 'refused' ? revision.refusalCode : null,
    }));
  },

  of: async (collection) => {
    const rows = await db
      .selectDistinctOn([revisions.authorId], {
        revision: revisions,
        must: sql<number | null>`CASE WHEN ${results.revisionId} IS NULL THEN NULL
          ELSE ${mustIn(results.findingSeverities)} + ${mustIn(results.missingSeverities)} END`,
      })
      .from(revisions)
      .leftJoin(results, eq(results.revisionId, revisions.id))
      .where(
        and(
          belongsTo(collection),
          notInArray(revisions.state, ['withdrawn', 'refused', 'failed']),
          or(ne(revisions.state, 'checked'), isNotNull(results.kindId)),
        ),
      )
      .orderBy(asc(revisions.authorId), desc(revisions.final), desc(revisions.receivedAt), desc(revisions.place));
    return rows.map(({ revision, must }) => ({
      revision: revisionOf(revision),
      must: must === null ? null : Number(must),
    }));
  },
});
