import { instantOf, type LocalTime, localTime } from '../core/local-time.ts';

export type DeadlinePhrase =
  /** `assumedTime`: the phrase named a day but no hour. */
  | { readonly ok: true; readonly at: Date; readonly assumedTime: boolean }
  | { readonly ok: false; readonly code: 'none' | 'impossible' | 'past'; readonly message: string };

type Day = Pick<LocalTime, 'year' | 'month' | 'day'>;
interface FoundDay extends Day {
  readonly words: string;
  readonly yearGiven: boolean;
}

/** When a phrase names a day but no hour. */
export const DEFAULT_HOUR = 18;
const MAX_LENGTH = 200;
const DAY = 24 * 60 * 60 * 1000;
/** A date without a year that lies less than this behind is taken for a slip, not for next year's. */
const RECENT = 180 * DAY;
const WEEKDAYS = '日一二三四五六';

/** Reads the deadline in a message: 12月31日18:00, 2026-12-31 18:00, 明天下午5点半, 下周五, 月底. Pure. */
export const readDeadline = (phrase: string, now: Date, timeZone: string): DeadlinePhrase => {
  const text = phrase.slice(0, MAX_LENGTH).normalize('NFKC');
  const absolute = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})/u.exec(text);
  if (absolute !== null) return judge(new Date(absolute[0]), false, now);
  const today = localTime(now, timeZone);
  const day = findDay(text, today);
  if (day === null) {
    return { ok: false, code: 'none', message: '没看懂截止时间。请这样写：截止 12月31日18:00，或 2026-12-31 18:00。' };
  }
  if (!isRealDay(day)) return { ok: false, code: 'impossible', message: `没有“${day.words}”这一天，请核对日期。` };
  const time = findTime(text.replace(day.words, day.words.endsWith('晚') ? '晚' : ' '));
  if (time === 'impossible')
    return { ok: false, code: 'impossible', message: '时间不对，请按 18:00 这样的 24 小时制来写。' };
  const clock = time ?? { hour: DEFAULT_HOUR, minute: 0 };
  let at = instantOf({ ...day, ...clock }, timeZone);
  if (!day.yearGiven && now.getTime() - at.getTime() > RECENT)
    at = instantOf({ ...day, ...clock, year: day.year + 1 }, timeZone);
  return judge(at, time === null, now);
};

const judge = (at: Date, assumedTime: boolean, now: Date): DeadlinePhrase => {
  if (Number.isNaN(at.getTime())) return { ok: false, code: 'impossible', message: '没有这一天，请核对日期。' };
  if (at.getTime() > now.getTime()) return { ok: true, at, assumedTime };
  return { ok: false, code: 'past', message: '这个时间已经过去了，请换一个以后的时间；如果指明年，请把年份写上。' };
};

const findDay = (text: string, today: LocalTime): FoundDay | null => {
  const full = /(\d{4})\s?[年/.-]\s?(\d{1,2})\s?[月/.-]\s?(\d{1,2})[日号]?/u.exec(text);
  if (full !== null) return found(full, Number(full[1]), Number(full[2]), Number(full[3]), true);
  const short =
    /(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]?/u.exec(text) ?? /(?<![\d:.])(\d{1,2})[./-](\d{1,2})(?![\d:.])/u.exec(text);
  if (short !== null) return found(short, today.year, Number(short[1]), Number(short[2]), false);
  const near = /今天|今晚|今日|明天|明晚|明日|后天/u.exec(text);
  if (near !== null) return shifted(near[0], today, near[0].startsWith('今') ? 0 : near[0].startsWith('明') ? 1 : 2);
  const week = /(本|这|下)?(?:周|星期|礼拜)([一二三四五六日天])/u.exec(text);
  if (week !== null) return shifted(week[0], today, daysToWeekday(week[1], week[2] ?? '', today.weekday));
  if (/年底|年末/u.test(text)) return { words: '年底', year: today.year, month: 12, day: 31, yearGiven: true };
  if (/月底|月末/u.test(text)) {
    const last = new Date(Date.UTC(today.year, today.month, 0)).getUTCDate();
    return { words: '月底', year: today.year, month: today.month, day: last, yearGiven: true };
  }
  return null;
};

const found = (match: RegExpExecArray, year: number, month: number, day: number, yearGiven: boolean): FoundDay => ({
  words: match[0].trim(),
  year,
  month,
  day,
  yearGiven,
});

const shifted = (words: string, today: LocalTime, days: number): FoundDay => {
  const date = new Date(Date.UTC(today.year, today.month - 1, today.day + days));
  return { words, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), yearGiven: true };
};

/** Weeks begin on Monday; a weekday without 本 or 下 is the next one to come. */
const daysToWeekday = (which: string | undefined, name: string, todayIndex: number): number => {
  const monday = (index: number): number => (index + 6) % 7;
  const wanted = monday(WEEKDAYS.indexOf(name.replace('天', '日')));
  const distance = wanted - monday(todayIndex);
  if (which === '下') return distance + 7;
  return which === undefined && distance < 0 ? distance + 7 : distance;
};

const isRealDay = ({ year, month, day }: Day): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const findTime = (text: string): { hour: number; minute: number } | 'impossible' | null => {
  const match = /(凌晨|早上|上午|中午|下午|傍晚|晚上|晚)?\s?(\d{1,2})\s?(?::|点|时)\s?(\d{1,2}|半)?/u.exec(text);
  if (match === null) return null;
  const minute = match[3] === '半' ? 30 : Number(match[3] ?? 0);
  const stated = Number(match[2]);
  const afternoon = /下午|傍晚|晚/u.test(match[1] ?? '') || (match[1] === '中午' && stated < 10);
  const hour = afternoon && stated < 12 ? stated + 12 : stated;
  return hour > 24 || minute > 59 || (hour === 24 && minute > 0) ? 'impossible' : { hour, minute };
};
