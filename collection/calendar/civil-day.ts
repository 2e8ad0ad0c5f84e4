import { instantOf, localTime } from '../../core/local-time.ts';

/** A day of the calendar as the number of days since 1 January 1970, in no time zone. */
export type Day = number;

const DAY = 24 * 60 * 60 * 1000;
const WEEKDAYS = '日一二三四五六';

/** Months and days may run over: day 0 is the last day of the month before. */
export const dayOf = (year: number, month: number, day: number): Day =>
  Math.round(Date.UTC(year, month - 1, day) / DAY);

export const isRealDate = (year: number, month: number, day: number): boolean => {
  const parts = datesParts(dayOf(year, month, day));
  return parts.year === year && parts.month === month && parts.day === day;
};

export const datesParts = (day: Day): { readonly year: number; readonly month: number; readonly day: number } => {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** 0 is Monday: weeks begin on Monday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/** 星期一 to 星期日. */
export const weekdayName = (day: Day): string => `星期${WEEKDAYS[(weekdayOf(day) + 1) % 7]}`;

export const mondayOf = (day: Day): Day => day - weekdayOf(day);

export const lastDayOfMonth = (year: number, month: number): Day => dayOf(year, month + 1, 0);

/** "2026-12-31". */
export const isoDay = (day: Day): string => new Date(day * DAY).toISOString().slice(0, 10);

export const dayOfIso = (iso: string): Day => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);

export const dayAt = (instant: Date, timeZone: string): Day => {
  const { year, month, day } = localTime(instant, timeZone);
  return dayOf(year, month, day);
};

/** `minutes` since midnight; 1440 is the midnight that ends the day. */
export const instantAt = (day: Day, minutes: number, timeZone: string): Date =>
  instantOf({ ...datesParts(day), hour: Math.floor(minutes / 60), minute: minutes % 60 }, timeZone);

/** 12月31日, with the year when it is not the given one. */
export const dayText = (day: Day, presentYear: number): string => {
  const { year, month, day: date } = datesParts(day);
  return `${year === presentYear ? '' : `${year}年`}${month}月${date}日`;
};
