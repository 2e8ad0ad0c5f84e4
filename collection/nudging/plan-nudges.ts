import type { MemberRef } from '../../core/chat-event.ts';
import type { Collection, NudgeSlot } from '../../core/records.ts';
import type { NudgeTone, ReminderPolicy } from '../../core/reminder-policy.ts';
import { dayAt, instantAt } from '../calendar/civil-day.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { currentNudge, leftOverDelay, type ScheduledNudge } from './schedule.ts';

/** What a person asked for; per collection, except `private`, which is the same in all of them. */
export interface NudgePreference {
  readonly private?: boolean;
  /** Not before this instant: 稍后提醒, or 我今天交 (see `quietAfterPromise`). One nudge follows when it has passed. */
  readonly quietUntil?: Date;
}

/** One collection with what is known at the moment of planning. */
export interface Campaign {
  readonly collection: Collection;
  readonly policy: ReminderPolicy;
  /** Who has not handed in, read just now: `owing` of the roster. */
  readonly missing: readonly MemberRef[];
  /** Slots claimed so far, by slot: the ids of the people. */
  readonly claimed: ReadonlyMap<string, ReadonlySet<string>>;
  /** By person's id. */
  readonly preferences: ReadonlyMap<string, NudgePreference>;
}

export interface NudgePart {
  readonly collection: Collection;
  readonly slot: string;
  readonly tone: NudgeTone;
  readonly urgent: boolean;
  readonly members: readonly MemberRef[];
}

/** One message: to a chat naming people, or to one person in private, about one or more collections. */
export interface DueNudge {
  readonly platform: string;
  readonly chatId: string;
  /** Set for a private message. */
  readonly memberId: string | null;
  readonly parts: readonly NudgePart[];
  /** To be claimed together before sending; send to those whose claim was granted. */
  readonly slots: readonly NudgeSlot[];
}

/**
 * What is to be sent now: one message per chat, naming several people, and one for each person who wants it in private.
 * A slot goes out once per collection: whoever is missing again after it went out waits for the next. Claim all slots of all
 * messages of a chat in one go. Pure; the same input gives the same plan in any process.
 */
export const planNudges = (campaigns: readonly Campaign[], calendar: WorkingCalendar, now: Date): DueNudge[] => {
  const messages = new Map<string, DueNudge & { parts: NudgePart[]; slots: NudgeSlot[] }>();
  for (const campaign of campaigns) {
    for (const { part, memberId, slots } of partsOf(campaign, calendar, now)) {
      const { platform, chatId } = campaign.collection;
      const key = memberId === null ? `chat ${platform} ${chatId}` : `member ${platform} ${memberId}`;
      const message = messages.get(key) ?? { platform, chatId, memberId, parts: [], slots: [] };
      message.parts.push(part);
      message.slots.push(...slots);
      messages.set(key, message);
    }
  }
  return [...messages.values()];
};

/** 我今天交: quiet until the day is over or the deadline has come. */
export const quietAfterPromise = (collection: Collection, now: Date): Date => {
  const midnight = instantAt(dayAt(now, collection.timeZone), 1440, collection.timeZone);
  const deadline = new Date(collection.deadline);
  return deadline > now && deadline < midnight ? deadline : midnight;
};

interface PlannedPart {
  readonly part: NudgePart;
  readonly memberId: string | null;
  readonly slots: readonly NudgeSlot[];
}

function* partsOf(campaign: Campaign, calendar: WorkingCalendar, now: Date): Generator<PlannedPart> {
  const { collection, policy, missing } = campaign;
  if (collection.state !== 'open' || missing.length === 0) return;
  const open = partOfDay(collection, calendar, now);
  if (open === null) return;
  const current = currentNudge(collection, policy, calendar, now);
  if (current === null) return;
  const settled = now.getTime() - open >= leftOverDelay(collection, policy);
  const inChat = new Map<string, { members: MemberRef[]; slots: NudgeSlot[] }>();
  for (const member of missing) {
    const preference = campaign.preferences.get(member.id);
    if (preference?.quietUntil !== undefined && preference.quietUntil > now) continue;
    const slots = slotsFor(member, preference, current, campaign, { open, settled });
    const [first] = slots;
    if (first === undefined) continue;
    if (preference?.private === true) yield { part: partOf(first, [member]), memberId: member.id, slots };
    else {
      const group = inChat.get(first.slot) ?? { members: [], slots: [] };
      group.members.push(member);
      group.slots.push(...slots);
      inChat.set(first.slot, group);
    }
  }
  for (const { members, slots } of inChat.values()) {
    const [first] = slots;
    if (first !== undefined) yield { part: partOf(first, members), memberId: null, slots };
  }

  function partOf({ slot }: NudgeSlot, members: readonly MemberRef[]): NudgePart {
    const { tone, urgent } = (current as ScheduledNudge).step;
    return { collection, slot, tone, urgent, members };
  }
}

/** When the present part of the working day began, in milliseconds; null outside working time. */
const partOfDay = (collection: Collection, calendar: WorkingCalendar, now: Date): number | null => {
  const { timeZone } = collection;
  const day = dayAt(now, timeZone);
  if (!calendar.isWorkingDay(day)) return null;
  for (const { from, to } of calendar.hours.working) {
    const start = instantAt(day, from, timeZone).getTime();
    if (now.getTime() >= start && now < instantAt(day, to, timeZone)) return start;
  }
  return null;
};

/**
 * The slots one message to a person uses up; none when nothing is due. Somebody whose quiet time has ended gets a slot of
 * his own, together with the current one when that has not gone out yet.
 */
const slotsFor = (
  member: MemberRef,
  preference: NudgePreference | undefined,
  current: ScheduledNudge,
  { collection, claimed }: Campaign,
  { open, settled }: { readonly open: number; readonly settled: boolean },
): NudgeSlot[] => {
  const slotOf = (slot: string): NudgeSlot => ({ collectionId: collection.id, memberId: member.id, slot });
  const free = (slot: string): boolean => claimed.get(slot)?.has(member.id) !== true;
  const slots: NudgeSlot[] = [];
  // What is left over from before this part of the day keeps off its first minutes, like everything else.
  if ((claimed.get(current.slot)?.size ?? 0) === 0 && (current.sendAt.getTime() >= open || settled))
    slots.push(slotOf(current.slot));
  const quiet = preference?.quietUntil;
  if (quiet !== undefined && quiet > current.sendAt && (quiet.getTime() >= open || settled || slots.length > 0)) {
    const again = `again-${quiet.toISOString().slice(0, 16).replace(/\D/gu, '')}`;
    if (free(again)) slots.push(slotOf(again));
  }
  return slots;
};
