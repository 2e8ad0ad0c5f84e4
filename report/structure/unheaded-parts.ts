import type { PartId } from '../../core/report-structure.ts';
import type { Span } from '../../core/span.ts';
import type { HeadingMark } from './heading-mark.ts';
import type { Line } from './lines.ts';

export interface UnheadedPart {
  readonly part: PartId;
  readonly span: Span;
  /** The words that open the passage: 反思不足，主要有3点： */
  readonly lead: Span;
}

const problemLead =
  /^(?:(?:困难|矛盾|问题|不足|差距)[^，。]{0,8}不容忽视|[^。]{0,24}(?:反思|查摆|检视|剖析|对照)[^。]{0,10}(?:不足|问题|差距)|(?:存在|自身|主要|工作(?:中)?)?(?:的)?(?:主要)?(?:不足|问题|差距)(?:之处)?(?:是|有|：|:|，主要|主要)|.{0,40}(?:还|仍|也|尚|依然)(?:然)?(?:存在|有)(?:着)?.{0,16}(?:差距|不足|问题|短板|薄弱|困难)|.{0,30}(?:清醒|深刻|充分)(?:地)?(?:认识|看)到|.{0,36}(?:但|同时|然而).{0,24}(?:差距|不足之处|不足|问题|短板))/u;
const planLead =
  /^(?:各位代表[！，])?(?:下一步|下一阶段|下阶段|下步|今后|新的一年|在今后的|在以后的|在新的一年|面对新的一年|明年|来年|针对(?:以上|上述|这些|存在的|自身|查摆)[^。；]{0,16}(?:问题|不足|差距)|20\d\d年[，,])[^。；]{0,40}(?:将|要|会|打算|计划|拟|努力|继续|做好|着力|重点|进一步)/u;

/**
 * Problems and plans told without a heading of their own. They are looked for behind `from`, problems at the head of a
 * paragraph, plans at the head of any sentence.
 */
export const unheadedParts = (
  text: string,
  lines: readonly Line[],
  options: {
    readonly wanted: readonly PartId[];
    readonly from: number;
    readonly bodyEnd: number;
  },
): UnheadedPart[] => {
  const { wanted, from, bodyEnd } = options;
  const parts: UnheadedPart[] = [];
  let problems: Span | null = null;
  const later = lines.filter((line) => line.start >= from);
  if (wanted.includes('problems')) {
    const at = later.find((line) => problemLead.test(line.text.slice(0, 90)));
    if (at !== undefined) {
      problems = { start: at.start, end: bodyEnd };
    }
  }
  const plans = wanted.includes('plans') ? planStart(later, problems?.start ?? from) : null;
  if (problems !== null) {
    const cut = plans !== null && plans > problems.start ? plans : paragraphEnd(text, later, problems.start, bodyEnd);
    parts.push({
      part: 'problems',
      span: { start: problems.start, end: cut },
      lead: leadAt(text, problems.start, cut),
    });
  }
  if (plans !== null) {
    const end = problems !== null && problems.start > plans ? problems.start : bodyEnd;
    parts.push({ part: 'plans', span: { start: plans, end }, lead: leadAt(text, plans, end) });
  }
  return parts.sort((a, b) => a.span.start - b.span.start);
};

/** Words that name shortcomings outright, wherever in the opening of a paragraph they stand. */
const outright =
  /(?:清醒|深刻|充分)地?(?:认识|看)到|(?:还|仍|也|尚|依然)(?:然)?(?:存在|面临).{0,16}(?:问题|不足|差距|短板|困难)|存在的?(?:主要)?(?:问题|不足)/u;

/** Problems told in the last paragraph of a section that is about something else, right before the next heading. */
export const problemsBeforeHeading = (
  text: string,
  lines: readonly Line[],
  isHeading: (line: Line) => boolean,
): UnheadedPart | null => {
  for (let index = 1; index + 1 < lines.length; index += 1) {
    const line = lines[index];
    const next = lines[index + 1];
    if (line === undefined || next === undefined || !isHeading(next) || isHeading(line)) continue;
    if (!outright.test(line.text.slice(0, 90))) continue;
    return {
      part: 'problems',
      span: { start: line.start, end: line.end },
      lead: leadAt(text, line.start, line.end),
    };
  }
  return null;
};

/**
 * Problems and plans under a heading whose own words do not say so (正视差距，行稳致远), by what the text below it begins with;
 * plans under the last heading only. `tops` are the highest headings in order.
 */
export const toldBelow = (
  text: string,
  tops: readonly HeadingMark[],
  rolesOf: (title: string) => readonly PartId[],
): Map<string, PartId> => {
  const told = new Map<string, PartId>();
  const carried = new Set(tops.flatMap((mark) => [...rolesOf(mark.title)]));
  for (const [index, { title, end }] of tops.entries()) {
    if (index === 0 || rolesOf(title).length > 0) continue;
    const to = Math.min(tops[index + 1]?.start ?? text.length, end + 120);
    const begins = text
      .slice(end, to)
      .replace(/^[\s\u3000]+/u, '')
      .slice(0, 90);
    if (!carried.has('problems') && outright.test(begins)) told.set(title, 'problems');
    else if (!carried.has('plans') && index === tops.length - 1 && planLead.test(begins)) told.set(title, 'plans');
  }
  return told;
};

const planStart = (lines: readonly Line[], from: number): number | null => {
  for (const line of lines) {
    if (line.end <= from) continue;
    const sentence =
      /(?:^|[。；！])[”’）)]?(?=(?:各位代表|下一步|下一阶段|下阶段|下步|今后|新的一年|在今后|在以后|在新的一年|面对新的一年|明年|来年|针对|20\d\d年[，,]))/gu;
    for (const found of line.text.matchAll(sentence)) {
      const at = found.index + found[0].length;
      if (line.start + at < from) continue;
      if (planLead.test(line.text.slice(at, at + 80))) return line.start + at;
    }
  }
  return null;
};

/** A passage runs on over the paragraphs that carry its points. */
const paragraphEnd = (text: string, lines: readonly Line[], start: number, bodyEnd: number): number => {
  const first = lines.findIndex((line) => line.start === start);
  let end = lines[first]?.end ?? bodyEnd;
  for (const line of lines.slice(first + 1)) {
    if (
      !/^(?:[一二三四五六七八九十]{1,2}是|其[一二三四五]|第[一二三四五][，、]|[（(]?\d{1,2}[)）.、])/u.test(line.text)
    )
      break;
    end = line.end;
  }
  return Math.min(end, Math.max(bodyEnd, text.length > 0 ? start : 0));
};

const leadAt = (text: string, start: number, end: number): Span => {
  const passage = text.slice(start, Math.min(end, start + 60));
  const point = passage.search(/(?<!^)(?:一是|首先[，,])/u);
  const words = point > 0 ? passage.slice(0, point) : passage;
  const colon = words.search(/[：:]/u);
  const sentence = words.search(/[。；！]/u);
  const comma = words.search(/[，,]/u);
  const length = colon >= 0 && (sentence < 0 || colon < sentence) ? colon + 1 : comma >= 0 ? comma + 1 : words.length;
  return { start, end: start + length };
};
