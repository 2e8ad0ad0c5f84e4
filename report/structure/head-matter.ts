import type { Found } from '../../core/report-structure.ts';
import { headingNumberAt } from './heading-number.ts';
import { cleanWords, type Line } from './lines.ts';

/** What stands above the running text. */
export interface HeadMatter {
  readonly title: Found<string> | null;
  readonly addressee: Found<string> | null;
  /** Lines between title and text that are neither: date, speaker, meeting. */
  readonly bylines: readonly Line[];
  /** Index of the first line of the running text. */
  readonly bodyFrom: number;
}

const searched = 10;
const documentWord =
  /(?:报告|总结|小结|汇报|材料|述职|述廉|提纲|发言稿?|讲话|讲稿|致辞|演讲稿?|通知|通报|公告|公示|通告|决定|决议|意见|方案|计划|规划|纲要|要点|安排|打算|纪要|记录|合同|协议书?|办法|规定|细则|条例|制度|请示|批复|函|体会|情况|剖析|检查|调研|思考|分析|简报|倡议书|申请书?|经验|做法|事迹)(?:[（(【〔][^）)】〕]{0,24}[）)】〕]|[”"》])*$/u;
const dateOnly =
  /^[（(]?(?:[\dX×〇○零一二三四五六七八九]{4})年[\s\u3000]*[\dX×一二三四五六七八九十]{1,3}月(?:[\s\u3000]*[\dX×一二三四五六七八九十]{1,3}日)?[）)]?$/u;
const documentNumber =
  /〔\d{4}〕.{0,8}号$|^(?:机密|秘密|绝密|内部资料)|^附件\s*[\d一二三四五六七八九十]*[：:]?$|^第?\d+期$/u;
const greeting =
  /^(?:(?:尊敬的|敬爱的|各位|同志们|大家好)[^。]{0,36}[：:！!，,。]?|主任[、，](?:各位)?副主任[\p{Script=Han}、，]{0,30}委员[：:]|[\p{L}\dX×、，（）()\s]{2,36}(?:委员会|党委|党组|党工委|组织部|纪委|纪检组|考核组|评议组|政府|领导|同志们?|代表|委|部|局|办|组|院|公司|支部|总支|办公室|中心)[：:])$/u;
const subtitle = /^(?:——|──|――|--|—|－－)/u;

export const readHeadMatter = (lines: readonly Line[], namesKind: (words: string) => boolean): HeadMatter => {
  let index = 0;
  while (index < lines.length && index < 3 && documentNumber.test(lines[index]?.text ?? '')) index += 1;
  const head: Line[] = [];
  for (let at = index; at < lines.length && at < index + searched; at += 1) {
    const line = lines[at];
    if (line === undefined || !looksLikeTitle(line)) break;
    head.push(line);
  }
  const titleLines = titleOf(head, lines[index + head.length], namesKind);
  const bylines: Line[] = [];
  const title = titleLines === null ? null : joined(head.slice(titleLines.from, titleLines.from + titleLines.count));
  let bodyFrom = titleLines === null ? index : index + titleLines.from + titleLines.count;
  if (title !== null && cleanWords(lines[bodyFrom]?.text ?? '') === title.value) bodyFrom += 1;
  while (bodyFrom < lines.length && bylines.length < 5 && isByline(lines[bodyFrom])) {
    const line = lines[bodyFrom];
    if (line !== undefined) bylines.push(line);
    bodyFrom += 1;
  }
  const addressee = addresseeAt(lines, bodyFrom);
  return {
    title,
    addressee,
    bylines,
    bodyFrom: addressee === null ? bodyFrom : bodyFrom + 1,
  };
};

const looksLikeTitle = (line: Line): boolean => {
  const words = cleanWords(line.text);
  return (
    words.length >= 2 &&
    words.length <= 64 &&
    /\p{Script=Han}/u.test(words) &&
    !/[。；;！!？?]/u.test(words.replace(/[”"》]$/u, '')) &&
    !/[：:，,、]$/u.test(words) &&
    !/(?:报告|汇报|总结|述职)如下/u.test(words) &&
    !greeting.test(words) &&
    headingNumberAt(words, 0) === null
  );
};

interface TitleLines {
  readonly from: number;
  readonly count: number;
}

const titleOf = (
  head: readonly Line[],
  following: Line | undefined,
  namesKind: (words: string) => boolean,
): TitleLines | null => {
  const words = head.map((line) => cleanWords(line.text));
  const plain = (index: number) => {
    const text = words[index] ?? '';
    return text !== '' && !subtitle.test(text) && !dateOnly.test(text) && !/^[（(].*[）)]$/u.test(text);
  };
  let last = words.findIndex(
    (text, index) => plain(index) && index < 4 && (namesKind(text) || documentWord.test(text)),
  );
  if (last < 0)
    last = words.findIndex(
      (text, index) => index > 0 && index < 4 && plain(index) && namesKind((words[index - 1] ?? '') + text),
    );
  if (last < 0) {
    const below = words.findIndex(
      (text, index) => index > 0 && index < 3 && subtitle.test(text) && namesKind(withoutDash(text)),
    );
    return below < 0 ? loneTitle(head, following, plain) : { from: below, count: 1 };
  }
  let from = last;
  const named = namesKind(words[last] ?? '');
  const precedes = (index: number) =>
    plain(index) &&
    words[index] !== words[last] &&
    sumLength(words, index, last) <= 80 &&
    !(named && motto.test(words[index] ?? ''));
  while (from > 0 && last - from < 2 && precedes(from - 1)) from -= 1;
  const nextWords = words[last + 1] ?? '';
  const unfinished =
    !documentWord.test(words[last] ?? '') &&
    documentWord.test(nextWords) &&
    nextWords.length <= 24 &&
    !(named && namesKind(nextWords));
  const hanging = /[的和与及暨]$/u.test(words[last] ?? '') || /^[的和与及暨]/u.test(nextWords);
  if (plain(last + 1) && (unfinished || (hanging && documentWord.test(nextWords)))) last += 1;
  return { from, count: last - from + 1 };
};

/** A first line without a customary document word: a title when set as one, or when it stands short over a text. */
const loneTitle = (
  head: readonly Line[],
  following: Line | undefined,
  plain: (index: number) => boolean,
): TitleLines | null => {
  const first = head[0];
  if (first === undefined || !plain(0) || isByline(first)) return null;
  const style = first.block.style;
  const set = style?.align === 'center' || /title|标题/iu.test(style?.name ?? '') || first.markdownLevel === 1;
  const second = head[1] ?? following;
  const overText =
    first.text.length <= 40 &&
    second !== undefined &&
    (second.text.length > 40 || /[。：:]$/u.test(second.text) || greeting.test(second.text));
  return set || overText ? { from: 0, count: 1 } : null;
};

/** A line of several phrases set over the title proper. */
const motto =
  /^[^，,\s\u3000]{4,20}(?:[，,][^，,\s\u3000]{4,20}|(?:[\s\u3000]+[^，,\s\u3000]{4,24}){2})(?:[，,\s\u3000]+[^，,\s\u3000]{4,24})*$/u;

const sumLength = (words: readonly string[], from: number, to: number): number =>
  words.slice(from, to + 1).reduce((sum, text) => sum + text.length, 0);

/** A motto may stand as the title, with what the report is below it: ——某局2023年工作总结. */
const withoutDash = (words: string): string => words.replace(/^[—─―－-]+\s*/u, '');

/** The lines as one title; a subtitle on the same line (——在…会议上) is left out. */
const joined = (lines: readonly Line[]): Found<string> | null => {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return null;
  const dash = /^[—─―－-]+\s*/u.exec(first.text)?.[0].length ?? 0;
  if (dash > 0) return { value: withoutDash(cleanWords(first.text)), start: first.start + dash, end: first.end };
  const words = lines.map((line) => cleanWords(line.text)).join('');
  const cut = words.search(/[\s\u3000]*(?:——|──|――)/u);
  if (cut < 4 || lines.length > 1) return { value: words, start: first.start, end: last.end };
  return { value: words.slice(0, cut), start: first.start, end: first.start + cut };
};

const speaker =
  /(?:长|书记|主任|主席|经理|部|局|委|校|院|中心|组|办|乡|镇|县|市|区|会|公司|支部)[\s\u3000]*[\p{Script=Han}X×＊*\s\u3000]{0,5}$/u;
const nameAlone = /^[\p{Script=Han}]{1,2}[\s\u3000]?[\p{Script=Han}X×]{1,2}$/u;

/** Meeting, date, speaker or unit between title and text. */
const isByline = (line: Line | undefined): boolean => {
  if (line === undefined || line.text.length > 80) return false;
  const words = cleanWords(line.text);
  if (greeting.test(words) || headingNumberAt(words, 0) !== null) return false;
  if (documentNumber.test(words)) return true;
  if (subtitle.test(words) || dateOnly.test(words) || /^[（(][^）)]{2,40}[）)]$/u.test(words))
    return !/[。；]$/u.test(words);
  if (/^(?:述职人|述职述廉人|汇报人|报告人|发言人|单位|姓名|职务|时间|日期)[：:]/u.test(words)) return true;
  if (isPartWord(words) || words.length > 24) return false;
  return nameAlone.test(words) || (/^[\p{Script=Han}X×＊*·、（）()\s\u3000]+$/u.test(words) && speaker.test(words));
};

const isPartWord = (words: string): boolean =>
  /(?:问题|不足|工作|情况|打算|措施|回顾|前言|目录|摘要|背景|概况|引言|总结)$/u.test(words);

const addresseeAt = (lines: readonly Line[], index: number): Found<string> | null => {
  const line = lines[index];
  if (line === undefined) return null;
  const words = cleanWords(line.text);
  if (words.length > 44 || !greeting.test(words)) return null;
  return { value: words.replace(/[：:，,！!。]+$/u, ''), start: line.start, end: line.end };
};
