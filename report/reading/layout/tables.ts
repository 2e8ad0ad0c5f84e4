import type { LineSegment, PageLine } from './page.ts';

export type LineGroup =
  | { readonly kind: 'text'; readonly lines: readonly PageLine[] }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] };

export interface TableRow {
  readonly cells: readonly string[];
  readonly line: PageLine;
}

/** Parts lines into running text and tables: two or more neighbouring lines in columns that stand below each other. */
export const groupTables = (lines: readonly PageLine[]): LineGroup[] => {
  const groups: LineGroup[] = [];
  let text: PageLine[] = [];
  let index = 0;
  while (index < lines.length) {
    const end = tableEnd(lines, index);
    if (end - index < 2) {
      const line = lines[index];
      if (line) text.push(line);
      index += 1;
      continue;
    }
    if (text.length > 0) groups.push({ kind: 'text', lines: text });
    text = [];
    groups.push({ kind: 'table', rows: rowsOf(lines.slice(index, end)) });
    index = end;
  }
  if (text.length > 0) groups.push({ kind: 'text', lines: text });
  return groups;
};

/** The index behind the table that starts at `from`; `from` itself when none does. */
const tableEnd = (lines: readonly PageLine[], from: number): number => {
  const first = lines[from];
  if (first === undefined || first.segments.length < 2) return from;
  const columns = first.segments.map(({ x, end }) => ({ x, end }));
  let end = from + 1;
  let rows = 1;
  for (let index = from + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || line.page !== first.page || !sharesColumns(line, columns)) break;
    if (line.segments.length >= 2) {
      rows += 1;
      end = index + 1;
      for (const { x, end: right } of line.segments)
        if (!columns.some((c) => overlap(c, x, right))) columns.push({ x, end: right });
    } else if (!isContinuation(line, columns)) break;
    else end = index + 1;
  }
  return rows >= 2 ? end : from;
};

const overlap = (column: { x: number; end: number }, x: number, end: number): boolean =>
  x < column.end && column.x < end;

const sharesColumns = (line: PageLine, columns: readonly { x: number; end: number }[]): boolean =>
  line.segments.every(({ x, end }) => columns.filter((column) => overlap(column, x, end)).length <= 1) &&
  line.segments.some(({ x, end }) => columns.some((column) => overlap(column, x, end)));

/** A line that holds only the rest of a cell: it starts under a column other than the first. */
const isContinuation = (line: PageLine, columns: readonly { x: number }[]): boolean => {
  const first = Math.min(...columns.map(({ x }) => x));
  return line.segments.length === 1 && line.x > first + line.size;
};

const rowsOf = (lines: readonly PageLine[]): TableRow[] => {
  const first = Math.min(...lines.map(({ x }) => x));
  const rows: { cells: LineSegment[]; ends: number[]; line: PageLine }[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    const above = last && line.x > first + line.size ? cellsAbove(line, last.cells, last.ends, lines) : null;
    if (last === undefined || above === null) {
      rows.push({ cells: [...line.segments], ends: line.segments.map(({ end }) => end), line });
      continue;
    }
    for (const [index, segment] of line.segments.entries()) {
      const at = above[index] ?? 0;
      const cell = last.cells[at] ?? segment;
      last.cells[at] = { text: cell.text + segment.text, x: cell.x, end: Math.max(cell.end, segment.end) };
      last.ends[at] = segment.end;
    }
  }
  return rows.map(({ cells, line }) => ({ cells: cells.map(({ text }) => text), line }));
};

/**
 * The cells that a line goes on with, by index; null when it is a row of its own. A cell goes on only where its last line
 * filled the column.
 */
const cellsAbove = (
  line: PageLine,
  cells: readonly LineSegment[],
  ends: readonly number[],
  lines: readonly PageLine[],
): number[] | null => {
  const found: number[] = [];
  for (const { x, end } of line.segments) {
    const at = cells.findIndex((cell) => overlap(cell, x, end));
    const cell = cells[at];
    if (cell === undefined) return null;
    const column = lines.flatMap(({ segments }) => segments.filter((segment) => overlap(segment, cell.x, cell.end)));
    const right = Math.max(...column.map((segment) => segment.end));
    if ((ends[at] ?? 0) < right - 1.6 * line.size) return null;
    found.push(at);
  }
  return found;
};
