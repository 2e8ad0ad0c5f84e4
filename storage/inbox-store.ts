import { and, eq, sql } from 'drizzle-orm';
import type { ChatEvent } from '../core/chat-event.ts';
import { chatEventSchema } from '../core/chat-event.ts';
import type { InboxStore } from '../core/ports/stores.ts';
import type { Database } from './database.ts';
import { inbox } from './schema.ts';

const maxAttempts = 5;

export const inboxStore = (db: Database): InboxStore => {
  const one = (platform: string, eventKey: string) => and(eq(inbox.platform, platform), eq(inbox.eventKey, eventKey));
  return {
    store: async (event) => {
      const stored = await db
        .insert(inbox)
        .values({ platform: event.platform, eventKey: event.eventKey, event })
        .onConflictDoNothing()
        .returning({ eventKey: inbox.eventKey });
      return stored.length === 0 ? 'known' : 'new';
    },

    get: async (platform, eventKey) => {
      const [row] = await db.select({ event: inbox.event }).from(inbox).where(one(platform, eventKey));
      return row?.event ?? null;
    },

    claim: async (platform, eventKey) => {
      const [claimed] = await db
        .update(inbox)
        .set({ state: 'claimed', attempts: sql`${inbox.attempts} + 1`, touchedAt: sql`now()` })
        .where(and(one(platform, eventKey), eq(inbox.state, 'waiting')))
        .returning({ event: inbox.event });
      return claimed?.event ?? null;
    },

    claimLeftOver: async (olderThanMs, limit) => {
      const { rows } = await db.execute<{ event: unknown; state: string }>(sql`
        WITH picked AS MATERIALIZED (
          SELECT platform, event_key FROM inbox
          WHERE state IN ('waiting', 'claimed') AND touched_at <= now() - ${olderThanMs}::int * interval '1 ms'
          ORDER BY touched_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
        )
        UPDATE inbox SET
          state = CASE WHEN attempts < ${maxAttempts} THEN 'claimed' ELSE 'failed' END,
          attempts = LEAST(attempts + 1, ${maxAttempts}),
          touched_at = now()
        FROM picked
        WHERE inbox.platform = picked.platform AND inbox.event_key = picked.event_key
        RETURNING inbox.event, inbox.state`);
      return rows
        .filter((row) => row.state === 'claimed')
        .map((row): ChatEvent => chatEventSchema.parse(row.event))
        .sort((a, b) => a.at.localeCompare(b.at));
    },

    done: async (platform, eventKey) => {
      await db.update(inbox).set({ state: 'done', touchedAt: sql`now()` }).where(one(platform, eventKey));
    },

    release: async (platform, eventKey, reason, passing = false) => {
      const forgiven = passing ? sql`${inbox.receivedAt} > now() - interval '50 minutes'` : sql`false`;
      await db
        .update(inbox)
        .set({
          state: sql`CASE WHEN ${forgiven} OR ${inbox.attempts} < ${maxAttempts} THEN 'waiting' ELSE 'failed' END`,
          attempts: sql`CASE WHEN ${forgiven} THEN greatest(0, ${inbox.attempts} - 1) ELSE ${inbox.attempts} END`,
          lastError: reason.slice(0, 500),
          // The next try waits twice as long each time: 10 s, 20 s, 40 s, 80 s; for what passes 20 s each.
          touchedAt: sql`now() + CASE WHEN ${forgiven} THEN interval '20 s'
            ELSE 5 * interval '1 s' * 2 ^ ${inbox.attempts} END`,
        })
        .where(and(one(platform, eventKey), eq(inbox.state, 'claimed')));
    },
  };
};
