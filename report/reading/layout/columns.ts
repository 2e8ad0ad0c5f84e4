import type { LineSegment, PageLine } from './page.ts';

/** How many lines must stand side by side before they count as columns of running text and not as a table. */
const fewestLines = 8;
const fewestLetters = 10;
/** Share of the lines of a column that must fill it. */
const filledShare = 0.7;
/** Share of a page's lines that may run across the gap between the columns: titles, headings. */
const crossingShare = 0.4;

interface Column {
  readonly left: number;
  readonly right: number;
}

/** Puts pages printed in two columns into the order of reading: down the left column, then down the right one. */
export const inReadingOrder = (lines: readonly PageLine[]): PageLine[] => {
  const pages = new Map<number, PageLine[]>();
  for (const line of lines) {
    const page = pages.get(line.page);
    if (page) page.push(line);
    else pages.set(line.page, [line]);
  }
  return [...pages.values()].flatMap((page) => columnsApart(page));
};

const columnsApart = (lines: readonly PageLine[]): readonly PageLine[] => {
  const paired = lines.filter(({ segments }) => segments.length === 2);
  if (paired.length < fewestLines) return lines;
  const left = columnOf(paired, 0);
  const right = columnOf(paired, 1);
  const gap = (left.right + right.left) / 2;
  const crossing = lines.filter((line) => line.segments.some(({ x, end }) => x < gap && end > gap));
  const prose = left.right < right.left && isFilled(paired, 0, left) && isFilled(paired, 1, right);
  if (!prose || crossing.length > crossingShare * lines.length) return lines;
  return reordered(lines, gap, left, right);
};

/** Where most segments of a column begin and end. */
const columnOf = (paired: readonly PageLine[], index: 0 | 1): Column => {
  const starts = paired.map(({ segments }) => segments[index]?.x ?? 0).sort((a, b) => a - b);
  const ends = paired.map(({ segments }) => segments[index]?.end ?? 0).sort((a, b) => a - b);
  return { left: starts[Math.floor(starts.length / 10)] ?? 0, right: ends[Math.floor(ends.length * 0.9)] ?? 0 };
};

const isFilled = (paired: readonly PageLine[], index: 0 | 1, column: Column): boolean => {
  const filled = paired.filter((line) => {
    const segment = line.segments[index];
    return (
      segment !== undefined && segment.text.length >= fewestLetters && segment.end > column.right - 1.5 * line.size
    );
  });
  return filled.length >= filledShare * paired.length;
};

const reordered = (lines: readonly PageLine[], gap: number, left: Column, right: Column): PageLine[] => {
  const ordered: PageLine[] = [];
  let later: PageLine[] = [];
  const pageWidth = left.left + Math.max(left.right, left.left + right.right - right.left);
  const part = (line: PageLine, segments: readonly LineSegment[], shift: number): PageLine => {
    const moved = segments.map(({ text, x, end }) => ({ text, x: x - shift, end: end - shift }));
    return {
      ...line,
      pageWidth,
      segments: moved,
      text: moved.map(({ text }) => text).join(' '),
      x: moved[0]?.x ?? line.x,
      end: moved.at(-1)?.end ?? line.end,
    };
  };
  for (const line of lines) {
    if (line.segments.some(({ x, end }) => x < gap && end > gap)) {
      ordered.push(...later, part(line, line.segments, 0));
      later = [];
      continue;
    }
    const before = line.segments.filter(({ end }) => end <= gap);
    const behind = line.segments.filter(({ x }) => x >= gap);
    if (before.length > 0) ordered.push(part(line, before, 0));
    if (behind.length > 0) later.push(part(line, behind, right.left - left.left));
  }
  return [...ordered, ...later];
};
