import { and, eq, inArray, lte, ne, sql } from 'drizzle-orm';
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

/** In place of a member's id: the pause between two nudges of everybody at once. */
const everybody = '';

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

  pauses: async (collectionId) => {
    const rows = await db
      .select({ memberId: nudgePauses.memberId, until: nudgePauses.until })
      .from(nudgePauses)
      .where(and(eq(nudgePauses.collectionId, collectionId), ne(nudgePauses.memberId, everybody)));
    return new Map(rows.map((row) => [row.memberId, row.until.toISOString()]));
  },

  coolDown: async (collectionId, now, until) => {
    const mine = and(eq(nudgePauses.collectionId, collectionId), eq(nudgePauses.memberId, everybody));
    const granted = await db
      .insert(nudgePauses)
      .values({ collectionId, memberId: everybody, until: new Date(until) })
      .onConflictDoUpdate({
        target: [nudgePauses.collectionId, nudgePauses.memberId],
        set: { until: sql`excluded.until` },
        setWhere: lte(nudgePauses.until, new Date(now)),
      })
      .returning({ until: nudgePauses.until });
    if (granted.length > 0) return null;
    const [held] = await db.select({ until: nudgePauses.until }).from(nudgePauses).where(mine);
    return held?.until.toISOString() ?? null;
  },
});
