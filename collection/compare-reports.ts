import type { ResultInBrief } from '../core/report-result.ts';
import { commonFigures, type FigureColumn, plainValue } from './common-figures.ts';
import { commonProblems, type ProblemGroup, problemsOf } from './common-problems.ts';

/** One report of a collection: whose it is and what checking it gave. */
export interface ComparedReport {
  readonly id: string;
  /** Whose it is, as shown. */
  readonly name: string;
  readonly result: ResultInBrief;
}

export interface ComparedRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  readonly characters: number;
  readonly parts: { readonly present: number; readonly required: number };
  readonly sections: number;
  readonly problems: number;
  readonly plans: number;
  readonly must: number;
  readonly should: number;
  /** Figures in common by name, as written. */
  readonly figures: Readonly<Record<string, string>>;
}

/** A value far from the others'. */
export interface Outlier {
  readonly id: string;
  readonly name: string;
  /** 字数, 问题数 or the name of a figure. */
  readonly about: string;
  readonly value: string;
  readonly median: number;
  readonly side: 'high' | 'low';
}

export interface CollectionComparison {
  readonly rows: readonly ComparedRow[];
  /** Names of the figures in common, most reports first. */
  readonly figures: readonly string[];
  readonly problems: readonly ProblemGroup[];
  readonly outliers: readonly Outlier[];
}

const mostFigures = 12;
/** Fewer values than this have no outliers. */
const fewest = 5;

/** Sets the reports of a collection side by side: one row each, figures and problems in common, and what stands out. */
export const compareReports = (reports: readonly ComparedReport[]): CollectionComparison => {
  const columns = commonFigures(reports).slice(0, mostFigures);
  const rows = reports.map((report) => rowOf(report, columns));
  return {
    rows,
    figures: columns.map((column) => column.name),
    problems: commonProblems(reports),
    outliers: outliersOf(rows, columns),
  };
};

const rowOf = ({ id, name, result }: ComparedReport, columns: readonly FigureColumn[]): ComparedRow => ({
  id,
  name,
  kind: result.kind?.name ?? null,
  characters: result.characters,
  parts: result.parts,
  sections: result.outline.filter((entry) => entry.level === 1).length,
  problems: problemsOf(result).length,
  plans: result.summary.sections.flatMap((section) => section.points).filter((point) => point.kind === 'plan').length,
  must: count(result, 'must'),
  should: count(result, 'should'),
  figures: Object.fromEntries(
    columns.flatMap((column) => {
      const figure = column.values.get(id);
      return figure === undefined ? [] : [[column.name, figure.text]];
    }),
  ),
});

const count = (result: ResultInBrief, severity: 'must' | 'should'): number =>
  result.findings.filter((finding) => finding.severity === severity).length +
  result.missing.filter((part) => part.severity === severity).length;

interface Measured {
  readonly row: ComparedRow;
  readonly value: number;
  readonly written: string;
}

const outliersOf = (rows: readonly ComparedRow[], columns: readonly FigureColumn[]): Outlier[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const plain = (about: string, value: (row: ComparedRow) => number, times: number) =>
    standingOut(
      about,
      rows.map((row) => ({ row, value: value(row), written: String(value(row)) })),
      times,
    );
  return [
    ...plain('字数', (row) => row.characters, 2),
    ...plain('问题数', (row) => row.problems, 3),
    ...columns.flatMap((column) => {
      const measured = [...column.values].flatMap(([id, figure]): Measured[] => {
        const row = byId.get(id);
        return row === undefined ? [] : [{ row, value: plainValue(figure), written: figure.text }];
      });
      return standingOut(column.name, measured, 4);
    }),
  ];
};

/** Values more than `times` above or below the median. */
const standingOut = (about: string, measured: readonly Measured[], times: number): Outlier[] => {
  if (measured.length < fewest) return [];
  const median = middle(measured.map(({ value }) => value));
  if (median <= 0) return [];
  return measured.flatMap(({ row, value, written }): Outlier[] => {
    const side = value > median * times ? 'high' : value * times < median ? 'low' : null;
    return side === null ? [] : [{ id: row.id, name: row.name, about, value: written, median, side }];
  });
};

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? 0)) / 2;
};

/** The comparison as a plain table for cards and spreadsheets: labelled columns and one record per report. */
export const comparisonTable = (
  comparison: CollectionComparison,
): {
  readonly columns: readonly { readonly name: string; readonly label: string; readonly type: 'text' | 'number' }[];
  readonly rows: readonly Readonly<Record<string, string | number>>[];
} => ({
  columns: [
    { name: 'name', label: '提交人', type: 'text' },
    { name: 'kind', label: '种类', type: 'text' },
    { name: 'characters', label: '字数', type: 'number' },
    { name: 'parts', label: '必备部分', type: 'text' },
    { name: 'problems', label: '问题', type: 'number' },
    { name: 'plans', label: '打算', type: 'number' },
    { name: 'must', label: '必须改', type: 'number' },
    { name: 'should', label: '建议改', type: 'number' },
    ...comparison.figures.map((name) => ({ name: `figure ${name}`, label: name, type: 'text' as const })),
  ],
  rows: comparison.rows.map((row) => ({
    name: row.name,
    kind: row.kind ?? '不是报告',
    characters: row.characters,
    parts: `${row.parts.present}/${row.parts.required}`,
    problems: row.problems,
    plans: row.plans,
    must: row.must,
    should: row.should,
    ...Object.fromEntries(comparison.figures.map((name) => [`figure ${name}`, row.figures[name] ?? ''])),
  })),
});
