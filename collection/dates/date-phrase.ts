import type { Span } from '../../core/span.ts';
import {
  type Day,
  datesParts,
  dayOf,
  dayText,
  instantAt,
  isRealDate,
  weekdayName,
  weekdayOf,
} from '../calendar/civil-day.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { clockText } from './clock-time.ts';
import type { DateContext, DayReading } from './day-reading.ts';
import { dateContext, type FoundDate, findClock, findDates } from './find-dates.ts';
import { askDay } from './near-days.ts';

/** A question the phrase leaves open; the first candidate is what the reading goes by. */
export interface DateQuestion {
  /** 您说的“周五”是 11月27日（星期五） 吗？ */
  readonly text: string;
  readonly candidates: readonly Date[];
}

export type DatePhrase =
  | {
      readonly ok: true;
      readonly instant: Date;
      /** `day`: no hour was named. `part-of-day`: 下班, 上午. */
      readonly precision: 'minute' | 'hour' | 'part-of-day' | 'day';
      /** Where the words stand in the text given. */
      readonly span: Span;
      /** Chinese clauses: what was taken for granted, to be shown beside the date. */
      readonly assumed: readonly string[];
      /** Ask before going by it; null when the phrase says all. */
      readonly question: DateQuestion | null;
    }
  | {
      readonly ok: false;
      readonly code: 'none' | 'impossible' | 'past';
      /** Chinese: why it was refused and what to write instead. */
      readonly reason: string;
    };

const MAX_PHRASE = 200;
const DAY = 24 * 60 * 60 * 1000;
/** A date without a year that lies less than this behind is taken for a slip, not for next year's. */
const RECENT = 180 * DAY;
const FAR = 300 * DAY;
const ABSOLUTE = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})/u;

/**
 * Reads the deadline that a phrase or a command names: 12月31日18:00前, 12.31, 本周五下班前, 月底, 3个工作日内, 节后第一个工作日.
 * Reads at most 200 characters. Pure.
 */
export const readDatePhrase = (phrase: string, now: Date, timeZone: string, calendar: WorkingCalendar): DatePhrase => {
  const text = phrase.slice(0, MAX_PHRASE);
  const absolute = ABSOLUTE.exec(text);
  if (absolute !== null) return readAbsolute(absolute, now);
  const context = dateContext(now, timeZone, calendar);
  const dates = findDates(text, context);
  const chosen = choose(dates) ?? findClock(text, context);
  if (chosen === null) {
    return { ok: false, code: 'none', reason: '没看懂截止时间。请这样写：截止 12月31日18:00，或 2026-12-31 18:00。' };
  }
  return resolveDate(chosen, text, context);
};

/** The deadline among several dates: the one beside 前 or 截止, else the end of a range, else the first. */
const choose = (dates: readonly FoundDate[]): FoundDate | null =>
  dates.findLast((date) => date.cued && date.endOfRange) ??
  dates.find((date) => date.cued) ??
  dates.findLast((date) => date.endOfRange) ??
  dates[0] ??
  null;

const readAbsolute = (match: RegExpExecArray, now: Date): DatePhrase => {
  const instant = new Date(match[0]);
  if (Number.isNaN(instant.getTime())) return { ok: false, code: 'impossible', reason: '没有这一天，请核对日期。' };
  if (instant <= now) return past(match[0]);
  const span = { start: match.index, end: match.index + match[0].length };
  return { ok: true, instant, precision: 'minute', span, assumed: [], question: null };
};

const past = (words: string, advice = '请换一个以后的时间；如果指明年，请把年份写上。'): DatePhrase => ({
  ok: false,
  code: 'past',
  reason: `“${words.trim()}”已经过去了。${advice}`,
});

/** Puts day, clock and weekday together and judges the whole. */
export const resolveDate = (found: FoundDate, text: string, context: DateContext): DatePhrase => {
  const words = text.slice(found.start, found.end).trim();
  if (found.clock === 'impossible')
    return { ok: false, code: 'impossible', reason: '时间不对，请按 18:00 这样的 24 小时制来写。' };
  const outcome = found.outcome ?? withoutDay(found, context);
  if ('impossible' in outcome) return { ok: false, code: 'impossible', reason: outcome.impossible };
  const span = { start: found.start, end: found.end };
  if (outcome.instant !== undefined) {
    const { instant } = outcome;
    return { ok: true, instant, precision: 'minute', span, assumed: [], question: null };
  }
  const { hours } = context.calendar;
  const minutes = found.clock?.minutes ?? hours.deadline;
  const at = (day: Day, clock = minutes): Date => instantAt(day, clock, context.timeZone);
  const reading = notPast(outcome, words, at, context);
  const day = reading.yearGuessed ? withYear(reading.day, at, context) : reading.day;
  const instant = at(day);
  if (instant <= context.now) return past(words, adviceFor(reading, found, day, context));
  const assumed = [
    ...(reading.assumed ?? []),
    ...(found.clock?.assumed ?? []),
    ...(found.clock === null ? [`没有写几点，按 ${clockText(minutes)} 算`] : []),
  ];
  const question = questionOf({ outcome: reading, found, day, at, minutes, words }, context);
  return { ok: true, instant, precision: found.clock?.precision ?? 'day', span, assumed, question };
};

