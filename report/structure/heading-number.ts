import type { HeadingStyle } from '../../core/report-structure.ts';
import { arabicNumber, chineseDigits, chineseNumber } from './numerals.ts';

/** A number at the head of a paragraph. Lower `rank` stands higher in the outline; equal `key`s are one series. */
export interface HeadingNumber {
  readonly style: HeadingStyle;
  readonly key: string;
  readonly rank: number;
  /** As written, white space behind it left out. */
  readonly written: string;
  readonly ordinal: number;
  /** Characters up to the first character of the title. */
  readonly length: number;
}

const cn = `[${chineseDigits}]`;
const gap = '[ \\t\\u3000\\u00a0]*';

interface Form {
  readonly pattern: RegExp;
  readonly style: HeadingStyle;
  readonly key: string | ((match: RegExpExecArray) => string);
  readonly rank: number | ((match: RegExpExecArray) => number);
  readonly value: (match: RegExpExecArray) => number | null;
}

const chinese = (match: RegExpExecArray) => chineseNumber(match[1] ?? '');
const arabic = (match: RegExpExecArray) => arabicNumber(match[1] ?? '');
const offsetFrom = (first: number) => (match: RegExpExecArray) => (match[1] ?? '').charCodeAt(0) - first + 1;
const partRanks: Readonly<Record<string, number>> = { 编: 0, 篇: 0.2, 部分: 1, 章: 1, 节: 2 };
const measureWords = '级季类期线审孩胎次批代产等轮号手分';

const forms: readonly Form[] = [
  {
    pattern: new RegExp(`(?:第(${cn}{1,3}|\\d{1,2})${gap}(部分|[编篇章节])[、：:，,．.]?)${gap}`, 'uy'),
    style: '第一部分',
    key: (match) => `第${match[2]}`,
    rank: (match) => partRanks[match[2] ?? ''] ?? 1,
    value: (match) => chineseNumber(match[1] ?? '') ?? arabicNumber(match[1] ?? ''),
  },
  {
    pattern: new RegExp(
      `(${cn}{1,4})(?:${gap}[、．.，,]|[ \\t\\u00a0]*\\u3000{1,2})(?!${cn}{1,2}[、${measureWords}])${gap}`,
      'uy',
    ),
    style: '一、',
    key: '一、',
    rank: 3,
    value: chinese,
  },
  {
    pattern: new RegExp(`(${cn}{1,3}) {1,4}(?=[\\p{Script=Han}“《][^\\n，。；：！？]{2,24}(?![^\\n]))`, 'uy'),
    style: '一、',
    key: '一、',
    rank: 3,
    value: chinese,
  },
  {
    pattern: new RegExp(`[（(〔［【]${gap}(${cn}{1,4})${gap}[）)〕］】][、．.，,：:]?${gap}`, 'uy'),
    style: '（一）',
    key: '（一）',
    rank: 4,
    value: chinese,
  },
  {
    pattern: new RegExp(`(${cn}{1,3})[）)]、?${gap}`, 'uy'),
    style: '（一）',
    key: '（一）',
    rank: 4,
    value: chinese,
  },
  { pattern: /([㈠-㈩])[、.．]?\s*/uy, style: '（一）', key: '（一）', rank: 4, value: offsetFrom(0x3220) },
  {
    pattern: new RegExp(
      `(\\d{1,2}(?:[.．]\\d{1,2}){1,3})[.．、]?${gap}(?=[\\p{Script=Han}“《])(?![万亿千百个元倍米吨人年月日%％])`,
      'uy',
    ),
    style: '1.',
    key: (match) => `1.${(match[1] ?? '').replace(/[^.．]/gu, '').length}`,
    rank: (match) => 5 + (match[1] ?? '').replace(/[^.．]/gu, '').length / 10,
    value: (match) => arabicNumber((match[1] ?? '').split(/[.．]/u).at(-1) ?? ''),
  },
  {
    pattern: new RegExp(`([\\d０-９]{1,2})${gap}[.．、](?:(?=(?:19|20)\\d{2}年)|(?![\\d０-９]))${gap}`, 'uy'),
    style: '1.',
    key: '1.',
    rank: 5,
    value: arabic,
  },
  {
    pattern:
      /(\d{1,2}) {1,3}(?=(?![年月日个名次条项件人户家元亿万千百])[\p{Script=Han}“《][^\n，。；：！？]{3,24}(?![^\n]))/uy,
    style: '1.',
    key: '1.',
    rank: 5,
    value: arabic,
  },
  { pattern: /([⒈-⒛])\s*/uy, style: '1.', key: '1.', rank: 5, value: offsetFrom(0x2488) },
  {
    pattern: new RegExp(`[（(]${gap}([\\d０-９]{1,2})${gap}[）)][、．.]?${gap}`, 'uy'),
    style: '（1）',
    key: '（1）',
    rank: 6,
    value: arabic,
  },
  { pattern: new RegExp(`(\\d{1,2})[）)]${gap}`, 'uy'), style: '（1）', key: '（1）', rank: 6, value: arabic },
  { pattern: /([⑴-⒇])\s*/uy, style: '（1）', key: '（1）', rank: 6, value: offsetFrom(0x2474) },
  { pattern: /([①-⑳])[、.．]?\s*/uy, style: '①', key: '①', rank: 7, value: offsetFrom(0x2460) },
];

/** Rank of a point (一是, 首先): below every numbered heading. */
export const pointRank = 9;

/** The heading number that stands at `at`, or null. */
export const headingNumberAt = (text: string, at: number): HeadingNumber | null => {
  for (const form of forms) {
    form.pattern.lastIndex = at;
    const match = form.pattern.exec(text);
    if (match === null) continue;
    const ordinal = form.value(match);
    if (ordinal === null || ordinal === 0 || ordinal > 99) continue;
    return {
      style: form.style,
      key: typeof form.key === 'string' ? form.key : form.key(match),
      rank: typeof form.rank === 'number' ? form.rank : form.rank(match),
      written: match[0].trim(),
      ordinal,
      length: match[0].length,
    };
  }
  return null;
};
