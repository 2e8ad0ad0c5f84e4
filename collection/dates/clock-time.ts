import type { OfficeHours } from '../../core/office-hours.ts';
import { smallNumber } from './characters.ts';

export interface ClockReading {
  /** Minutes since midnight; 1440 is the end of the day. */
  readonly minutes: number;
  readonly length: number;
  readonly precision: 'minute' | 'hour' | 'part-of-day';
  readonly assumed: readonly string[];
  /** Another hour it may mean (下周一5点 → 5:00). */
  readonly other?: number;
}

const PART =
  '凌晨|清晨|清早|早上|早晨|今早|早|上午|中午|正午|午间|下午|午后|傍晚|晚上|晚间|夜里|夜间|深夜|午夜|半夜|晚';
const DIGITS = '\\d{1,2}|[零一二三四五六七八九十两]{1,3}';
const clock = new RegExp(
  `(${PART})?\\s?(?:(\\d{1,2})\\s?[:︰∶]\\s?(\\d{2})(?:\\s?:\\s?\\d{2})?|(${DIGITS})\\s?(?:点|时)(?![间候段刻击名评])(?:钟|整)?(?:\\s?(半|一刻|三刻|(?:${DIGITS})(?=\\s?分|(?!\\d)(?!\\s?[个人份篇稿点日月]))))?(?:\\s?分)?(?:整|钟)?)\\s?([ap]\\.?m\\.?)?`,
  'iuy',
);
const named = new RegExp(`(下班)(?:时间)?|(上班)|(${PART})`, 'uy');

/** Reads a clock time that begins exactly at `at`; null when none does. */
export const readClock = (text: string, at: number, hours: OfficeHours): ClockReading | 'impossible' | null => {
  clock.lastIndex = at;
  const match = clock.exec(text);
  if (match !== null) return digital(match);
  named.lastIndex = at;
  const word = named.exec(text);
  return word === null ? null : byName(word, hours);
};

const digital = (match: RegExpExecArray): ClockReading | 'impossible' => {
  const [words, part = '', hour24, minute24, hourWords, minuteWords, half] = match;
  const stated = hour24 === undefined ? smallNumber(hourWords ?? '') : Number(hour24);
  const minute = minute24 === undefined ? minutesOf(minuteWords) : Number(minute24);
  if (Number.isNaN(stated) || Number.isNaN(minute) || stated > 24 || minute > 59 || (stated === 24 && minute > 0))
    return 'impossible';
  const later = /下午|午后|傍晚|晚|夜/u.test(part) || /^p/iu.test(half ?? '') || (part === '中午' && stated < 10);
  const night = /晚|夜/u.test(part) && stated === 12;
  const hour = night ? 24 : later && stated < 12 && !(/夜/u.test(part) && stated < 6) ? stated + 12 : stated;
  const midnight = night && minute > 0 ? hour - 24 : hour;
  const base = {
    length: words.length,
    precision: minuteWords === undefined && minute24 === undefined ? 'hour' : 'minute',
  } as const;
  const minutes = midnight * 60 + minute;
  // 5点前 without a part of the day: an office means the afternoon.
  const bare =
    part === '' && half === undefined && stated >= 1 && stated <= 7 && !/^0/u.test(hour24 ?? hourWords ?? '');
  if (!bare) return { ...base, minutes, assumed: [] };
  const text = clockText(minutes + 720);
  return { ...base, minutes: minutes + 720, other: minutes, assumed: [`“${words.trim()}”按下午 ${text} 算`] };
};

const minutesOf = (words: string | undefined): number => {
  if (words === undefined) return 0;
  return words === '半' ? 30 : words === '一刻' ? 15 : words === '三刻' ? 45 : smallNumber(words);
};

const byName = (match: RegExpExecArray, hours: OfficeHours): ClockReading => {
  const [words, closing, opening, part = ''] = match;
  const first = hours.working[0];
  const last = hours.working.at(-1);
  const morningEnd = hours.working.length > 1 ? (first?.to ?? 720) : 720;
  const reading = (minutes: number): ClockReading => ({
    minutes,
    length: words.length,
    precision: 'part-of-day',
    assumed: [`“${words}”按 ${clockText(minutes)} 算`],
  });
  if (closing !== undefined) return reading(last?.to ?? hours.deadline);
  if (opening !== undefined || /凌晨|早|晨/u.test(part)) return reading(first?.from ?? 540);
  if (/上午/u.test(part)) return reading(morningEnd);
  if (/中午|正午|午间/u.test(part)) return reading(720);
  if (/下午|午后|傍晚/u.test(part)) return reading(last?.to ?? hours.deadline);
  return reading(/半夜|午夜|深夜/u.test(part) ? 1440 : hours.evening);
};

export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
