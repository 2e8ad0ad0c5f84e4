import chineseDays from 'chinese-days';
import { type Day, datesParts, dayOf, dayOfIso, isoDay } from './civil-day.ts';

/** The only door to chinese-days. It reads days in the zone of the process, so it is asked about local noons. */

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

const noon = (day: Day): Date => {
  const { year, month, day: date } = datesParts(day);
  return new Date(year, month - 1, date, 12);
};

const years = new Map<number, StatutoryYear>();

export const statutoryYear = (year: number): StatutoryYear => {
  const known = years.get(year);
  if (known !== undefined) return known;
  const holidays = new Map<Day, string>();
  const makeUp = new Set<Day>();
  for (let day = dayOf(year, 1, 1); day <= dayOf(year, 12, 31); day += 1) {
    const detail = chineseDays.getDayDetail(noon(day));
    const name = detail.name.split(',')[1];
    if (name === undefined) continue;
    if (detail.work) makeUp.add(day);
    else holidays.set(day, name);
  }
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
  const days = [...holidays].filter(([, holiday]) => holiday.split('、').includes(name)).map(([day]) => day);
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
      return dayOfIso(chineseDays.getSolarDateFromLunar(`${year}-01-01`).date) - 1;
    case '清明':
      return dayOfIso(chineseDays.getSolarTermDate(year, 4, 'pure_brightness'));
    case '劳动节':
      return dayOf(year, 5, 1);
    case '端午':
      return dayOfIso(chineseDays.getSolarDateFromLunar(`${year}-05-05`).date);
    case '中秋':
      return dayOfIso(chineseDays.getSolarDateFromLunar(`${year}-08-15`).date);
    case '国庆节':
      return dayOf(year, 10, 1);
  }
};

/** "国庆节" for a holiday's day off, or null. */
export const holidayOn = (day: Day): string | null =>
  statutoryYear(Number(isoDay(day).slice(0, 4))).holidays.get(day) ?? null;
