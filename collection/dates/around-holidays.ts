import type { Day } from '../calendar/civil-day.ts';
import { type HolidayName, holidayNames, holidaySpan } from '../calendar/statutory-days.ts';
import { NUMBER, smallNumber } from './characters.ts';
import type { DateContext, DayReader } from './day-reading.ts';
import { unannounced } from './period-ends.ts';

const NAMES = '元旦|新年|春节|清明节?|五一|劳动节|端午节?|中秋节?|国庆节?|十一(?!月)';
const plain: Readonly<Record<string, HolidayName>> = {
  元旦: '元旦',
  新年: '元旦',
  春节: '春节',
  清明: '清明',
  五一: '劳动节',
  劳动节: '劳动节',
  端午: '端午',
  中秋: '中秋',
  国庆: '国庆节',
  十一: '国庆节',
};

interface Holiday {
  readonly name: HolidayName;
  readonly first: Day;
  readonly last: Day;
}

/** The named holiday, or the one at hand, that ends today or later; joined holidays are one. */
const nextHoliday = (name: HolidayName | null, context: DateContext): Holiday | null => {
  const spans = [context.year, context.year + 1].flatMap((year) =>
    holidayNames
      .filter((each) => name === null || each === name)
      .map((each) => ({ name: each, ...holidaySpan(each, year) })),
  );
  return spans.filter(({ last }) => last >= context.today).sort((a, b) => a.first - b.first)[0] ?? null;
};

const nameOf = (written: string | undefined): HolidayName | null =>
  written === undefined ? null : (plain[written.replace(/(?<=清明|端午|中秋|国庆)节$/u, '')] ?? null);

/** 节后第一个工作日, 国庆节后上班第一天, 节后第3个工作日. */
const after: DayReader = {
  pattern: new RegExp(
    `(${NAMES})?(?:节|长假|假期|放假|收假|小长假|假)?(?:结束|上班)?(?:之|以)?后的?(?:上班)?(?:第(${NUMBER})个?(?:工作日|上班日|天上班|天)|首个工作日|上班首日|首日)(?:上班)?`,
    'gu',
  ),
  read: (match, context) => {
    if (!/节|假|旦|年|一|明|午|秋|庆/u.test(match[0].slice(0, match[0].indexOf('后')))) return null;
    const holiday = nextHoliday(nameOf(match[1]), context);
    if (holiday === null) return null;
    const day = context.calendar.addWorkingDays(holiday.last, match[2] === undefined ? 1 : smallNumber(match[2]));
    return {
      kind: 'relative',
      day,
      assumed: [`“${match[0]}”按${holiday.name}后算`],
      ...unannounced(`${holiday.name}后上班`, day, context),
    };
  },
};

/** 节前, 国庆节前, 元旦前, 放假前, 节前最后一个工作日. */
const before: DayReader = {
  pattern: new RegExp(
    `(?:(${NAMES})(?:节|长假|假期|放假)?|(?<!\\p{Script=Han})(?:节|放假|假期|长假))(?:之|以)?前(?:的?最后(?:一个工作日|一天))?`,
    'gu',
  ),
  read: (match, context) => {
    const name = nameOf(match[1]);
    const of = (from: DateContext): { day: Day; holiday: Holiday } | null => {
      const holiday = nextHoliday(name, from);
      return holiday === null ? null : { holiday, day: context.calendar.addWorkingDays(holiday.first, -1) };
    };
    let found = of(context);
    // In the holiday itself, or on its eve after work, the next one is meant.
    if (found !== null && found.day < context.today) found = of({ ...context, today: found.holiday.last + 1 });
    if (found === null) return null;
    return {
      kind: 'relative',
      day: found.day,
      assumed: [`“${match[0]}”按${found.holiday.name}放假前最后一个工作日算`],
      ...unannounced(`${found.holiday.name}放假前`, found.day, context),
    };
  },
};

export const aroundHolidays: readonly DayReader[] = [after, before];
