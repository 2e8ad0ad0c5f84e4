import type { Block } from '../../../core/report-document.ts';
import type { Span } from '../../../core/span.ts';
import type { TextLine } from './wrapped-lines.ts';

const heading = /^ {0,3}(#{1,6})[ \t\u3000]*(?=\S)/u;
const tableRule = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const rule = /^\s*([-*_])(\s*\1){2,}\s*$/;
const remark = /^\s*<!--.*-->\s*$/;

/** A paragraph, heading or table row of a Markdown file; null for lines that show nothing. */
export const markdownBlock = (lines: readonly TextLine[]): Block | null => {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return null;
  const base = { part: 'body', source: 'native', confidence: 1 } as const;
  if (lines.every(({ text }) => remark.test(text))) return null;
  if (lines.length === 1 && (rule.test(first.text) || (first.text.includes('-') && tableRule.test(first.text)))) {
    return null;
  }
  const cells = lines.length === 1 ? cellsOf(first) : null;
  if (cells !== null) {
    return { ...base, kind: 'table-row', start: first.start, end: first.end, table: { index: 0, row: 0, cells } };
  }
  const marks = heading.exec(first.text);
  if (marks === null) return { ...base, kind: 'paragraph', start: first.start, end: last.end };
  const start = first.start + marks[0].length;
  const level = (marks[1]?.length ?? 1) - 1;
  return { ...base, kind: 'paragraph', start, end: last.end, style: { outlineLevel: level, bold: true } };
};

const cellsOf = (line: TextLine): Span[] | null => {
  if (!/^\s*\|.*\|\s*$/.test(line.text)) return null;
  const cells: Span[] = [];
  let from = line.text.indexOf('|') + 1;
  for (let bar = line.text.indexOf('|', from); bar >= 0; bar = line.text.indexOf('|', from)) {
    const raw = line.text.slice(from, bar);
    const lead = raw.length - raw.trimStart().length;
    const start = line.start + from + (raw.trim() === '' ? 0 : lead);
    cells.push({ start, end: start + raw.trim().length });
    from = bar + 1;
  }
  return cells;
};
