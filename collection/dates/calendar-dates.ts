import { dayOf, isRealDate, lastDayOfMonth } from '../calendar/civil-day.ts';
import { NUMBER, smallNumber, yearNumber } from './characters.ts';
import type { DateContext, DayOutcome, DayReader } from './day-reading.ts';

const YEAR = '(?:\\d{4}|\\d{2}|[零一二三四五六七八九]{4}|[零一二三四五六七八九]{2})';
const relativeYears: Readonly<Record<string, number>> = { 去: -1, 上: -1, 今: 0, 本: 0, 当: 0, 明: 1, 次: 1, 后: 2 };

const yearOf = (written: string | undefined, context: DateContext): number | null => {
  if (written === undefined) return null;
  const relative = relativeYears[written.slice(0, 1)];
  return relative === undefined ? yearNumber(written) : context.year + relative;
};

const explicit = (year: number | null, month: number, day: number, words: string, context: DateContext): DayOutcome => {
  const certain = year ?? context.year;
  // 29 February without a year means a year that has one.
  if (
    !isRealDate(certain, month, day) &&
    !(year === null && month === 2 && day === 29 && isRealDate(certain + 1, 2, 29))
  )
    return { impossible: `没有“${words.trim()}”这一天，请核对日期。` };
  if (Math.abs(certain - context.year) > 10) return { impossible: `年份“${certain}”看起来不对，请核对。` };
  const here = isRealDate(certain, month, day) ? certain : certain + 1;
  return { kind: 'explicit', day: dayOf(here, month, day), ...(year === null ? { yearGuessed: true } : {}) };
};

/** 2026年12月31日, 明年1月5日, 12月31日, 十二月三十一日, 元月5日. */
const written: DayReader = {
  pattern: new RegExp(
    `(?<![\\d零一二三四五六七八九])(?:(${YEAR}|[今明后去本当次]年?)\\s?年?度?\\s?)?(?<![\\d])(${NUMBER}|元)\\s?月\\s?份?(${NUMBER})\\s?(?:日|号|(?=\\D|$))`,
    'gu',
  ),
  read: (match, context) => {
    const [words, year, month = '', day = ''] = match;
    if (year !== undefined && !/年/u.test(words.slice(0, words.indexOf('月')))) return null;
    return explicit(yearOf(year, context), smallNumber(month), smallNumber(day), words, context);
  },
};

/** 2026-12-31, 2026/12/31, 2026.12.31. */
const numeric: DayReader = {
  pattern: /(?<!\d)(\d{4})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{1,2})(?!\d)[日号]?/gu,
  read: (match, context) => explicit(Number(match[1]), Number(match[2]), Number(match[3]), match[0], context),
};

/** 20261231. */
const compact: DayReader = {
  pattern: /(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)/gu,
  read: (match, context) => explicit(Number(match[1]), Number(match[2]), Number(match[3]), match[0], context),
};

/** 12.31, 12/31, 12-31, but not 3.5万字 nor 1.5倍. */
const short: DayReader = {
  pattern:
    /(?<![\d.:/-])(\d{1,2})([./-])(\d{1,2})(?![\d.:/-]|\s?(?:万|亿|千|百|元|倍|磅|厘米|毫米|cm|mm|页|字|%|个|级|折|公里))(?:\s?[日号](?!字))?/giu,
  read: (match, context) => {
    const [month, day] = [Number(match[1]), Number(match[3])];
    // 1-2 and 1/3 are as likely a range or a share.
    if (match[2] !== '.' && (match[1]?.length ?? 0) + (match[3]?.length ?? 0) < 3) return null;
    return explicit(null, month, day, match[0], context);
  },
};

/** 31日, 本月25日, 下个月5号, 次月10日. */
const dayOnly: DayReader = {
  pattern: new RegExp(
    `(?<![\\d月零一二三四五六七八九十./-])(?:(本|这个?|当|下个?|次)月\\s?)?(?<!\\d)(${NUMBER})\\s?[日号](?!常|内|后|之|以|字|楼|文|令|前后|程|志|报|线|门|房|机|仿|小标|黑|楷|宋)`,
    'gu',
  ),
  read: (match, context) => {
    const [words, which, written = ''] = match;
    const day = smallNumber(written);
    const next = which?.startsWith('下') || which === '次';
    const month = context.month + (next ? 1 : 0);
    const first = dayOf(context.year, month, 1);
    const length = lastDayOfMonth(context.year, month) - first + 1;
    if (!(day >= 1 && day <= length)) return { impossible: `没有“${words.trim()}”这一天，请写明月份，例如 12月31日。` };
    return { kind: 'day-only', day: first + day - 1 };
  },
};

export const calendarDates: readonly DayReader[] = [written, numeric, compact, short, dayOnly];
