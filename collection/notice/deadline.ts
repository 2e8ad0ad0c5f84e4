import { folded } from '../dates/characters.ts';
import { type DatePhrase, resolveDate } from '../dates/date-phrase.ts';
import { dateContext, type FoundDate, findDates } from '../dates/find-dates.ts';
import type { Field } from '../requirements/field.ts';
import type { NoticeContext } from './read-notice.ts';

const handIn =
  /报送|上报|提交|上交|递交|交(?:至|到|给|回|齐|来|上来|稿)|报(?:至|到|给|来)|发(?:送)?(?:至|到|给)|反馈|填报|完成|上传|送(?:至|到)|前交|务必交|交一?份|报\p{Script=Han}{1,6}(?:部|办|科|处|局|委|室)|汇总/u;
const labelled = /(?:报送|提交|上交|上报|截止|截稿|交稿|收稿|完成|反馈)(?:时间|日期|时限|期限)|时间要求|时限/u;
const notDeadline =
  /召开|举行|开展|会议时间|印发|下发|任职|考核期|起施行|成立|出生|自.{0,14}起|以来|期间|公示|实施|发布/u;
const CLAUSE = /[。；;\n]/u;

/** The deadlines a notice names, the most certain first, each day once. */
export const readDeadlines = (text: string, context: NoticeContext): Field<DatePhrase>[] => {
  const plain = folded(text);
  const dates = dateContext(context.now, context.timeZone, context.calendar);
  const scored = findDates(text, dates)
    .filter((_, index, all) => all[index + 1]?.endOfRange !== true)
    .map((date) => ({ date, score: scoreOf(date, plain) }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score || a.date.start - b.date.start);
  const seen = new Set<number>();
  return scored.flatMap(({ date, score }) => {
    const value = resolveDate(date, text, dates);
    const key = value.ok ? value.instant.getTime() : -date.start;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ value, span: { start: date.start, end: date.end }, confidence: Math.min(1, score) }];
  });
};

const scoreOf = (date: FoundDate, plain: string): number => {
  if (isSignature(date, plain)) return 0;
  const before =
    plain
      .slice(Math.max(0, date.start - 60), date.start)
      .split(CLAUSE)
      .at(-1) ?? '';
  const after = plain.slice(date.end, date.end + 90).split(CLAUSE)[0] ?? '';
  const words = `${before}${plain.slice(date.start, date.end)}${after}`;
  let score = date.cued ? 0.45 : 0;
  if (labelled.test(before.slice(-24))) score += 0.5;
  if (handIn.test(after.slice(0, 60))) score += 0.4;
  else if (handIn.test(words)) score += 0.25;
  if (date.endOfRange) score += 0.5;
  if (date.clock !== null) score += 0.05;
  if (notDeadline.test(before.slice(-14)) || notDeadline.test(after.slice(0, 10))) score -= 0.3;
  // Figures as of a day, and 初稿 is asked for first but it is not the end of it.
  if (/^(?:底|末)?(?:的)?(?:数据|情况|统计)/u.test(after)) score -= 0.4;
  return score;
};

/** A date on a short line of its own near the end is the day of issue. */
const isSignature = (date: FoundDate, plain: string): boolean => {
  const before =
    plain
      .slice(Math.max(0, date.start - 40), date.start)
      .split('\n')
      .at(-1) ?? '';
  const after = plain.slice(date.end, date.end + 40).split('\n')[0] ?? '';
  const alone = `${before}${after}`.replace(/\s/gu, '').length <= 2;
  return alone && date.start > plain.length * 0.3 && !date.cued;
};
