import type { Figure } from '../../core/report-result.ts';
import type { Span } from '../../core/span.ts';
import type { Change } from './figure-changes.ts';
import { clauseBefore, clauseBehind, clauseEarlier } from './figure-clause.ts';
import { pairedItem } from './figure-pairs.ts';
import { countedIn, headOf, nounIn, shortened } from './figure-words.ts';

/** How far behind a figure another one may lean on what it counts. */
const near = 40;
const growthWords =
  /(?:同比|环比|相?[比较](?:上年|去年|年初|上月|上半年|上一年|20\d{2}年)(?:同期|[度底末])?|年均|分别)?(?:再|又|净|累计|多|少)?(?<!新)(?:增长|增加|提高|提升|上升|下降|减少|降低|缩短|扩大|增幅|降幅|增|降|多|少)(?:了|约|达到?|超过?|近|至|到|为)*$/u;
const comparedWords =
  /(?:高于|低于|高出|超过|快于|好于|优于|领先)(?:全[国省市县区]|上年|去年|年初|目标|计划|全[国省]平均)[\p{Script=Han}]{0,8}$|比[\p{Script=Han}]{2,8}(?:高|低|多|少)(?:出|了)?$|(?:^|[、，])是(?:20\d{2}年(?:年?[底末初])?|[\p{Script=Han}]{2,6})(?:同期)?的$/u;
const ofTheWhole =
  /^(?:占|相当于)[\p{Script=Han}]{2,14}$|^(?:完成|达到?|为|实现)[\p{Script=Han}]{0,12}(?:任务|计划|目标|指标|预算|进度)数?$/u;

/**
 * What a figure counts, in words of the text: the noun behind it (30条办实事线索), else the clause before it
 * (开展主题党日活动24次), paired by order after 分别; growth and shares belong to the figure they follow.
 */
export const whatIsCounted = (
  text: string,
  figure: Span,
  within: Span,
  previous: Figure | null,
  change: Change | null,
): string | null => {
  const previousEnd = previous?.end ?? within.start;
  if (change?.start !== undefined && change.start !== null)
    return subjectOfChange(text, change.start, within, previous);
  const paired = pairedItem(text, figure, within);
  if (paired !== null) return paired;
  const share = /[%％成‰倍]|分之|百分点|10万$/u.test(text.slice(figure.start, figure.end));
  const before = clauseBefore(text, figure.start, within.start, previousEnd);
  const base = baseOf(text, figure, previous);
  if (growthWords.test(before) || comparedWords.test(before)) {
    const own = countedIn(before.replace(growthWords, '').replace(comparedWords, ''));
    return shortened(own) ?? base ?? fromEarlier(text, figure, within);
  }
  const told = clauseBehind(text, figure.end, within.end);
  const behind = share ? '' : nounBehind(text, figure, told);
  if (behind.length >= 2) return behind;
  // 收入20万元以上的村达到60%: the figure before is part of what is counted.
  const whole = before.startsWith('的') ? clauseBefore(text, figure.start, within.start, within.start) : before;
  const words = countedIn(whole);
  const ofShare = share ? shareOf(before, words, told, base ?? fromEarlier(text, figure, within), base) : null;
  if (ofShare !== null) return ofShare;
  if (words.length === 1 && base !== null) return joined(base.split('·')[0] ?? base, words);
  if (words !== '') return shortened(words);
  if (base !== null && inBrackets.test(text.slice(previousEnd, figure.start))) return base;
  if (/其中$/u.test(before) && base !== null && told.length >= 2 && told.length <= 14) return joined(base, told);
  if (/其中$/u.test(before) || /^(?:占比?|比重|占|[合共总]?共?计?|和|与|及|、|)$/u.test(before)) {
    const between =
      previous === null
        ? ''
        : text.slice(previous.end, figure.start).replace(/[、，,和与及其中占比重共计约达到为]/gu, '');
    if (base !== null && between === '') return base;
  }
  if (!share && told.length >= 3 && !/^[\d的]/u.test(told)) return shortened(headOf(told.split(/\d/u)[0] ?? ''));
  return fromEarlier(text, figure, within);
};

/** What a share is told of: a plan or a whole (收入·占全市), its weight (党建·权重), or what was told before it (考核·占比). */
const shareOf = (
  before: string,
  words: string,
  told: string,
  earlier: string | null,
  base: string | null,
): string | null => {
  const whole = before.replace(/的$/u, '');
  if (base !== null && before.length > 2 && ofTheWhole.test(whole)) {
    return joined(base, whole.replace(/^(?:完成|达到?|为|实现)?(?=.{2})/u, ''));
  }
  const weight = /^的?(权重|比重|比例)/u.exec(told)?.[1];
  if (weight !== undefined && words.length >= 2) return joined(shortened(words) ?? words, weight);
  if (!/^(?:占?比例?|占|比重|权重)$/u.test(words)) return null;
  return earlier === null ? words : joined(earlier, words);
};

/** What the figure right before counts, without the share it told of it. */
const baseOf = (text: string, figure: Span, previous: Figure | null): string | null => {
  if (previous === null || previous.what === null || figure.start - previous.end > near) return null;
  if (/[。！？\n；]/u.test(text.slice(previous.end, figure.start))) return null;
  return previous.what.replace(/·(?:占|完成|调整后|年度|全年).*$/u, '');
};

/** 97.8%（2024年为96.5%）: the same, at another time. */
const inBrackets = /^以?[上下]?[（(][^，。）)]{0,10}$/u;

/** The noun behind a figure; a name in quotation marks is one: 38家“暖蜂驿站”. */
const nounBehind = (text: string, figure: Span, told: string): string => {
  const name = /[个家支处座所条项名套间栋]$/u.test(text.slice(figure.start, figure.end))
    ? /^“[^”“]{2,14}”/u.exec(text.slice(figure.end, figure.end + 18))?.[0]
    : undefined;
  if (name !== undefined) return name;
  const attributes = /^[^，。；、：“”（）\d]{2,8}、[^，。；、：“”（）\d]{2,8}的([\p{Script=Han}“”]{2,12})/u.exec(
    text.slice(figure.end, figure.end + 34),
  )?.[1];
  return nounIn(attributes ?? told);
};

const joined = (base: string, words: string): string => `${base}·${words}`;

const subjectOfChange = (text: string, start: number, within: Span, previous: Figure | null): string | null => {
  const own = shortened(countedIn(clauseBefore(text, start, within.start, previous?.end ?? within.start)));
  if (own !== null) return own;
  return previous !== null && previous.start >= start
    ? previous.what
    : fromEarlier(text, { start, end: start }, within);
};

const fromEarlier = (text: string, figure: Span, within: Span): string | null => {
  const words = countedIn(
    clauseEarlier(text, figure.start, within.start).replace(
      /(?<=^.{2,14})(?:提前|实现|达到?|增长|同比|较|稳定|突破|完成).*\d.*$/u,
      '',
    ),
  );
  return words.length > 24 || !/\p{Script=Han}{2}/u.test(words) ? null : shortened(words);
};
