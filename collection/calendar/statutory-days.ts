import { createRequire } from 'node:module';
import chineseDays from 'chinese-days';
import { z } from 'zod';
import { type Day, dayOf, dayOfIso } from './civil-day.ts';

/**
 * The only door to chinese-days. Its functions read days in the zone of the process and are a day off west of Greenwich, so
 * holidays come from its data as published.
 */
const require = createRequire(import.meta.url);
const published = z
  .object({ holidays: z.record(z.iso.date(), z.string()), workdays: z.record(z.iso.date(), z.string()) })
  .parse(require('chinese-days/dist/chinese-days.json'));

export interface StatutoryYear {
  /** The arrangements of this year are published; otherwise only weekends are known. */
  readonly announced: boolean;
  /** The holiday (国庆节) on its days off, by day. */
  readonly holidays: ReadonlyMap<Day, string>;
  /** Weekend days that are worked instead. */
  readonly makeUp: ReadonlySet<Day>;
}

export type HolidayName = '元旦' | '春节' | '清明' | '劳动节' | '端午' | '中秋' | '国庆节';
export const holidayNames: readonly HolidayName[] = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆节'];

const years = new Map<number, StatutoryYear>();

export const statutoryYear = (year: number): StatutoryYear => {
  const known = years.get(year);
  if (known !== undefined) return known;
  const ofYear = (days: Record<string, string>) => Object.entries(days).filter(([iso]) => iso.startsWith(`${year}-`));
  const holidays = new Map(
    ofYear(published.holidays).map(([iso, name]) => [dayOfIso(iso), name.split(',')[1] ?? name]),
  );
  const makeUp = new Set(ofYear(published.workdays).map(([iso]) => dayOfIso(iso)));
  const found: StatutoryYear = { announced: holidays.size > 0, holidays, makeUp };
  years.set(year, found);
  return found;
};

/** First and last day off; without a published arrangement what the law and custom let expect. */
export const holidaySpan = (
  name: HolidayName,
  year: number,
): { readonly first: Day; readonly last: Day; readonly announced: boolean } => {
  const { announced, holidays } = statutoryYear(year);
  const days = [...holidays].filter(([, holiday]) => holiday === name).map(([day]) => day);
  if (days.length > 0) {
    const [first, last] = [Math.min(...days), Math.max(...days)];
    return { first, last, announced };
  }
  const first = customaryFirst(name, year);
  return { first, last: first + customaryLength[name] - 1, announced: false };
};

const customaryLength: Readonly<Record<HolidayName, number>> = {
  元旦: 1,
  春节: 8,
  清明: 1,
  劳动节: 5,
  端午: 1,
  中秋: 1,
  国庆节: 7,
};

const customaryFirst = (name: HolidayName, year: number): Day => {
  switch (name) {
    case '元旦':
      return dayOf(year, 1, 1);
    case '春节':
      return lunarDay(year, '01-01') - 1;
    case '清明':
      // The usual rule for this century; the day moves between 4 and 6 April.
      return dayOf(year, 4, Math.floor((year - 2000) * 0.2422 + 4.81) - Math.floor((year - 2000) / 4));
    case '劳动节':
      return dayOf(year, 5, 1);
    case '端午':
      return lunarDay(year, '05-05');
    case '中秋':
      return lunarDay(year, '08-15');
    case '国庆节':
      return dayOf(year, 10, 1);
  }
};

/** The day of a lunar date; the library's answer is off by the same day or none all year, as its answer for 2026 tells. */
const lunarDay = (year: number, monthAndDay: string): Day => solarOf(`${year}-${monthAndDay}`) - shift();

const solarOf = (lunar: string): Day => dayOfIso(chineseDays.getSolarDateFromLunar(lunar).date);
const shift = (): number => solarOf('2026-01-01') - dayOf(2026, 2, 17);
