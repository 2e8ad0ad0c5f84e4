import type { Span } from '../../core/span.ts';
import { boundary } from './figure-clause.ts';
import { countedIn, shortened } from './figure-words.ts';

/** Nouns that the items of a list share: 参保率, 报销比例. */
const headNouns = [
  /\p{Script=Han}{2}[率度]$/u,
  /\p{Script=Han}{0,4}(?:比例|比重|面积|人数|收入|金额|数量|产量|产值|次数)$/u,
];
const counted = /\d[\d., ]*(?:[余多]?[万亿]?)/gu;

/** 甲、乙报销比例分别达84%和69%: the first figure belongs to 甲, the second to 乙报销比例. */
export const pairedItem = (text: string, figure: Span, within: Span): string | null => {
  const from = Math.max(within.start, figure.start - 90);
  const window = text.slice(from, figure.start).replace(/(?<=\d)[,，](?=\d{3})/gu, ' ');
  const respectively = Math.max(window.lastIndexOf('分别'), window.search(/各(?=\d)/u));
  if (respectively < 0 || boundary.test(window.slice(respectively))) return null;
  const order = [...window.slice(respectively).matchAll(counted)].length;
  const clause = countedIn(window.slice(0, respectively).split(boundary).at(-1) ?? '');
  const told = text.slice(from + respectively, Math.min(within.end, figure.end + 60)).split(/[，。；\n]/u)[0] ?? '';
  const items = itemsOf(clause, [...told.matchAll(counted)].length);
  const item = items[order];
  if (items.length < 2 || item === undefined) return null;
  const head = items.at(-1) ?? '';
  if (order === items.length - 1) return shortened(head);
  const common = headNouns.map((pattern) => pattern.exec(head)?.[0]).find((noun) => noun !== undefined) ?? '';
  return shortened(common === '' || item.endsWith(common.slice(-2)) ? item : `${item}·${common}`);
};

/** As many items as there are figures: 本科、专科及以下 are two, not three. */
const itemsOf = (clause: string, wanted: number): string[] => {
  const byPause = clause.split('、').filter((item) => item !== '');
  if (byPause.length >= wanted) return byPause;
  return clause.split(/[、和与]|及(?![格时以])/u).filter((item) => item !== '');
};
