import type { Collection } from '../../core/records.ts';
import type { ReminderPolicy, ReminderStep } from '../../core/reminder-policy.ts';
import { type Day, dayAt, instantAt, isoDay } from '../calendar/civil-day.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { jitterMinutes } from './jitter.ts';

/** A nudge of a collection with the instant from which it is due. */
export interface ScheduledNudge {
  /** Stable key, e.g. "T-1d-202612311000" (of the deadline in UTC: a moved deadline is nudged about anew), "late-2027-01-04". */
  readonly slot: string;
  readonly step: ReminderStep;
  readonly sendAt: Date;
}

const MINUTE = 60_000;

/** Everything the policy says before and at the deadline, in the policy's order; steps before the collection began are left out. */
export const scheduleOf = (
  collection: Collection,
  policy: ReminderPolicy,
  calendar: WorkingCalendar,
): ScheduledNudge[] => {
  const deadline = new Date(collection.deadline);
  const stamp = deadline.toISOString().slice(0, 16).replace(/\D/gu, '');
  const created = Date.parse(collection.createdAt);
  return policy.steps.flatMap((step) => {
    const base = baseOf(step, collection, calendar);
    if (base === null) return [];
    const sendAt = sendTime(base, collection, policy, calendar);
    return sendAt.getTime() < created ? [] : [{ slot: `${step.slot}-${stamp}`, step, sendAt }];
  });
};

/** The nudge that stands at `now`: the last one that has come due, or null. After the deadline also those of each morning. */
export const currentNudge = (
  collection: Collection,
  policy: ReminderPolicy,
  calendar: WorkingCalendar,
  now: Date,
): ScheduledNudge | null => {
  const schedule = scheduleOf(collection, policy, calendar);
  const late = lateNudge(collection, policy, calendar, now, schedule.at(-1)?.sendAt ?? new Date(collection.deadline));
  if (late === 'over') return null;
  return late ?? schedule.findLast(({ sendAt }) => sendAt <= now) ?? null;
};

const baseOf = ({ when }: ReminderStep, collection: Collection, calendar: WorkingCalendar): Date | null => {
  const deadline = new Date(collection.deadline);
  if ('minutesBefore' in when) return new Date(deadline.getTime() - when.minutesBefore * MINUTE);
  if ('eachWorkingMorning' in when) return null;
  const last = lastDayOf(collection);
  const day = 'daysBefore' in when ? last - when.daysBefore : calendar.addWorkingDays(last, -when.workingDaysBefore);
  return instantAt(day, when.at, collection.timeZone);
};

/** The day a deadline belongs to: midnight is the end of the day before. */
export const lastDayOf = (collection: Pick<Collection, 'deadline' | 'timeZone'>): Day =>
  dayAt(new Date(Date.parse(collection.deadline) - 1), collection.timeZone);

/** Into working time, off the hour, and not past the deadline when it began before it. */
const sendTime = (base: Date, collection: Collection, policy: ReminderPolicy, calendar: WorkingCalendar): Date => {
  const { timeZone } = collection;
  const deadline = Date.parse(collection.deadline);
  const before = base.getTime() < deadline;
  let moved = calendar.workingTimeFrom(base, timeZone);
  // Nobody is helped by “tomorrow” after the deadline: the last working time before it, then.
  if (before && moved.getTime() >= deadline) moved = workingTimeBefore(base, timeZone, calendar);
  const room = Math.min(
    endOfPart(moved, timeZone, calendar) - moved.getTime(),
    before ? deadline - moved.getTime() : Number.POSITIVE_INFINITY,
  );
  return new Date(
    moved.getTime() + Math.min(jitterOf(collection, policy) * MINUTE, Math.floor(room / 2 / MINUTE) * MINUTE),
  );
};

const jitterOf = ({ platform, chatId }: Collection, policy: ReminderPolicy): number =>
  jitterMinutes(`${platform} ${chatId}`, policy.jitter);

/** At the same hour of an earlier working day, or where that is no working hour, at the beginning of its last part. */
const workingTimeBefore = (base: Date, timeZone: string, calendar: WorkingCalendar): Date => {
  const today = dayAt(base, timeZone);
  const start = instantAt(today, 0, timeZone).getTime();
  const minutes = Math.floor((base.getTime() - start) / MINUTE);
  const parts = calendar.hours.working;
  const part = parts.findLast(({ from }) => from <= minutes);
  const day = calendar.isWorkingDay(today) && part !== undefined ? today : calendar.addWorkingDays(today, -1);
  const last = day === today ? part : (parts.find(({ from, to }) => minutes >= from && minutes < to) ?? parts.at(-1));
  if (last === undefined) return base;
  return instantAt(day, minutes >= last.from && minutes < last.to ? minutes : last.from, timeZone);
};

const endOfPart = (instant: Date, timeZone: string, calendar: WorkingCalendar): number => {
  const day = dayAt(instant, timeZone);
  const ends = calendar.hours.working.map(({ to }) => instantAt(day, to, timeZone).getTime());
  return ends.find((end) => end > instant.getTime()) ?? instant.getTime();
};

/**
 * The nudge of a morning after the deadline, from the working day after the nudge at the deadline on; 'over' once there
 * were as many as the policy allows.
 */
const lateNudge = (
  collection: Collection,
  policy: ReminderPolicy,
  calendar: WorkingCalendar,
  now: Date,
  dueAt: Date,
): ScheduledNudge | 'over' | null => {
  const step = policy.steps.at(-1);
  if (step === undefined || !('eachWorkingMorning' in step.when) || now <= dueAt) return null;
  const { timeZone } = collection;
  const first = calendar.addWorkingDays(dayAt(dueAt, timeZone), 1);
  for (let day = dayAt(now, timeZone); day >= first; day -= 1) {
    if (!calendar.isWorkingDay(day)) continue;
    const base = instantAt(day, step.when.eachWorkingMorning, timeZone);
    const sendAt = sendTime(base, collection, policy, calendar);
    if (sendAt > now) continue;
    const count = calendar.workingDaysBetween(first - 1, day);
    return count > step.when.atMost ? 'over' : { slot: `${step.slot}-${isoDay(day)}`, step, sendAt };
  }
  return null;
};

/** Milliseconds that must have passed of a part of the working day before what was left over from earlier is sent. */
export const leftOverDelay = (collection: Collection, policy: ReminderPolicy): number =>
  jitterOf(collection, policy) * MINUTE;
