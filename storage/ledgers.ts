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

const slot = {
  collectionId: nudges.collectionId,
  memberId: nudges.memberId,
  slot: nudges.slot,
  message: nudges.message,
};
const slotOf = ({
  message,
  ...rest
}: NudgeSlot | (Omit<NudgeSlot, 'message'> & { message: string | null })): NudgeSlot =>
  message === null || message === undefined ? rest : { ...rest, message };

/** PostgreSQL takes 65,535 values in one statement. */
const rowsAtOnce = 5_000;

export const nudgeLedger = (db: Database): NudgeLedger => ({
  claim: (slots) =>
    db.transaction(async (tx) => {
      const claimed: NudgeSlot[] = [];
      for (let from = 0; from < slots.length; from += rowsAtOnce) {
        const rows = slots.slice(from, from + rowsAtOnce).map((one) => ({ ...one }));
        claimed.push(...(await tx.insert(nudges).values(rows).onConflictDoNothing().returning(slot)).map(slotOf));
      }
      return claimed;
    }),

  claimed: async (collectionId, wanted) => {
    const rows = await db
      .select({ memberId: nudges.memberId, slot: nudges.slot })
      .from(nudges)
      .where(
        and(eq(nudges.collectionId, collectionId), or(eq(nudges.slot, wanted), sql`${nudges.slot} LIKE 'again-%'`)),
      );
    const bySlot = new Map<string, Set<string>>();
    for (const row of rows) bySlot.set(row.slot, (bySlot.get(row.slot) ?? new Set()).add(row.memberId));
    return bySlot;
  },

  // Takes them over while reading them, so that of two processes only one sends.
  unsent: async (olderThan) => {
    const rows = await db
      .update(nudges)
      .set({ claimedAt: sql`greatest(now(), ${new Date(olderThan)}::timestamptz)` })
      .where(and(isNull(nudges.sentAt), lt(nudges.claimedAt, new Date(olderThan))))
      .returning({ ...slot, firstClaimedAt: nudges.firstClaimedAt });
    return rows.map(({ firstClaimedAt, ...row }) => ({
      ...slotOf(row),
      firstClaimedAt: firstClaimedAt.toISOString(),
    }));
  },

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
