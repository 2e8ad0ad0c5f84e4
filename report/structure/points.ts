import { pointExtent } from './heading-extent.ts';
import type { HeadingMark } from './heading-mark.ts';
import { pointRank } from './heading-number.ts';
import type { Line } from './lines.ts';
import { chineseDigits, chineseNumber } from './numerals.ts';

/** A stretch of running text between two headings in which points are looked for. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

interface Candidate {
  readonly family: '是' | '要' | '首先' | '第一' | '其一';
  readonly ordinal: number;
  readonly at: number;
  readonly titleStart: number;
  readonly leads: boolean;
  readonly line: Line;
}

const firsts: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 再者: 3, 此外: 4, 最后: 5 };
const opener = new RegExp(
  `(?:([${chineseDigits}]{1,2})([是要])|(首先|其次|再次|再者|最后)(?=[，,：:是])[，,：:]?|第([${chineseDigits}]{1,2})[，,、：:]|其([一二三四五六])[，,、：:是])`,
  'gu',
);
const before = /[。；;：:！!？?”’）)\s\u3000，,、*#】]/u;
const strongBefore = /[。；;：:！!？?”’）)\s\u3000*#】]/u;

/** The points (一是…二是…, 首先…其次…) of every passage, in order. */
export const pointHeadings = (text: string, lines: readonly Line[], passages: readonly Passage[]): HeadingMark[] => {
  const marks: HeadingMark[] = [];
  let lineIndex = 0;
  for (const passage of passages) {
    const candidates: Candidate[] = [];
    while ((lines[lineIndex]?.end ?? Number.POSITIVE_INFINITY) <= passage.start) lineIndex += 1;
    for (let index = lineIndex; index < lines.length; index += 1) {
      const line = lines[index];
      if (line === undefined || line.start >= passage.end) break;
      candidates.push(...candidatesOf(text, line, passage));
    }
    const points = inSeries(candidates);
    points.forEach((point, index) => {
      const next = points[index + 1];
      const limit = Math.min(point.line.end, next?.at ?? passage.end, passage.end);
      marks.push(toMark(text, point, limit));
    });
  }
  return marks;
};

const candidatesOf = (text: string, line: Line, passage: Passage): Candidate[] => {
  const from = Math.max(line.start, passage.start);
  const to = Math.min(line.end, passage.end);
  const candidates: Candidate[] = [];
  for (const found of text.slice(from, to).matchAll(opener)) {
    const at = from + found.index;
    const leads = at === line.start;
    const begins = leads || at === passage.start;
    const previous = text[at - 1] ?? '\n';
    const isPoint = found[2] === '是';
    if (!begins && !(isPoint ? before : strongBefore).test(previous)) continue;
    const ordinal = ordinalOf(found);
    if (ordinal === null || ordinal === 0) continue;
    candidates.push({ family: familyOf(found), ordinal, at, titleStart: at + found[0].length, leads, line });
  }
  return candidates;
};

const familyOf = (found: RegExpExecArray): Candidate['family'] => {
  if (found[2] === '是') return '是';
  if (found[2] === '要') return '要';
  if (found[3] !== undefined) return '首先';
  return found[4] !== undefined ? '第一' : '其一';
};

const ordinalOf = (found: RegExpExecArray): number | null => {
  if (found[3] !== undefined) return firsts[found[3]] ?? null;
  return chineseNumber(found[1] ?? found[4] ?? found[5] ?? '');
};

/** Keeps points that begin a series another point goes on with, and those that go on with it. */
const inSeries = (candidates: readonly Candidate[]): Candidate[] => {
  const last = new Map<string, number>();
  const next = new Map<string, Candidate>();
  const follower = new Map<Candidate, Candidate>();
  for (const candidate of candidates.toReversed()) {
    const following = next.get(candidate.family);
    if (following !== undefined) follower.set(candidate, following);
    next.set(candidate.family, candidate);
  }
  return candidates.filter((candidate) => {
    const previous = last.get(candidate.family) ?? 0;
    const following = follower.get(candidate)?.ordinal ?? 0;
    const step = candidate.family === '首先' ? 3 : 2;
    const begins = candidate.ordinal === 1 && following >= 1 && following <= 1 + step;
    const goesOn = previous > 0 && candidate.ordinal >= previous && candidate.ordinal <= previous + step;
    const standsAlone = candidate.leads && candidate.family === '是' && (previous === 0 || candidate.ordinal > 1);
    if (!begins && !goesOn && !standsAlone) return false;
    last.set(candidate.family, candidate.ordinal);
    return true;
  });
};

const toMark = (text: string, point: Candidate, limit: number): HeadingMark => {
  const extent = pointExtent(text, point.titleStart, limit);
  const ownParagraph = point.leads && point.family === '是';
  return {
    style: '一是',
    key: point.family,
    rank: pointRank,
    mode: ownParagraph ? 'run-in' : 'inline',
    number: text.slice(point.at, point.titleStart).replace(/[，,、：:]$/u, ''),
    ordinal: point.family === '首先' && point.ordinal === 5 ? null : point.ordinal,
    title: extent.title,
    start: point.at,
    end: extent.end,
  };
};
