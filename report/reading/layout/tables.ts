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
  const rows: { segments: LineSegment[]; line: PageLine }[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    const only = line.segments[0];
    const above = last?.segments.find((cell) => only && overlap(cell, only.x, only.end));
    if (last && only && line.segments.length === 1 && above) {
      const at = last.segments.indexOf(above);
      last.segments[at] = {
        text: above.text + only.text,
        x: Math.min(above.x, only.x),
        end: Math.max(above.end, only.end),
      };
    } else rows.push({ segments: [...line.segments], line });
  }
  return rows.map(({ segments, line }) => ({ cells: segments.map(({ text }) => text), line }));
};
