import { createHash } from 'node:crypto';
import { dueSlots } from '../collection/reminder-policy.ts';
import type { RosterReader } from '../collection/roster.ts';
import type { MemberRef } from '../core/chat-event.ts';
import type { Clock } from '../core/clock.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { JobQueue } from '../core/ports/job-queue.ts';
import type { Log } from '../core/ports/log.ts';
import type { Stores } from '../core/ports/stores.ts';
import type { Collection, NudgeSlot } from '../core/records.ts';
import { nudgeCard } from '../report/replying/collection-cards.ts';
import type { Processor } from './processor.ts';

export interface NudgePorts {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly stores: Stores;
  readonly readRoster: RosterReader;
  readonly clock: Clock;
  readonly log: Log;
}

const MINUTE = 60_000;
/** Members named in one message. */
const PER_MESSAGE = 100;

/** Has the planner come every minute; safe to call at every start of every process. */
export const scheduleNudges = (queue: JobQueue): Promise<void> =>
  queue.repeat('plan-nudges', {}, { id: 'plan-nudges', everyMs: MINUTE });

/**
 * Nudges who has not handed in when a slot is due. A slot of a person is claimed before sending and marked after it; a
 * claim that was never marked is sent again under the same once-key, so a crash in between neither loses nor doubles it.
 */
export const createPlanNudges = (ports: NudgePorts): Processor<'plan-nudges'> => {
  const { stores, clock, log } = ports;

  return async () => {
    const stale = await stores.nudges.unsent(new Date(clock.now().getTime() - MINUTE).toISOString());
    for (const group of groupBySlot(stale)) {
      const collection = await stores.collections.get(group.collectionId);
      if (collection !== null) await guarded(collection, () => sendTo(collection, group.slots));
    }
    for (const collection of await stores.collections.open()) {
      for (const slot of dueSlots(collection, clock.now())) await guarded(collection, () => nudge(collection, slot));
    }
  };

  /** One chat that cannot be reached must not keep the others from their nudges. */
  async function guarded(collection: Collection, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ collectionId: collection.id, reason }, 'nudge-failed');
    }
  }

  async function nudge(collection: Collection, slot: string): Promise<void> {
    const missing = await missingOf(collection);
    const slots = missing.map((member) => ({ collectionId: collection.id, memberId: member.id, slot }));
    if (slots.length === 0) return;
    const claimed = await stores.nudges.claim(slots);
    if (claimed.length > 0) await sendTo(collection, claimed);
  }

  async function sendTo(collection: Collection, slots: readonly NudgeSlot[]): Promise<void> {
    const now = clock.now();
    const wanted = new Set(slots.map((slot) => slot.memberId));
    const missing = (await missingOf(collection)).filter((member) => wanted.has(member.id));
    const late = Date.parse(collection.deadline) <= now.getTime();
    if (missing.length > 0 && collection.state === 'open' && !late) {
      const { deadline, timeZone } = collection;
      for (let start = 0; start < missing.length; start += PER_MESSAGE) {
        const some = missing.slice(start, start + PER_MESSAGE);
        await ports
          .platformOf(collection.platform)
          .send(
            { chatId: collection.chatId },
            nudgeCard({ deadline, timeZone, missing: some }, now),
            onceKey(slots, start),
          );
      }
      log.info({ collectionId: collection.id, people: missing.length }, 'nudge-sent');
    }
    await stores.nudges.markSent(slots, now.toISOString());
  }

  async function missingOf(collection: Collection): Promise<readonly MemberRef[]> {
    return (await ports.readRoster(collection, collection, 'fresh'))?.missing ?? [];
  }
};

/** Made from what was claimed, not from who is still missing: a second try must meet the first one's message. */
const onceKey = (slots: readonly NudgeSlot[], start: number): string => {
  const names = slots.map((slot) => `${slot.collectionId} ${slot.slot} ${slot.memberId}`).sort();
  return `nudge_${createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 32)}_${start}`;
};

const groupBySlot = (slots: readonly NudgeSlot[]): { collectionId: string; slots: NudgeSlot[] }[] => {
  const groups = new Map<string, { collectionId: string; slots: NudgeSlot[] }>();
  for (const slot of slots) {
    const key = `${slot.collectionId} ${slot.slot}`;
    const group = groups.get(key) ?? { collectionId: slot.collectionId, slots: [] };
    group.slots.push(slot);
    groups.set(key, group);
  }
  return [...groups.values()];
};
