import type { Figure } from '../../core/report-result.ts';
import type { Span } from '../../core/span.ts';
import { asOfBefore } from './figure-as-of.ts';
import { changeAround } from './figure-changes.ts';
import { whatIsCounted } from './figure-subject.ts';
import { units } from './figure-units.ts';

const scale = '万亿|亿|千万|百万|万|千|百';
const amount = '(?:\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
const figurePattern = new RegExp(
  `(?:\\d+(?:\\.\\d+)?[至到~～])?(${amount})(余|多)?(${scale})?(余|多)?(?: ?(${units}))?(?:[／/][年月日人次天亩])?(以上|左右|上下|以内|以下|余)?|([一二三四五六七八九])成(半|以上|左右)?(?:左右|以上)?|([一二三四五六七八九十百]{1,3})分之([一二三四五六七八九十百]{1,4})(以上|左右)?`,
  'gu',
);
const nextCount = new RegExp(`^\\d[\\d.]*[余多]?[万亿]?(?:${units})`, 'u');
const digits = '零一二三四五六七八九';

/** Words right behind a count that make it a catchword, a date or a name instead of a figure. */
const notCounted = /^(?:月|方面|确保|自信|意识|维护|确立|号|点(?:[：:，。]|半)|世纪|周年|届|年|日)/u;

/**
 * Every figure of a stretch of text: a number with its unit, the words it counts and its as-of date. Dates, years,
 * ordinal numbers and article numbers are no figures. Spans lie in `text`.
 */
export const figuresIn = (text: string, span: Span): Figure[] => {
  const figures: Figure[] = [];
  for (const found of text.slice(span.start, span.end).matchAll(figurePattern)) {
    const start = span.start + found.index;
    const figure = toFigure(text, start, found, span, figures.at(-1));
    if (figure !== null) figures.push(figure);
  }
  return figures;
};

const toFigure = (
  text: string,
  start: number,
  found: RegExpMatchArray,
  span: Span,
  previous: Figure | undefined,
): Figure | null => {
  const written = found[0];
  const end = start + written.length;
  const measured = found[1] === undefined ? share(found) : quantity(found);
  if (measured === null) return null;
  if (found[1] !== undefined && !counts(text, start, end, found)) return null;
  const change = changeAround(text, { start, end }, span);
  return {
    text: written,
    ...measured,
    what: whatIsCounted(text, { start, end }, span, previous ?? null, change),
    asOf: change?.at ?? asOfBefore(text, start, span.start),
    ...(change === null ? {} : { comparison: change.words }),
    start,
    end,
  };
};

const quantity = (found: RegExpMatchArray): { value: number; unit: string | null } | null => {
  const value = Number((found[1] ?? '').replace(/[,，]/gu, ''));
  const unit = `${found[3] ?? ''}${found[5] ?? ''}`;
  return Number.isFinite(value) ? { value, unit: unit === '' ? null : unit.replace('％', '%') } : null;
};

const share = (found: RegExpMatchArray): { value: number; unit: string } | null => {
  if (found[7] !== undefined) return { value: digits.indexOf(found[7]) * 10 + (found[8] === '半' ? 5 : 0), unit: '%' };
  const part = digits.indexOf(found[10] ?? '');
  const whole = digits.indexOf(found[9] ?? '');
  if (found[9] === '百' || part < 0 || whole < 1) return null;
  return { value: Math.round((1000 * part) / whole) / 10, unit: '%' };
};

/** Whether an Arabic number counts something: it has a unit or a scale, and its surroundings make it no date or name. */
const counts = (text: string, start: number, end: number, found: RegExpMatchArray): boolean => {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 6);
  const unit = found[5];
  if (unit === undefined && found[3] === undefined) return false;
  if (/^(?:分钟|小时|[天度米元级])?$/u.test(unit ?? '') && isName(text, start, end)) return false;
  if (unit === '分' && !/^(?:[，。；、）)，\s]|$|[比高低])/u.test(after)) return false;
  if (unit === '岁' && (found[6] !== undefined || /^[及以~～至—\-\d]/u.test(after) || /[~～—-]$/u.test(before)))
    return false;
  if (unit === '期' && /^(?:间|末|初|待|盼|货|权|限|刊)/u.test(after)) return false;
  if (unit === '个月' || (unit === '页' && /^(?:岩|面)/u.test(after))) return false;
  if (/[\p{Script=Latin}\d.．\-—－/第:：]$/u.test(before) && !/[^\d]：$/u.test(before)) return false;
  // 683户1954人 are two counts; 10元5角, 3米2 are none.
  if (/^\d/u.test(after) && (unit === undefined || !nextCount.test(text.slice(end, end + 12)))) return false;
  if (unit === '个' && notCounted.test(after)) return false;
  if (unit === undefined && /^(?:[年月日号点]|\p{Script=Latin})/u.test(after)) return false;
  if (/^(?:字|度|部|面|步)$/u.test(unit ?? '') && /^(?:门|署|队|分|落|级|面|对|骤|方|令|号|假)/u.test(after))
    return false;
  if (unit === '小时' && found[1] === '24') return false;
  return !(unit === '所' && /^(?:有|以|属|在|谓|需|得)/u.test(after));
};

/** A number inside a name in quotation marks: “15分钟生活圈”. */
const isName = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - 12), start);
  const opened = Math.max(before.lastIndexOf('“'), before.lastIndexOf('"'));
  if (opened < 0 || before.indexOf('”', opened) >= 0) return false;
  const behind = text.slice(end, end + 14);
  const closed = behind.search(/[”"]/u);
  // A count of what is named (“三提升”活动12次) has its mark closed before; a full sentence inside marks is no name.
  return closed > 0 && !/[，。；]/u.test(behind.slice(0, closed)) && !/[，。；]/u.test(before.slice(opened));
};
