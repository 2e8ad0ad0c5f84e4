import type { WorkingCalendar } from '../collection/calendar/working-calendar.ts';
import type { NudgePart } from '../collection/nudging/plan-nudges.ts';
import { currentNudge } from '../collection/nudging/schedule.ts';
import type { NudgeSlot } from '../core/records.ts';
import { isPrivateKey, type NudgeMessage } from './nudge-messages.ts';
import { type NudgePorts, policyOf } from './nudge-ports.ts';

const MINUTE = 60_000;
/** A round that sends to thousands takes minutes; what is older was left by a process that died. */
const LEFT_OVER_AFTER = 5 * MINUTE;
/** Platforms know a message again for an hour. After that a second try might become a second message: better none. */
const KNOWN_AGAIN = 55 * MINUTE;

/**
 * Claims nobody marked as sent, as the messages they were claimed for. Those overtaken by a later step, or too old to be
 * known again, are given up; outside of working hours they wait. Ages are by the real clock, as the claims are.
 */
export const createTakeOver = (ports: NudgePorts & { readonly calendar: WorkingCalendar }) => {
  const { stores, clock, calendar, log } = ports;

  return async (): Promise<NudgeMessage[]> => {
    const real = Date.now();
    const left = await stores.nudges.unsent(new Date(real - LEFT_OVER_AFTER).toISOString());
    const byMessage = new Map<string, (typeof left)[number][]>();
    for (const slot of left) {
      const key = slot.message ?? `nudge_${slot.collectionId}_${slot.slot}`;
      byMessage.set(key, [...(byMessage.get(key) ?? []), slot]);
    }
    const messages: NudgeMessage[] = [];
    for (const [key, slots] of byMessage) {
      const tooOld = slots.some(({ firstClaimedAt }) => real - Date.parse(firstClaimedAt) > KNOWN_AGAIN);
      const parts = tooOld ? [] : await partsOf(slots);
      const first = parts === 'later' ? undefined : parts[0];
      if (parts === 'later') continue;
      if (first === undefined) {
        log.info({ key, people: slots.length, tooOld }, 'nudge-given-up');
        await stores.nudges.markSent(slots, clock.now().toISOString());
        continue;
      }
      const { platform, chatId } = first.collection;
      const memberId = isPrivateKey(key) ? (slots[0]?.memberId ?? null) : null;
      messages.push({ platform, chatId, memberId, parts, slots, key });
    }
    return messages;
  };

  async function partsOf(slots: readonly NudgeSlot[]): Promise<NudgePart[] | 'later'> {
    const now = clock.now();
    const parts = new Map<string, NudgePart>();
    for (const { collectionId, memberId, slot } of slots) {
      const collection = await stores.collections.get(collectionId);
      if (collection === null || collection.state !== 'open') continue;
      const byHand = slot.startsWith('now-');
      if (!byHand && !calendar.isWorkingTime(now, collection.timeZone)) return 'later';
      const current = currentNudge(collection, policyOf(collection, ports.config.reminderPolicies), calendar, now);
      if (!byHand && slot !== current?.slot && !slot.startsWith('again-')) continue;
      const late = Date.parse(collection.deadline) <= now.getTime();
      const known = parts.get(collectionId);
      const members = [...(known?.members ?? []).filter(({ id }) => id !== memberId), { id: memberId }];
      const tone = current?.step.tone ?? (late ? 'late' : 'soon');
      parts.set(collectionId, { collection, slot, tone, urgent: current?.step.urgent ?? false, members });
    }
    return [...parts.values()];
  }
};
