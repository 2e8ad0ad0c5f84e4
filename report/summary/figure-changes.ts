import type { Span } from '../../core/span.ts';
import { units } from './figure-units.ts';

export interface Change {
  /** The whole change as written: 从1月的86.64％提高至10月的93.36％. */
  readonly words: string;
  /** When this end of it was measured (1月), or null. */
  readonly at: string | null;
  /** Where 从…至… begins; null behind a growth word. */
  readonly start: number | null;
}

/** 提高至, 压缩到, 梳理为. */
const rise = '\\p{Script=Han}{0,4}(?:至|到|为|(?<!完)成)了?';
const surelyRise =
  /(?:提高|提升|上升|增长|增加|增|下降|降低|降|减少|压减|缩减|缩短|扩大|发展|优化|精简|压缩|升|涨|跌)(?:至|到|为)/u;
const fromTo = new RegExp(
  `(?:从|由)([^，。；\\d]{0,10}(?:\\d{1,4}[年月])?[^，。；\\d]{0,4}?的?)?(\\d[\\d.,]*[^，。；\\d]{0,6}?)${rise}([^，。；\\d]{0,8}(?:\\d{1,4}[年月])?[^，。；\\d]{0,4}?的?)?(\\d[\\d.,]*(?:[万亿]?[\\p{Script=Han}%％]{0,3})?)`,
  'u',
);
const growth =
  /(?:同比|环比|相?[比较]20\d{2}年(?:同期|[底末])?|较上年(?:同期)?|比上年(?:同期)?|比去年(?:同期)?|较去年(?:同期)?|年均)(?:再)?(?:增长|增加|提高|提升|上升|下降|减少|降低|增幅|降幅|多|少)|比\p{Script=Han}{2,8}(?:高|低)(?:出|了)?$|(?:增长|下降|减少|提高|上升|降低)(?=(?:了|约|达到?|超过|至)?$)/u;

/** The change a figure is one end of, or the growth word it stands behind; null when it stands alone. */
export const changeAround = (text: string, figure: Span, within: Span): Change | null => {
  const from = Math.max(within.start, figure.start - 48);
  const window = text.slice(from, Math.min(within.end, figure.end + 40));
  for (let opener = lastOpener(window, figure.start - from); opener >= 0; opener = lastOpener(window, opener)) {
    const found = fromTo.exec(window.slice(opener));
    if (found === null || found.index !== 0) continue;
    const words = trimmed(found[0], text, from + opener);
    if (from + opener + words.length < figure.end) continue;
    if (!surelyRise.test(words) && !sameUnit(words)) continue;
    const first = opener + found[0].indexOf(found[2] ?? '');
    const isFirst = from + first <= figure.start && figure.start < from + first + (found[2] ?? '').length;
    return { words, at: timeIn((isFirst ? found[1] : found[3]) ?? ''), start: from + opener };
  }
  const clause =
    window
      .slice(0, figure.start - from)
      .split(/[，。；、\n]/u)
      .at(-1) ?? '';
  const grown = growth.exec(clause);
  return grown === null ? null : { words: grown[0], at: null, start: null };
};

/** 由42个梳理为57个, not 由8个部门组成的专班检查12次. */
const sameUnit = (words: string): boolean => {
  const ends = [...words.matchAll(wholeFigure)].map(([figure]) =>
    figure.replace(/[\d.,余多]/gu, '').replace('％', '%'),
  );
  return ends.length >= 2 && ends[0] === ends.at(-1) && ends[0] !== '';
};

const wholeFigure = new RegExp(`\\d[\\d.,]*(?:[余多]?[万亿千百]{0,2}[余多]?(?:${units}))?`, 'gu');

const lastOpener = (window: string, before: number): number => {
  if (before <= 0) return -1;
  return Math.max(window.lastIndexOf('从', before - 1), window.lastIndexOf('由', before - 1));
};

/** The match ends in a figure whose unit may go on for a few characters; cut at the first one that is no unit. */
const trimmed = (words: string, text: string, start: number): string => {
  let end = words.length;
  for (const found of text.slice(start, start + words.length + 6).matchAll(wholeFigure)) {
    if (found.index < words.length) end = found.index + found[0].length;
  }
  return text.slice(start, start + end);
};

const timeIn = (words: string): string | null =>
  /(?:20\d{2}年)?(?:\d{1,2}月(?:份|底|末)?|年初|年底|上年|去年|[一二三四]季度|20\d{2}年)/u.exec(words)?.[0] ?? null;
