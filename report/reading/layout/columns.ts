import type { LineSegment, PageLine } from './page.ts';

/** How many lines must stand side by side before they count as columns of running text and not as a table. */
const fewestLines = 10;
const fewestLetters = 10;
/** Share of the lines of a column that must fill it. */
const filledShare = 0.8;
/** Share of a page's lines that may run across the gap between the columns: titles, headings. */
const crossingShare = 0.4;

interface Column {
  readonly left: number;
  readonly right: number;
}

/** Puts pages printed in two or three columns into the order of reading: down one column, then down the next. */
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
  for (const count of [2, 3]) {
    const abreast = lines.filter(({ segments }) => segments.length === count);
    const columns = Array.from({ length: count }, (_, index) => columnOf(abreast, index));
    const apart = columns.every(({ left }, index) => index === 0 || (columns[index - 1]?.right ?? left) < left);
    if (abreast.length < fewestLines || !apart) continue;
    if (!columns.every((column, index) => isFilled(abreast, index, column))) continue;
    const crossing = lines.filter((line) => crosses(line, columns));
    if (crossing.length <= crossingShare * lines.length) return reordered(lines, columns);
  }
  return lines;
};

/** Where most segments of a column begin and end. */
const columnOf = (abreast: readonly PageLine[], index: number): Column => {
  const starts = abreast.map(({ segments }) => segments[index]?.x ?? 0).sort((a, b) => a - b);
  const ends = abreast.map(({ segments }) => segments[index]?.end ?? 0).sort((a, b) => a - b);
  return { left: starts[Math.floor(starts.length / 10)] ?? 0, right: ends[Math.floor(ends.length * 0.9)] ?? 0 };
};

const isFilled = (abreast: readonly PageLine[], index: number, column: Column): boolean => {
  const filled = abreast.filter((line) => {
    const segment = line.segments[index];
    return (
      segment !== undefined && segment.text.length >= fewestLetters && segment.end > column.right - 1.5 * line.size
    );
  });
  return filled.length >= filledShare * abreast.length;
};

/** The column whose space a segment lies in; undefined when it runs across the gap between two. */
const placeOf = ({ x, end }: LineSegment, columns: readonly Column[]): number | undefined => {
  const at = columns.findIndex((_, index) => end <= gapBehind(columns, index));
  return at >= 0 && (at === 0 || x >= gapBehind(columns, at - 1)) ? at : undefined;
};

const gapBehind = (columns: readonly Column[], index: number): number => {
  const next = columns[index + 1];
  return next === undefined ? Number.POSITIVE_INFINITY : ((columns[index]?.right ?? 0) + next.left) / 2;
};

const crosses = (line: PageLine, columns: readonly Column[]): boolean =>
  line.segments.some((segment) => placeOf(segment, columns) === undefined);

const reordered = (lines: readonly PageLine[], columns: readonly Column[]): PageLine[] => {
  const first = columns[0]?.left ?? 0;
  const widest = Math.max(...columns.map(({ left, right }) => right - left));
  const ordered: PageLine[] = [];
  const waiting: PageLine[][] = columns.map(() => []);
  const part = (line: PageLine, segments: readonly LineSegment[], shift: number): PageLine => {
    const moved = segments.map(({ text, x, end }) => ({ text, x: x - shift, end: end - shift }));
    return {
      ...line,
      pageWidth: 2 * first + widest,
      segments: moved,
      text: moved.map(({ text }) => text).join(' '),
      x: moved[0]?.x ?? line.x,
      end: moved.at(-1)?.end ?? line.end,
    };
  };
  const release = (): void => {
    for (const column of waiting) ordered.push(...column.splice(0));
  };
  for (const line of lines) {
    if (crosses(line, columns)) {
      release();
      ordered.push(part(line, line.segments, 0));
      continue;
    }
    for (const [index, column] of columns.entries()) {
      const own = line.segments.filter((segment) => placeOf(segment, columns) === index);
      if (own.length > 0) waiting[index]?.push(part(line, own, column.left - first));
    }
  }
  release();
  return ordered;
};