/** 18:00前 alone: today, or the next working day when that has passed. */
const withoutDay = (found: FoundDate, context: DateContext): DayReading => {
  const minutes = found.clock === null || found.clock === 'impossible' ? 0 : found.clock.minutes;
  const today = instantAt(context.today, minutes, context.timeZone) > context.now;
  const day = today ? context.today : context.calendar.addWorkingDays(context.today, 1);
  return { kind: 'relative', day, assumed: [`没有写日期，按${dayText(day, context.year)}算`] };
};

/** 周五, said on a Friday evening, is the next one. */
const notPast = (reading: DayReading, words: string, at: (day: Day) => Date, context: DateContext): DayReading => {
  if (reading.kind !== 'weekday' || at(reading.day) > context.now) return reading;
  const day = reading.day + 7;
  return { ...reading, day, question: askDay(words, [day], context) };
};

/** A month and day without a year is this year's, or next year's when it lies far behind. */
const withYear = (day: Day, at: (day: Day) => Date, context: DateContext): Day => {
  if (context.now.getTime() - at(day).getTime() <= RECENT) return day;
  const parts = datesParts(day);
  return isRealDate(parts.year + 1, parts.month, parts.day) ? dayOf(parts.year + 1, parts.month, parts.day) : day;
};

const adviceFor = (outcome: DayReading, found: FoundDate, day: Day, context: DateContext): string | undefined => {
  if (day === context.today && found.clock !== null && found.clock !== 'impossible' && found.clock.minutes < 720)
    return '如果指晚上，请按 21:00 这样的 24 小时制来写。';
  if (outcome.kind === 'relative' && day < context.today && context.today - day < 7)
    return `它是 ${dayText(day, context.year)}；如果指下周，请写“下周${weekdayName(day).slice(-1)}”（${dayText(day + 7, context.year)}）。`;
  return undefined;
};

interface Asked {
  readonly outcome: DayReading;
  readonly found: FoundDate;
  readonly day: Day;
  readonly at: (day: Day, minutes?: number) => Date;
  readonly minutes: number;
  readonly words: string;
}

const questionOf = (asked: Asked, context: DateContext): DateQuestion | null => {
  const { outcome, found, day, at, minutes, words } = asked;
  const dated = (each: Day): string => `${dayText(each, context.year)}（${weekdayName(each)}）`;
  if (found.weekday !== null && found.weekday !== weekdayOf(day)) {
    const name = `星期${'一二三四五六日'[found.weekday]}`;
    const other = nearestWeekday(day, found.weekday, context.today);
    return {
      text: `${dayText(day, context.year)}是${weekdayName(day)}，不是${name}。是 ${dated(day)} 还是 ${dated(other)}？`,
      candidates: [at(day), at(other)],
    };
  }
  if (outcome.question !== undefined) {
    const days = outcome.question.days.filter((each) => at(each) > context.now);
    return { text: outcome.question.text, candidates: days.map((each) => at(each)) };
  }
  const { clock } = found;
  if (clock !== null && clock !== 'impossible' && clock.other !== undefined) {
    const candidates = [at(day), at(day, clock.other)].filter((each) => each > context.now);
    if (candidates.length > 1)
      return { text: `您说的“${words}”是下午 ${clockText(minutes)}，还是早上 ${clockText(clock.other)}？`, candidates };
  }
  if (clock !== null && clock !== 'impossible' && minutes === 0)
    return {
      text: `“${words}”是 ${dayText(day - 1, context.year)}夜里 24:00。是这个时间，还是 ${dayText(day, context.year)} 24:00？`,
      candidates: [at(day), at(day, 1440)],
    };
  if (outcome.yearGuessed && at(day).getTime() - context.now.getTime() > FAR)
    return {
      text: `您说的“${words}”是 ${datesParts(day).year}年${dayText(day, datesParts(day).year)} 吗？`,
      candidates: [at(day)],
    };
  return null;
};

const nearestWeekday = (day: Day, weekday: number, today: Day): Day => {
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  const back = ahead - 7;
  return Math.abs(back) < ahead && day + back >= today ? day + back : day + ahead;
};
