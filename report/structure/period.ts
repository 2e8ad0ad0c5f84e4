import { chineseNumber } from './numerals.ts';

const arabicYear = /(?<!\d)(20\d{2}|19\d{2})(?=[\s\u3000]*(?:年|[—\-–~至]))/gu;
const chineseYear = /(二[〇○零Ｏ][〇○零Ｏ一二三四五六七八九]{2})年/gu;

/** A title may leave 年 out: 2018述职报告. */
const bareYear = /(?<![\d第])(20[0-4]\d)(?=\p{Script=Han})/u;

/**
 * The period a title or text tells: "2023", "2023-H1", "2023-Q2", "2023-05"; null when it tells none. Years after the
 * date of issue are goals, not periods.
 */
export const readPeriod = (
  title: string | null,
  opening: string,
  body: string,
  issueDate: string | null,
): string | null => {
  const ofTitle = title === null ? null : (periodIn(title) ?? bareYear.exec(title)?.[1] ?? null);
  if (ofTitle !== null) return ofTitle;
  const issued = issueDate === null ? null : (firstYear(issueDate)?.year ?? null);
  const past = (year: string) => issued === null || Number(year.slice(0, 4)) <= issued;
  const ofOpening = periodIn(opening.slice(0, 600), false);
  if (ofOpening !== null && past(ofOpening)) return ofOpening;
  const common = mostFrequentYear(body.slice(0, 60_000), past);
  if (common !== null) return common;
  if (issued === null) return null;
  const month = /年\s*(\d{1,2})\s*月/u.exec(issueDate ?? '');
  return String(month !== null && Number(month[1]) <= 2 ? issued - 1 : issued);
};

/** Months count in titles only: a text that begins in March is no report on March. */
const periodIn = (words: string, months = true): string | null => {
  const plain = words.replace(/[\s\u3000]/gu, '');
  const found = firstYear(plain);
  if (found === null) return null;
  const rest = plain.slice(found.end, found.end + 8);
  const range = /^(?:年度?)?[—\-–~至到](20\d{2})年/u.exec(rest);
  if (range !== null) return range[1] ?? null;
  const year = String(found.year);
  if (/^年度?(?:上半年|1[—\-至]6月)/u.test(rest)) return `${year}-H1`;
  if (/^年度?下半年/u.test(rest)) return `${year}-H2`;
  const quarter = /^年度?第?([一二三四1-4])季度/u.exec(rest);
  if (quarter !== null) return `${year}-Q${chineseNumber(quarter[1] ?? '') ?? quarter[1]}`;
  const month = /^年(\d{1,2})月(?!\d{1,2}日|\d|以来|份?以来)/u.exec(rest);
  if (months && month !== null && Number(month[1]) >= 1 && Number(month[1]) <= 12)
    return `${year}-${(month[1] ?? '').padStart(2, '0')}`;
  return year;
};

/** 从1997年至今, 自2016年成立以来: a year something began in. */
const isBeginning = (words: string, found: RegExpExecArray): boolean =>
  /[自从于][^，。；]{0,4}$/u.test(words.slice(Math.max(0, found.index - 6), found.index)) &&
  /^[^，。；]{0,24}?(?:至今|以来|始|以后)/u.test(words.slice(found.index + found[0].length, found.index + 32));

const firstYear = (words: string): { year: number; end: number } | null => {
  const arabic = [...words.matchAll(arabicYear)].find((found) => !isBeginning(words, found)) ?? null;
  const chinese = [...words.matchAll(chineseYear)].find((found) => !isBeginning(words, found)) ?? null;
  if (arabic !== null && (chinese === null || arabic.index < chinese.index)) {
    return { year: Number(arabic[1]), end: arabic.index + 4 };
  }
  if (chinese === null) return null;
  const year = chineseNumber((chinese[1] ?? '').replace(/[○Ｏ]/gu, '〇'));
  return year === null ? null : { year, end: chinese.index + 4 };
};

const mostFrequentYear = (body: string, past: (year: string) => boolean): string | null => {
  const counts = new Map<string, number>();
  for (const found of body.matchAll(arabicYear)) {
    if (!isBeginning(body, found)) counts.set(found[1] ?? '', (counts.get(found[1] ?? '') ?? 0) + 1);
  }
  const best = [...counts].filter(([year]) => past(year)).sort((a, b) => b[1] - a[1] || b[0].localeCompare(a[0]))[0];
  return best?.[0] ?? null;
};
