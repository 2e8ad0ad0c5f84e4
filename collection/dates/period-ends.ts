import { type Day, datesParts, dayOf, dayText, lastDayOfMonth } from '../calendar/civil-day.ts';
import { holidaySpan } from '../calendar/statutory-days.ts';
import { NUMBER, smallNumber, yearNumber } from './characters.ts';
import type { DateContext, DayReader, DayReading } from './day-reading.ts';

const relative = (day: Day, more: Partial<DayReading> = {}): DayReading => ({ kind: 'relative', day, ...more });
const YEAR = '(?:(今|本|明|来|次|\\d{4}|[零一二三四五六七八九]{4})年度?)?';

const yearOf = (written: string | undefined, context: DateContext): number => {
  if (written === undefined || /[今本]/u.test(written)) return context.year;
  return /[明来次]/u.test(written) ? context.year + 1 : yearNumber(written);
};

/** 月底, 本月末, 下月底, 12月底, 明年3月底; 月初, 月中; 12月上旬, 中旬, 下旬. */
const month: DayReader = {
  pattern: new RegExp(
    `${YEAR}(?:(本|这个?|当|下个?|次)月|(${NUMBER})月份?|(?<![零一二三四五六七八九十\\d每])月)的?(底|末|初|中(?!旬)|上旬|中旬|下旬)`,
    'gu',
  ),
  read: (match, context) => {
    const [words, year, which = '', number, what = ''] = match;
    const named = number === undefined ? null : smallNumber(number);
    if (named !== null && !(named >= 1 && named <= 12)) return null;
    const current = context.month + (which.startsWith('下') || which === '次' ? 1 : 0);
    let [y, m] = [yearOf(year, context), named ?? current];
    const end = lastDayOfMonth(y, m);
    if (named !== null && year === undefined && end < context.today) [y, m] = [y + 1, m];
    const last = lastDayOfMonth(y, m);
    if (/底|末|下旬/u.test(what)) {
      return relative(last, what === '下旬' ? { assumed: [`“${words}”按 ${dayText(last, context.year)}算`] } : {});
    }
    const day = dayOf(y, m, what === '上旬' ? 10 : what === '中旬' ? 20 : what === '初' ? 5 : 15);
    const guess = { text: `您说的“${words}”是 ${dayText(day, context.year)} 吗？`, days: [day] };
    return relative(
      day,
      what.endsWith('旬') ? { assumed: [`“${words}”按 ${dayText(day, context.year)}算`] } : { question: guess },
    );
  },
};

/** 12月前 and 12月份: the day is left open. */
const wholeMonth: DayReader = {
  pattern: new RegExp(
    `${YEAR}(?<![零一二三四五六七八九十\\d])(${NUMBER})月(?:份?(?:之前|以前|前|内|之内)|份)(?!\\s?\\d)`,
    'gu',
  ),
  read: (match, context) => {
    const [words, year, number = ''] = match;
    const named = smallNumber(number);
    if (!(named >= 1 && named <= 12)) return null;
    let y = yearOf(year, context);
    if (year === undefined && lastDayOfMonth(y, named) < context.today) y += 1;
    const last = lastDayOfMonth(y, named);
    const before = dayOf(y, named, 0);
    const days = words.endsWith('前') && before >= context.today ? [before, last] : [last];
    const text = `您说的“${words}”是 ${days.map((day) => dayText(day, context.year)).join(' 还是 ')}${days.length > 1 ? '？' : ' 吗？'}`;
    return relative(days[0] ?? last, { question: { text, days } });
  },
};

/** 本季度末, 下季度末, 一季度末, 明年第二季度末, 季末. */
const quarter: DayReader = {
  pattern: new RegExp(
    `${YEAR}(?:(本|这个?|当|下个?)季度?|第?([一二三四1-4])季度|季度?)(?:的)?(?:底|末|结束(?:前|之前))`,
    'gu',
  ),
  read: (match, context) => {
    const [, year, which = '', number] = match;
    const present = Math.ceil(context.month / 3);
    const wanted = number === undefined ? present + (which.startsWith('下') ? 1 : 0) : smallNumber(number);
    let y = yearOf(year, context);
    if (number !== undefined && year === undefined && wanted < present) y += 1;
    return relative(lastDayOfMonth(y, wanted * 3));
  },
};

/** 年底, 年末, 年终, 今年底, 明年年底, 岁末; 上半年, 半年末. */
const year: DayReader = {
  pattern: new RegExp(
    `${YEAR}(?:(?<!半)年(?:底|末|终(?!总结|考核|述|奖|报告|盘点|工作|检查))|岁末|(上|下)半年(?:底|末|结束前|内|前)|(?<=[今明]年)底)|(今|明)年底`,
    'gu',
  ),
  read: (match, context) => {
    const [, given, half, near] = match;
    const y = yearOf(near ?? given, context);
    return relative(half === '上' ? dayOf(y, 6, 30) : dayOf(y, 12, 31));
  },
};

/** 年前 is before the new year for some and before the Spring Festival for most. */
const beforeNewYear: DayReader = {
  pattern: /(?<![\d零一二三四五六七八九十两半每去今明几多\p{Script=Han}])年(?:之|以)?前|春节之?前/gu,
  read: (match, context) => {
    const eve = (y: number): Day => context.calendar.addWorkingDays(holidaySpan('春节', y).first, -1);
    const spring = eve(context.year) >= context.today ? eve(context.year) : eve(context.year + 1);
    if (match[0].startsWith('春节')) return relative(spring, unannounced('春节', spring, context));
    const end = dayOf(datesParts(spring).year - 1, 12, 31);
    const days = end >= context.today ? [end, spring] : [spring];
    const text =
      days.length > 1
        ? `您说的“${match[0]}”是 ${dayText(end, context.year)} 还是春节前（${dayText(spring, context.year)}）？`
        : `您说的“${match[0]}”是春节前（${dayText(spring, context.year)}）吗？`;
    return relative(days[0] ?? spring, { question: { text, days } });
  },
};

export const unannounced = (name: string, day: Day, context: DateContext): Partial<DayReading> =>
  context.calendar.knowsYear(datesParts(day).year)
    ? {}
    : {
        question: {
          text: `${datesParts(day).year}年的放假安排还没有公布，${name}暂按 ${dayText(day, context.year)} 算，对吗？`,
          days: [day],
        },
      };

export const periodEnds: readonly DayReader[] = [month, wholeMonth, quarter, year, beforeNewYear];
