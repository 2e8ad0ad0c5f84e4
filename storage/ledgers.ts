import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { NudgeLedger, ReplyLedger, WaiverStore } from '../core/ports/stores.ts';
import type { NudgeSlot, Waiver } from '../core/records.ts';
import type { Database } from './database.ts';
import { nudges, replies, waivers } from './schema.ts';

export const replyLedger = (db: Database): ReplyLedger => ({
  find: async (key) => {
    const [row] = await db.select({ messageId: replies.messageId }).from(replies).where(eq(replies.key, key));
    return row ?? null;
  },

  // A card that could not be edited any more was answered by a new message: the newest one counts.
  record: async (key, entry) => {
    await db
      .insert(replies)
      .values({ key, ...entry })
      .onConflictDoUpdate({ target: replies.key, set: { ...entry, recordedAt: sql`now()` } });
  },

  keyOf: async (platform, messageId) => {
    const [row] = await db
      .select({ key: replies.key })
      .from(replies)
      .where(and(eq(replies.platform, platform), eq(replies.messageId, messageId)))
      .orderBy(desc(replies.recordedAt))
      .limit(1);
    return row?.key ?? null;
  },
});

const slot = { collectionId: nudges.collectionId, memberId: nudges.memberId, slot: nudges.slot };

export const nudgeLedger = (db: Database): NudgeLedger => ({
  claim: async (slots) => {
    if (slots.length === 0) return [];
    return db
      .insert(nudges)
      .values(slots.map((one) => ({ ...one })))
      .onConflictDoNothing()
      .returning(slot);
  },

  // Takes them over while reading them, so that of two processes only one sends.
  unsent: (olderThan) =>
    db
      .update(nudges)
      .set({ claimedAt: sql`greatest(now(), ${new Date(olderThan)}::timestamptz)` })
      .where(and(isNull(nudges.sentAt), lt(nudges.claimedAt, new Date(olderThan))))
      .returning(slot),

  markSent: async (slots, at) => {
    const these = slots.map((one: NudgeSlot) =>
      and(eq(nudges.collectionId, one.collectionId), eq(nudges.memberId, one.memberId), eq(nudges.slot, one.slot)),
    );
    if (these.length === 0) return;
    await db
      .update(nudges)
      .set({ sentAt: new Date(at) })
      .where(or(...these));
  },
});

const sameWaiver = (waiver: Waiver) =>
  and(
    eq(waivers.platform, waiver.platform),
    eq(waivers.chatId, waiver.chatId),
    eq(waivers.memberId, waiver.memberId),
    eq(waivers.rule, waiver.rule),
    eq(waivers.phrase, waiver.phrase),
  );

export const waiverStore = (db: Database): WaiverStore => ({
  add: async (waiver) => {
    await db.insert(waivers).values(waiver).onConflictDoNothing();
  },
  remove: async (waiver) => {
    await db.delete(waivers).where(sameWaiver(waiver));
  },
  of: (platform, chatId, memberId) =>
    db
      .select()
      .from(waivers)
      .where(and(eq(waivers.platform, platform), eq(waivers.chatId, chatId), eq(waivers.memberId, memberId)))
      .orderBy(waivers.rule, waivers.phrase),
});
