import { type WorkingCalendar, workingCalendar } from '../collection/calendar/working-calendar.ts';
import { type Campaign, type DueNudge, planNudges } from '../collection/nudging/plan-nudges.ts';
import { currentNudge } from '../collection/nudging/schedule.ts';
import type { JobQueue } from '../core/ports/job-queue.ts';
import type { Collection } from '../core/records.ts';
import { endCollections } from './end-collections.ts';
import { grantedOnly, messagesOf, type NudgeMessage } from './nudge-messages.ts';
import { type NudgePorts, policyOf } from './nudge-ports.ts';
import type { Processor } from './processor.ts';
import { createSendNudge } from './send-nudge.ts';
import { createSlots } from './slots.ts';
import { createTakeOver } from './take-over-nudges.ts';

const MINUTE = 60_000;
/** Chats that are read and spoken to at a time; within a chat one message follows the other. */
const AT_ONCE = 8;

/** Has the planner come every minute; safe to call at every start of every process. */
export const scheduleNudges = async (queue: JobQueue): Promise<void> => {
  await queue.repeat('plan-nudges', {}, { id: 'plan-nudges', everyMs: MINUTE });
};

/**
 * Plans with what is stored, and where something is due once more with what the platform says; claims everything in one
 * go before anything is sent. What a died process left over is taken up first.
 */
export const createPlanNudges = (ports: NudgePorts): Processor<'plan-nudges'> => {
  const { stores, clock, log } = ports;
  const calendar = workingCalendar(ports.config.officeHours);
  const sendNudge = createSendNudge({ ...ports, calendar });
  const takeOver = createTakeOver({ ...ports, calendar });

  return async () => {
    await guarded('deadlines', () => endCollections({ ...ports, calendar }));
    await deliver(await takeOver());
    const now = clock.now();
    const open = (await stores.collections.open()).filter((one) => isDue(one, now, ports, calendar));
    const known = await readAll(open, 'known');
    const wanted = new Set(
      planNudges(known, calendar, now).flatMap((nudge) => nudge.parts.map((part) => part.collection.id)),
    );
    if (wanted.size === 0) return;
    const fresh = await readAll(
      open.filter(({ id }) => wanted.has(id)),
      'fresh',
    );
    await deliver(await claimed(planNudges(fresh, calendar, now)));
  };

  async function readAll(collections: readonly Collection[], members: 'known' | 'fresh'): Promise<Campaign[]> {
    const slots = createSlots(AT_ONCE);
    const read = await Promise.all(
      collections.map((collection) => slots.run(() => guarded(collection.id, () => campaignOf(collection, members)))),
    );
    return read.filter((campaign) => campaign !== undefined && campaign !== null);
  }

  /** Null where the slot has gone out and nobody put it off: nothing can be due, and most minutes are like that. */
  async function campaignOf(collection: Collection, members: 'known' | 'fresh'): Promise<Campaign | null> {
    const policy = policyOf(collection, ports.config.reminderPolicies);
    const slot = currentNudge(collection, policy, calendar, clock.now())?.slot ?? '';
    const [taken, pauses] = await Promise.all([
      stores.nudges.claimed(collection.id, slot),
      stores.nudgeWishes.pauses(collection.id),
    ]);
    if (taken.has(slot) && pauses.size === 0) return null;
    const missing = (await ports.readCampaign(collection, members)).roster.owing;
    const alone = await stores.nudgeWishes.privateAmong(
      collection.platform,
      missing.map((member) => member.id),
    );
    const preferences = new Map(
      missing.map(({ id }) => {
        const until = pauses.get(id);
        return [id, { private: alone.has(id), ...(until === undefined ? {} : { quietUntil: new Date(until) }) }];
      }),
    );
    return { collection, policy, missing, claimed: taken, preferences };
  }

  async function claimed(nudges: readonly DueNudge[]): Promise<NudgeMessage[]> {
    const messages = nudges.flatMap(messagesOf);
    const granted = await stores.nudges.claim(messages.flatMap(({ slots }) => slots));
    return grantedOnly(messages, granted);
  }

  /** In turn within a chat, several chats at a time. One that cannot be reached must not keep the others waiting. */
  async function deliver(messages: readonly NudgeMessage[]): Promise<void> {
    const byTarget = new Map<string, NudgeMessage[]>();
    for (const message of messages) {
      const target = `${message.platform} ${message.memberId ?? message.chatId}`;
      byTarget.set(target, [...(byTarget.get(target) ?? []), message]);
    }
    const slots = createSlots(AT_ONCE);
    await Promise.all(
      [...byTarget.values()].map((inTurn) =>
        slots.run(async () => {
          for (const message of inTurn) await guarded(message.key, () => sendNudge(message));
        }),
      ),
    );
  }

  async function guarded<T>(about: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      log.warn({ about, reason: error instanceof Error ? error.message : String(error) }, 'nudge-failed');
      return undefined;
    }
  }
};

/** Outside of working hours nothing needs to be read. */
const isDue = (collection: Collection, now: Date, { config }: NudgePorts, calendar: WorkingCalendar): boolean =>
  calendar.isWorkingTime(now, collection.timeZone) &&
  currentNudge(collection, policyOf(collection, config.reminderPolicies), calendar, now) !== null;
