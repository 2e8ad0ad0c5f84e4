import { localTime } from '../../core/local-time.ts';
import type { OfficeHours } from '../../core/office-hours.ts';
import { type Day, datesParts, dayAt, dayOfIso, instantAt, weekdayOf } from './civil-day.ts';
import { statutoryYear } from './statutory-days.ts';

/** Working days and hours of an office: statutory holidays, make-up weekends, its own days, its hours. Pure. */
export interface WorkingCalendar {
  readonly hours: OfficeHours;
  isWorkingDay(day: Day): boolean;
  /** Whether holidays and make-up weekends of that year are published; until then it goes by weekends alone. */
  knowsYear(year: number): boolean;
  /** The day itself when it is worked, else the next one that is. */
  workingDayFrom(day: Day): Day;
  /** The n-th working day after the day (n > 0) or before it (n < 0). */
  addWorkingDays(day: Day, count: number): Day;
  /** Working days after `from`, up to and including `to`. */
  workingDaysBetween(from: Day, to: Day): number;
  isWorkingTime(instant: Date, timeZone: string): boolean;
  /** The instant itself within working hours, else the beginning of the next ones. */
  workingTimeFrom(instant: Date, timeZone: string): Date;
}

export const workingCalendar = (hours: OfficeHours): WorkingCalendar => {
  const rest = new Set(hours.restDays.map(dayOfIso));
  const work = new Set(hours.workDays.map(dayOfIso));
  const known = new Map<Day, boolean>();

  const isWorkingDay = (day: Day): boolean => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const value = work.has(day) || (!rest.has(day) && workedByLaw(day));
    known.set(day, value);
    return value;
  };
  const step = (day: Day, direction: 1 | -1): Day => {
    let next = day + direction;
    // An office that rests for ever is a mistake in its list of days; a year is more than any holiday.
    for (let left = 366; left > 0 && !isWorkingDay(next); left -= 1) next += direction;
    return next;
  };
  const workingDayFrom = (day: Day): Day => (isWorkingDay(day) ? day : step(day, 1));
  const partAt = (instant: Date, timeZone: string) => {
    const { hour, minute } = localTime(instant, timeZone);
    const minutes = hour * 60 + minute;
    return { minutes, part: hours.working.find(({ from, to }) => minutes >= from && minutes < to) };
  };

  return {
    hours,
    isWorkingDay,
    workingDayFrom,
    knowsYear: (year) => statutoryYear(year).announced,
    addWorkingDays: (day, count) => {
      let result = day;
      for (let left = Math.abs(count); left > 0; left -= 1) result = step(result, count > 0 ? 1 : -1);
      return result;
    },
    workingDaysBetween: (from, to) => {
      let count = 0;
      for (let day = from + 1; day <= to; day += 1) if (isWorkingDay(day)) count += 1;
      return count;
    },
    isWorkingTime: (instant, timeZone) =>
      isWorkingDay(dayAt(instant, timeZone)) && partAt(instant, timeZone).part !== undefined,
    workingTimeFrom: (instant, timeZone) => {
      const day = dayAt(instant, timeZone);
      const { minutes, part } = partAt(instant, timeZone);
      if (isWorkingDay(day)) {
        if (part !== undefined) return instant;
        const next = hours.working.find(({ from }) => from > minutes);
        if (next !== undefined) return instantAt(day, next.from, timeZone);
      }
      return instantAt(step(day, 1), hours.working[0]?.from ?? 0, timeZone);
    },
  };
};

const workedByLaw = (day: Day): boolean => {
  const year = statutoryYear(datesParts(day).year);
  return year.makeUp.has(day) || (weekdayOf(day) < 5 && !year.holidays.has(day));
};
