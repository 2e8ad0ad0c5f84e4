import { localTime } from '../../core/local-time.ts';
import type { Span } from '../../core/span.ts';
import { datesParts, dayOf, isRealDate } from '../calendar/civil-day.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { aroundHolidays } from './around-holidays.ts';
import { calendarDates } from './calendar-dates.ts';
import { folded } from './characters.ts';
import { type ClockReading, readClock } from './clock-time.ts';
import type { DateContext, DayOutcome, DayReader, DayReading } from './day-reading.ts';
import { lengthsOfTime } from './lengths-of-time.ts';
import { nearDays } from './near-days.ts';
import { periodEnds } from './period-ends.ts';

/** Words that name a day, with the clock time and the weekday that belong to them; not yet put together. */
export interface FoundDate extends Span {
  readonly outcome: DayOutcome | null;
  readonly clock: ClockReading | 'impossible' | null;
  /** 0 is Monday. */
  readonly weekday: number | null;
  /** 前, 截止 and the like stand beside it. */
  readonly cued: boolean;
  /** The end of 25日至31日. */
  readonly endOfRange: boolean;
}

interface Match extends Span {
  readonly outcome: DayOutcome;
}

/** In the order in which they win over one another where they begin at the same place and are equally long. */
const readers: readonly DayReader[] = [
  ...aroundHolidays,
  ...lengthsOfTime,
  ...periodEnds,
  ...nearDays,
  ...calendarDates,
];
const MAX_LENGTH = 100_000;
const weekdayNote = /\s?[(]?\s?(?:星期|周|礼拜)([一二三四五六日天])\s?[)]?/uy;
const range = /^\s?(?:起|开始)?\s?(?:至|到|—+|–|-|~|～|－)\s?$/u;
const cueAfter = /^\s?[)]?\s?(?:\(?(?:含|北京时间)\)?)?\s?(?:之前|以前|前|截止|截至|止|为止|为限|内)/u;
const cueBefore =
  /(?:截止(?:时间|日期)?|截至|最迟|最晚|不晚于|不迟于|务必于|务于|请于|须于|应于|报送时间|提交时间|上交时间|时限|期限)(?:为|是|到|至|于|:|在|[(])?\s?$/u;

export const dateContext = (now: Date, timeZone: string, calendar: WorkingCalendar): DateContext => {
  const { year, month, day } = localTime(now, timeZone);
  return { now, timeZone, calendar, today: dayOf(year, month, day), year, month };
};

/** Every date in a text, in order; at most 100,000 characters are read. */
export const findDates = (text: string, context: DateContext): FoundDate[] => {
  const plain = folded(text.slice(0, MAX_LENGTH));
  const days = withoutOverlaps(readers.flatMap((reader) => matchesOf(reader, plain, context)));
  const found: FoundDate[] = [];
  let before = 0;
  for (const [index, match] of days.entries()) {
    // 星期五 in “12月25日（星期五）” belongs to the day before it.
    if (match.start < before) continue;
    const next = days[index + 1];
    if (next !== undefined && sameDayTwice(match, next, plain)) continue;
    const previous = days[index - 1];
    const twin = previous !== undefined && sameDayTwice(previous, match, plain) ? previous : null;
    const start = twin?.start ?? match.start;
    const endOfRange = found.length > 0 && range.test(plain.slice(found.at(-1)?.end ?? 0, start));
    const first = found.at(-1)?.outcome ?? null;
    const outcome = endOfRange ? inRange(match.outcome, first) : match.outcome;
    const rest = attachments(plain, match.end, context);
    const weekday = rest.weekday ?? (twin === null ? null : weekdayIn(twin, plain));
    const cued =
      /[内前]$/u.test(plain.slice(match.start, match.end)) ||
      cueAfter.test(plain.slice(rest.end, rest.end + 8)) ||
      cueBefore.test(plain.slice(Math.max(before, start - 12), start));
    found.push({ start, end: rest.end, outcome, clock: rest.clock, weekday, cued, endOfRange });
    before = rest.end;
  }
  return found;
};

/** The first clock time of a text without a date: 下班前, 18:00前. */
export const findClock = (text: string, context: DateContext): FoundDate | null => {
  const plain = folded(text.slice(0, 200));
  for (let at = 0; at < plain.length; at += 1) {
    const clock = readClock(plain, at, context.calendar.hours);
    if (clock === null || (at > 0 && /\d/u.test(plain[at - 1] ?? '') && /\d/u.test(plain[at] ?? ''))) continue;
    const end = at + (clock === 'impossible' ? 0 : clock.length);
    return { start: at, end, outcome: null, clock, weekday: null, cued: true, endOfRange: false };
  }
  return null;
};

const matchesOf = ({ pattern, read }: DayReader, plain: string, context: DateContext): Match[] =>
  [...plain.matchAll(pattern)].flatMap((match) => {
    const outcome = read(match as RegExpExecArray, context);
    return outcome === null ? [] : [{ start: match.index, end: match.index + match[0].trimEnd().length, outcome }];
  });

const withoutOverlaps = (matches: readonly Match[]): Match[] => {
  const ordered = [...matches].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Match[] = [];
  for (const match of ordered) {
    const last = kept.at(-1);
    if (last === undefined || match.start >= last.end) kept.push(match);
    else if (match.end - match.start > last.end - last.start) kept[kept.length - 1] = match;
  }
  return kept;
};

/** 周五（12月25日）, 本周五11月27日: two ways of naming one day. */
const sameDayTwice = (a: Match, b: Match, plain: string): boolean => {
  const gap = plain.slice(a.end, b.start);
  if (!/^\s?[,，]?\s?[(]?\s?$/u.test(gap) || 'impossible' in a.outcome || 'impossible' in b.outcome) return false;
  return (
    a.outcome.kind !== 'explicit' && b.outcome.kind === 'explicit' && /周|星期|礼拜/u.test(plain.slice(a.start, a.end))
  );
};

const weekdayIn = (match: Match, plain: string): number | null => {
  const name = /[周期拜]([一二三四五六日天])/u.exec(plain.slice(match.start, match.end))?.[1];
  return name === undefined ? null : '一二三四五六日'.indexOf(name.replace('天', '日'));
};

/** 25日 in “12月25日至31日” is a day of that month. */
const inRange = (outcome: DayOutcome, first: DayOutcome | null): DayOutcome => {
  if (first === null || 'impossible' in first || first.kind !== 'explicit') return outcome;
  if ('impossible' in outcome || outcome.kind !== 'day-only') return outcome;
  const from = datesParts(first.day);
  const { day } = datesParts(outcome.day);
  if (!isRealDate(from.year, from.month, day)) return outcome;
  const reading: DayReading = { ...first, day: dayOf(from.year, from.month, day) };
  return reading;
};

const attachments = (plain: string, from: number, context: DateContext) => {
  let at = from;
  weekdayNote.lastIndex = at;
  const note = weekdayNote.exec(plain);
  const weekday = note === null ? null : '一二三四五六日'.indexOf((note[1] ?? '').replace('天', '日'));
  if (note !== null) at += note[0].length;
  const gap =
    /^[\s,)]*(?:T(?=\d)|(?:的|当天|当日)?\s?)(?:北京时间\s?)?/u.exec(plain.slice(at, at + 16))?.[0].length ?? 0;
  const clock = readClock(plain, at + gap, context.calendar.hours);
  if (clock === null) return { end: at, weekday, clock: null };
  return { end: clock === 'impossible' ? at : at + gap + clock.length, weekday, clock };
};
