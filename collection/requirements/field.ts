import type { Span } from '../../core/span.ts';

/** Something a text asks for, where it stands in it, and how sure the reading is (0 to 1). */
export interface Field<T> {
  readonly value: T;
  readonly span: Span;
  readonly confidence: number;
}

export const fieldAt = <T>(value: T, start: number, words: string, confidence: number): Field<T> => ({
  value,
  span: { start, end: start + words.length },
  confidence,
});

const digits = '零一二三四五六七八九';

/** 3000, 3,000, 3千, 1.5万, 三千, 两千五百, 一万五: a count of characters below ten million, or NaN. Expects folded text. */
export const bigNumber = (written: string): number => {
  const plain = written.replace(/[,\s]/gu, '').replace(/两/gu, '二').replace(/〇/gu, '零');
  const arabic = /^(\d{1,7}(?:\.\d{1,2})?)([千万k])?$/iu.exec(plain);
  if (arabic !== null)
    return Math.round(Number(arabic[1]) * (arabic[2] === undefined ? 1 : arabic[2] === '万' ? 10_000 : 1000));
  let total = 0;
  let digit = 0;
  let unit = 1;
  for (const character of plain) {
    const value = digits.indexOf(character);
    if (value >= 0) {
      digit = value;
      continue;
    }
    unit = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }[character] ?? Number.NaN;
    total = unit === 10_000 ? (total + digit) * unit : total + (digit === 0 ? 1 : digit) * unit;
    digit = 0;
  }
  // 三千五 leaves out the hundreds' name.
  return total + (digit > 0 && !/零.$/u.test(plain) && unit > 1 ? (digit * unit) / 10 : digit);
};

/** For patterns: a number as `bigNumber` reads it. */
export const COUNT = '(?:\\d[\\d,]{0,8}(?:\\.\\d{1,2})?\\s?[千万k]?|[一二两三四五六七八九十百千万零]{1,8})';
