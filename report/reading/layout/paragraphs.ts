import type { PageLine } from './page.ts';

export interface LaidParagraph {
  readonly lines: readonly PageLine[];
  readonly text: string;
  readonly centred: boolean;
  readonly right: boolean;
  /** 1 when its borders are sure; lower when a full line may or may not have been the last of a paragraph. */
  readonly certainty: number;
}

/** The column that running text fills, points. */
export interface Measure {
  readonly left: number;
  readonly right: number;
  readonly size: number;
  /** Distance of baselines inside a paragraph. */
  readonly leading: number;
  /** True when paragraphs begin with an indent, so that a full line without one behind it goes on. */
  readonly indented: boolean;
  /** True when lines end where they may, not all at the right edge: then a line is full that is nearly so. */
  readonly ragged: boolean;
}

const marker =
  /^(?:[一二三四五六七八九十百]+、|（[一二三四五六七八九十\d]+）|\([一二三四五六七八九十\d]+\)|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]+[章节条部]|[①-⑳])/u;
/** Numbers that running text hardly ever holds at the start of a line, and ends that promise more. */
const strongMarker = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章节部])/u;
const goesOn = /[，、：；,（(《“‘—]$/u;
const sentenceEnd = /[。！？：；…!?:;][”’"')）】》]*$/u;

const modeOf = (values: readonly number[], step: number): number | undefined => {
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = Math.round(value / step);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best && best[0] * step;
};

/** So many long lines tell whether they end evenly. */
const fewestForRagged = 20;

/** Finds the column of the running text from its lines: edges where most lines begin and end. */
export const measureOf = (lines: readonly PageLine[]): Measure => {
  const size =
    modeOf(
      lines.flatMap((line) => Array.from({ length: Math.ceil(line.text.length / 10) }, () => line.size)),
      0.5,
    ) ?? 12;
  const body = lines.filter((line) => Math.abs(line.size - size) < 0.1 * size);
  const longest = Math.max(...body.map((line) => line.end - line.x), 0);
  const full = body.filter((line) => line.end - line.x > 0.75 * longest);
  const starting = full.map(({ x }) => x).sort((a, b) => a - b);
  const left = starting[Math.floor(starting.length / 20)] ?? 0;
  const pageWidth = lines[0]?.pageWidth ?? 0;
  const usual = modeOf(
    full.map(({ end }) => end),
    size / 2,
  );
  // Where no line comes near the other side of the page, none was filled: the margins are taken to be equal.
  const right = usual === undefined || longest < 0.6 * (pageWidth - 2 * left) ? pageWidth - left : usual;
  const gaps = body.flatMap((line, index) => {
    const next = body[index + 1];
    return next && next.page === line.page && next.y > line.y ? [next.y - line.y] : [];
  });
  const even = full.filter(({ end }) => Math.abs(right - end) <= 0.35 * size).length;
  const starts = body.filter((line) => line.x - left > 1.2 * size && line.x - left < 3.2 * size).length;
  return {
    left,
    right,
    size,
    leading: modeOf(gaps, 1) ?? size * 1.5,
    indented: starts >= 2 || starts >= body.length * 0.15,
    ragged: full.length >= fewestForRagged && even < 0.4 * full.length,
  };
};

/** Joins lines into paragraphs. */
export const paragraphsOf = (lines: readonly PageLine[], measure: Measure): LaidParagraph[] => {
  const groups: { lines: PageLine[]; certainty: number }[] = [];
  let before: PageLine | undefined;
  for (const line of lines) {
    const verdict = before === undefined ? 'break' : joint(before, line, measure, groups.at(-1)?.lines ?? []);
    const group = groups.at(-1);
    if (verdict === 'break' || group === undefined) groups.push({ lines: [line], certainty: 1 });
    else {
      group.lines.push(line);
      if (verdict === 'doubtful') group.certainty = 0.7;
    }
    before = line;
  }
  return groups.map(({ lines: own, certainty }) => {
    const first = own[0] as PageLine;
    const last = own.at(-1) as PageLine;
    return {
      lines: own,
      text: joinLines(own),
      centred: isCentred(last, measure),
      right:
        own.length === 1 &&
        !isCentred(first, measure) &&
        first.x > measure.left + 6 * measure.size &&
        first.end > measure.right - 4 * measure.size,
      certainty,
    };
  });
};

/** What a line break cannot part: brackets, a word or number or one Chinese sign, and the stops behind it. */
const firstUnit = /^[“‘（《【〔"'(]*(?:[!-~％＋]+|.)[，。、；：？！”’）》】〕％]*/u;

const widthOf = (text: string, size: number): number => {
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) > 0x2e7f ? size : 0.52 * size;
  return width;
};

/** So many ems a line may lack and be full: where lines end as they may, and where recognition lost a sign or two. */
const slackOf = (line: PageLine, measure: Measure): number => {
  if (measure.ragged && !sentenceEnd.test(line.text)) return 1.8;
  return line.source === 'ocr' && measure.indented ? 1.5 : 0.35;
};

/** True when a line had no room for what comes next. */
const isFilled = (line: PageLine, next: PageLine, measure: Measure): boolean => {
  const slack = slackOf(line, measure);
  return line.end + widthOf(firstUnit.exec(next.text)?.[0] ?? '', line.size) > measure.right - slack * line.size;
};

const isCentred = (line: PageLine, measure: Measure): boolean => {
  const before = line.x - measure.left;
  const behind = measure.right - line.end;
  // Large type is a heading, centred even where it leaves little room; body type might just be an indented full line.
  const room = line.size > 1.15 * measure.size ? 0.3 : 2.2;
  return before > room * line.size && Math.abs(before - behind) < 1.2 * line.size;
};

const joint = (
  before: PageLine,
  line: PageLine,
  measure: Measure,
  group: readonly PageLine[],
): 'join' | 'break' | 'doubtful' => {
  if (Math.abs(before.size - line.size) > 0.08 * line.size) return 'break';
  if (before.segments.length > 1 || line.segments.length > 1) return 'break';
  const full = isFilled(before, line, measure);
  const wide = line.size > 1.15 * measure.size && before.end - before.x > 0.75 * (measure.right - measure.left);
  if (isCentred(line, measure) && !marker.test(line.text))
    return (full || wide) && isHeadLike(group, measure) ? 'join' : 'break';
  if (!full) return 'break';
  const samePage = line.page === before.page;
  if (samePage && line.y - before.y > 1.7 * measure.leading && line.y - before.y > 1.5 * line.size) return 'break';
  const indent = line.x - measure.left;
  const hangs = group.length > 0 && isHanging(group, line);
  if (indent > 0.8 * line.size && !hangs) return 'break';
  if (measure.indented) return 'join';
  if (strongMarker.test(line.text) && !goesOn.test(before.text)) return 'break';
  if (!sentenceEnd.test(before.text)) return 'join';
  return marker.test(line.text) ? 'break' : 'doubtful';
};

/** A title wrapped over several lines: large or centred type so far. */
const isHeadLike = (group: readonly PageLine[], measure: Measure): boolean =>
  group.length < 4 &&
  group.every((line) => line.size > 1.15 * measure.size || isCentred(line, measure) || group.length === 1);

/** List items whose further lines stand under the first line's words, and items set in whose first line is set in more. */
const isHanging = (group: readonly PageLine[], line: PageLine): boolean => {
  const [first, second] = group;
  if (first === undefined) return false;
  if (second !== undefined && Math.abs(line.x - second.x) < 0.5 * line.size) return isHanging([first], second);
  if (second !== undefined) return false;
  const step = line.x - first.x;
  if (step < -0.8 * line.size && step > -3.2 * line.size) return true;
  return /^(?:\d{1,2}[.)、．]|[•●○▪◆❖■□❑➢✓])/u.test(first.text) && step > 0.5 * line.size && step < 3 * line.size;
};

const joinLines = (lines: readonly PageLine[]): string => {
  let text = '';
  for (const line of lines) {
    const spaced = /[A-Za-z\d,.;:]$/.test(text) && /^[A-Za-z]/.test(line.text) && /[A-Za-z,.;:]$/.test(text);
    text += spaced ? ` ${line.text}` : line.text;
  }
  return text;
};
