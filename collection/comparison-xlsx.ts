import writeXlsx, { type Cell, type Row } from 'write-excel-file/node';
import { type CollectionComparison, comparisonTable } from './compare-reports.ts';
import { tellOfAll } from './replying/comparison-wording.ts';

const narrow = 12;
const wide = 60;

/** The whole comparison as a spreadsheet: every report a row, the problems by theme, what stands out. */
export const comparisonXlsx = async (comparison: CollectionComparison): Promise<Uint8Array> => {
  const { sheets, columns } = tellOfAll;
  const table = comparisonTable(comparison);
  const named = new Map(comparison.rows.map((row) => [row.id, row.name]));
  const problems = comparison.problems.flatMap((group) =>
    group.problems.map((problem) => [
      words(group.theme),
      group.reports.length,
      words(named.get(problem.report) ?? ''),
      words(problem.text),
    ]),
  );
  const outliers = comparison.outliers.map((outlier) => [
    words(outlier.name),
    words(outlier.about),
    words(outlier.value),
    outlier.median,
  ]);
  const book = await writeXlsx([
    sheet(
      sheets.reports,
      table.columns.map(({ label }) => label),
      table.rows.map((row) =>
        table.columns.map(({ name }): Cell => {
          const value = row[name];
          return typeof value === 'number' ? value : words(value ?? '');
        }),
      ),
      table.columns.map(() => narrow),
    ),
    sheet(sheets.problems, [columns.theme, columns.count, columns.name, columns.text], problems, [
      narrow * 2,
      narrow,
      narrow,
      wide,
    ]),
    sheet(sheets.outliers, [columns.name, columns.about, columns.value, columns.median], outliers, [
      narrow,
      narrow * 2,
      narrow,
      narrow,
    ]),
  ]).toBuffer();
  return new Uint8Array(book);
};

const sheet = (name: string, heads: readonly string[], rows: readonly Row[], widths: readonly number[]) => ({
  sheet: name,
  data: [heads.map((head): Cell => ({ value: head, type: String, fontWeight: 'bold' })), ...rows],
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
});

/** Always text, whatever it begins with, and without characters no spreadsheet may hold. */
const words = (value: string): Cell => ({
  value: value.replace(/\p{Cc}|\p{Surrogate}|[\uFFFE\uFFFF]/gu, ' '),
  type: String,
});
