import { officeHoursSchema } from '../core/office-hours.ts';
import { workingCalendar } from './calendar/working-calendar.ts';
import { readDatePhrase } from './dates/date-phrase.ts';

export type DeadlinePhrase =
  /** `assumedTime`: the phrase named a day but no hour. */
  | { readonly ok: true; readonly at: Date; readonly assumedTime: boolean }
  | { readonly ok: false; readonly code: 'none' | 'impossible' | 'past'; readonly message: string };

/** When a phrase names a day but no hour. */
export const DEFAULT_HOUR = 18;

const usualHours = officeHoursSchema.parse({
  working: [{ from: '09:00', to: '18:00' }],
  deadline: `${DEFAULT_HOUR}:00`,
  evening: '22:00',
});
const calendar = workingCalendar(usualHours);

/** Reads a deadline by usual office hours and leaves out what a phrase assumes or asks; see dates/date-phrase.ts. */
export const readDeadline = (phrase: string, now: Date, timeZone: string): DeadlinePhrase => {
  const read = readDatePhrase(phrase, now, timeZone, calendar);
  if (!read.ok) return { ok: false, code: read.code, message: read.reason };
  return { ok: true, at: read.instant, assumedTime: read.precision === 'day' };
};
