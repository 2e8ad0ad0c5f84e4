import type { Figure } from '../../core/report-result.ts';
import type { Span } from '../../core/span.ts';
import type { Change } from './figure-changes.ts';

const longest = 24;
const adverbs =
  /^(?:其中|共计|总计|合计|累计|全年|今年|本年|年内|先后|已经?|均|也|还|并|共|有|并有|同时|分别|目前|截至[^，]{0,8}|20\d{2}年(?:以来)?|另有|又|再|真正|重点|每年|全年共)+/u;
const verbsBehind =
  /(?:年均|保持在|稳定在|控制在|维持在|持续|达到|达|突破|超过|超|完成|实现|共有|共计|累计|总计|增长|约为|约|近|为|是|有|共|至|到|在|高达|仅|占|分别|均|不低于|不少于|逾|将|把|对|等)+$/u;
const predicate =
  /^(?:[^，。；、：“”（）《》()]*?)(?=享受|新增|纳入|有关|涉及|参加|开展|进行|深入|被|得到|获得|获|实现|提高|增加|发放|受到|参与|到|均|全部|已|并|的|次|用于|覆盖|同时|以及|其中|比|较|来自|分布|帮助|解决|为)/u;
const boundary = /[，,。；;：:！!？?\n（）()]/u;

/**
 * What a figure counts, in words of the text: the noun behind it (30条办实事线索), else the clause before it
 * (开展主题党日活动24次), paired by order after 分别.
 */
export const whatIsCounted = (
  text: string,
  figure: Span,
  within: Span,
  previous: Figure | null,
  change: Change | null,
): string | null => {
  if (change?.start !== undefined && change.start !== null) {
    return shortened(cleaned(clauseBefore(text, change.start, within.start)));
  }
  const paired = pairedItem(text, figure, within);
  if (paired !== null) return paired;
  const behind = isShare(text, figure) ? '' : nounBehind(text, figure.end, within.end);
  if (behind.length >= 2) return behind;
  const before = clauseBefore(text, figure.start, within.start);
  const words = cleaned(before);
  if (words === '' && !isShare(text, figure)) {
    const told = clauseBehind(text, figure.end, within.end);
    if (told.length >= 2) return told.slice(0, 16);
  }
  if (/^(?:占比|占|比重|(?:同比|环比|较上年同?期?|比上年同?期?|比去年同?期?)?(?:增幅|降幅)?|其中)$/u.test(words)) {
    const base = previous !== null && figure.start - previous.end < 30 ? previous.what : null;
    if (!/占|比重/u.test(words)) return base;
    return base === null ? words : `${base}·${words}`;
  }
  return shortened(words);
};

const cleaned = (words: string): string => words.replace(/^\*+/u, '').replace(adverbs, '').replace(verbsBehind, '');

const clauseBehind = (text: string, from: number, limit: number): string =>
  text.slice(from, Math.min(limit, from + 30)).split(/[，,。；;：:！!？?\n、（）()“”《》]/u)[0] ?? '';

const isShare = (text: string, figure: Span): boolean =>
  /[%％成‰]|分之|百分点/u.test(text.slice(figure.start, figure.end));

const nounBehind = (text: string, from: number, limit: number): string => {
  const clause = clauseBehind(text, from, limit);
  const noun = predicate.exec(clause)?.[0] ?? clause;
  if (/^(?:以上|左右|的$|和|与|及|，)/u.test(noun)) return '';
  return noun.slice(0, 16);
};

/** The words from the last boundary to the figure; a list item begins at its 、 unless the list ends in 等. */
const clauseBefore = (text: string, at: number, from: number): string => {
  const window = text.slice(Math.max(from, at - 60), at);
  let start = window.length;
  while (start > 0 && !boundary.test(window[start - 1] ?? '')) start -= 1;
  const clause = window.slice(start).replace(/^[”’」』]+/u, '');
  const quoteOpen = clause.endsWith('“');
  const words = quoteOpen ? clause.slice(0, -1) : clause;
  const pause = words.lastIndexOf('、');
  if (pause < 0 || /等[^、]{0,12}$/u.test(words) || !/\d/u.test(words.slice(0, pause)))
    return words.slice(lastFigureEnd(words));
  return words.slice(pause + 1);
};

const lastFigureEnd = (words: string): number => {
  let end = 0;
  for (const found of words.matchAll(/\d[\d.,]*[余多]?[万亿千百]?[余多]?[\p{Script=Han}%％]?(?:次)?[和与及、]?/gu)) {
    end = found.index + found[0].length;
  }
  return words.length - end >= 2 ? end : 0;
};

/** The noun that the items of a list share: 参保率, 报销比例. */
const headNouns = [
  /[\p{Script=Han}]{2}[率度]$/u,
  /[\p{Script=Han}]{0,4}(?:比例|比重|面积|人数|收入|金额|数量)$/u,
  /[\p{Script=Han}]{2,4}$/u,
];
const headNounOf = (words: string): string =>
  headNouns.map((pattern) => pattern.exec(words)?.[0]).find((noun) => noun !== undefined) ?? '';

/** 甲、乙报销比例分别达84%和69%: the first figure belongs to 甲, the second to 乙报销比例. */
const pairedItem = (text: string, figure: Span, within: Span): string | null => {
  const from = Math.max(within.start, figure.start - 90);
  const window = text.slice(from, figure.start);
  const respectively = window.lastIndexOf('分别');
  if (respectively < 0 || boundary.test(window.slice(respectively))) return null;
  const between = window.slice(respectively);
  const order = [...between.matchAll(/\d[\d.,]*/gu)].length;
  const clause = window.slice(0, respectively).split(boundary).at(-1) ?? '';
  const items = clause
    .replace(adverbs, '')
    .split(/[、和与及]/u)
    .filter((item) => item !== '');
  const item = items[order];
  if (items.length < 2 || item === undefined) return null;
  const head = items.at(-1) ?? '';
  if (order === items.length - 1) return shortened(head);
  const common = headNounOf(head);
  return shortened(item.endsWith(common) ? item : `${item}·${common}`);
};

const shortened = (words: string): string | null => {
  const opened = words.startsWith('“') && words.includes('”') ? words : words.replace(/^[“”‘’、，和与及的]+/u, '');
  const plain = opened.replace(/\*\*/gu, '').replace(/[“‘、，]+$/u, '');
  if (plain.length < 2) return plain === '' ? null : plain;
  return plain.length <= longest ? plain : plain.slice(-longest);
};
