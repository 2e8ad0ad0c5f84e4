import type { Block } from '../../../core/report-document.ts';
import { type DocumentBuilder, tableRow } from '../document-builder.ts';
import { inReadingOrder } from './columns.ts';
import { linesOfPage } from './lines.ts';
import type { LaidPage, PageLine } from './page.ts';
import { withoutRunningEdges } from './page-edges.ts';
import { type LaidParagraph, type Measure, measureOf, paragraphsOf } from './paragraphs.ts';
import { groupTables, type TableRow } from './tables.ts';

/** Turns painted pages into blocks: lines, running edges away, tables as rows, lines joined into paragraphs. */
export const layOut = (pages: readonly LaidPage[], builder: DocumentBuilder): void => {
  const sorted = withoutRunningEdges(pages.map((page) => ({ page, lines: linesOfPage(page) })));
  const { headers, footers } = sorted;
  const lines = inReadingOrder(sorted.lines);
  if (lines.length === 0) return;
  const measure = measureOf(lines);
  let tables = 0;
  for (const group of groupTables(lines)) {
    if (group.kind === 'text') {
      for (const paragraph of paragraphsOf(group.lines, measure)) addParagraph(builder, paragraph, measure);
    } else {
      for (const [index, row] of group.rows.entries()) addRow(builder, row, tables, index);
      tables += 1;
    }
  }
  for (const text of headers) builder.asides.push({ kind: 'header', text });
  for (const text of footers) builder.asides.push({ kind: 'footer', text });
};

const round = (value: number): number => Math.round(value * 100) / 100;

const confidenceOf = (lines: readonly PageLine[]): number => {
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? 1 : lines.reduce((sum, line) => sum + line.confidence * line.text.length, 0) / letters;
};

const addParagraph = (builder: DocumentBuilder, paragraph: LaidParagraph, measure: Measure): void => {
  const [first] = paragraph.lines;
  if (first === undefined || paragraph.text.trim() === '') return;
  const indent = (first.x - measure.left) / first.size;
  const style: NonNullable<Block['style']> = {
    size: round(first.size),
    ...(paragraph.centred ? { align: 'center' as const } : paragraph.right ? { align: 'right' as const } : {}),
    ...(!paragraph.centred &&
      !paragraph.right &&
      indent > 0.5 &&
      indent < 6 && { firstLineIndent: Math.round(indent) }),
  };
  builder.add({
    text: paragraph.text,
    kind: 'paragraph',
    part: 'body',
    page: first.page,
    source: first.source,
    confidence: round(Math.min(paragraph.certainty, confidenceOf(paragraph.lines))),
    style,
  });
};

const addRow = (builder: DocumentBuilder, { cells, line }: TableRow, index: number, row: number): void => {
  builder.add({
    ...tableRow(cells, index, row),
    part: 'body',
    page: line.page,
    source: line.source,
    confidence: round(Math.min(0.8, line.confidence)),
  });
};
