import { and, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { NudgeWishStore, RosterCardStore } from '../core/ports/stores.ts';
import type { Database } from './database.ts';
import { nudgePauses, privateNudges, rosterCards } from './schema.ts';

export const rosterCardStore = (db: Database): RosterCardStore => ({
  get: async (collectionId) => {
    const [row] = await db.select().from(rosterCards).where(eq(rosterCards.collectionId, collectionId));
    return row === undefined ? null : { ...row, sentAt: row.sentAt.toISOString() };
  },

  save: async (card) => {
    const row = { ...card, sentAt: new Date(card.sentAt) };
    await db
      .insert(rosterCards)
      .values(row)
      .onConflictDoUpdate({
        target: rosterCards.collectionId,
        set: row,
        setWhere: lte(rosterCards.number, card.number),
      });
  },
});

export const nudgeWishStore = (db: Database): NudgeWishStore => ({
  setPrivate: async (platform, memberId, on) => {
    if (on) await db.insert(privateNudges).values({ platform, memberId }).onConflictDoNothing();
    else {
      await db
        .delete(privateNudges)
        .where(and(eq(privateNudges.platform, platform), eq(privateNudges.memberId, memberId)));
    }
  },

  privateAmong: async (platform, memberIds) => {
    if (memberIds.length === 0) return new Set();
    const rows = await db
      .select({ memberId: privateNudges.memberId })
      .from(privateNudges)
      .where(and(eq(privateNudges.platform, platform), inArray(privateNudges.memberId, [...memberIds])));
    return new Set(rows.map((row) => row.memberId));
  },

  pause: async (collectionId, memberId, until) => {
    await db
      .insert(nudgePauses)
      .values({ collectionId, memberId, until: new Date(until) })
      .onConflictDoUpdate({
        target: [nudgePauses.collectionId, nudgePauses.memberId],
        set: { until: sql`excluded.until` },
      });
  },

  paused: async (collectionId, at) => {
    const rows = await db
      .select({ memberId: nudgePauses.memberId })
      .from(nudgePauses)
      .where(and(eq(nudgePauses.collectionId, collectionId), gt(nudgePauses.until, new Date(at))));
    return new Set(rows.map((row) => row.memberId));
  },
});
