import type { Reply, ReplyInput } from '../../core/reply.ts';
import { replySchema } from '../../core/reply.ts';
import { type CollectionComparison, comparisonTable } from '../compare-reports.ts';
import { tellOfAll } from './comparison-wording.ts';

export interface ComparisonView {
  /** The collection's name, or null: whatever came into the chat. */
  readonly collection: string | null;
  readonly comparison: CollectionComparison;
  /** Handed in and not checked yet. */
  readonly pending: number;
  /** Whether only the problems were asked about. */
  readonly about: 'problems' | 'all';
  /** The words of the question: figures it names are shown first. */
  readonly asked: string;
}

type Block = ReplyInput['blocks'][number];

/** Figures in the card's table: those asked about, then customary ones, then shared words (with their unit in brackets). */
const figuresShown = 3;
const themesShown = 12;
const outliersShown = 12;
const namesShown = 6;
const examplesShown = 2;

/** All reports side by side: the table, the problems in common, and what stands out. */
export const comparisonCard = (view: ComparisonView): Reply => {
  const { comparison, about } = view;
  const problems = problemBlocks(comparison);
  const blocks: Block[] =
    about === 'problems'
      ? [...problems, ...noteBlocks(view)]
      : [tableBlock(view), ...problems, ...outlierBlocks(comparison), ...noteBlocks(view)];
  return replySchema.parse({
    tone: 'info',
    title: about === 'problems' ? tellOfAll.problemsTitle : tellOfAll.title,
    subtitle: tellOfAll.subtitle(view.collection, comparison.rows.length),
    blocks,
  });
};

const tableBlock = ({ comparison, asked }: ComparisonView): Block => {
  const { columns, rows } = comparisonTable(comparison);
  const weight = (name: string): number => (asked.includes(name) ? 0 : name.includes('（') ? 2 : 1);
  const figures = [...comparison.figures]
    .sort((a, b) => weight(a) - weight(b))
    .slice(0, figuresShown)
    .map((name) => `figure ${name}`);
  const wanted = ['name', 'characters', 'parts', 'problems', 'must', ...figures];
  const shown = columns.filter(({ name }) => wanted.includes(name));
  return {
    kind: 'table',
    // A card's columns are named with letters and digits only.
    columns: shown.map((column, index) => ({ ...column, name: `c${index}` })),
    rows: rows.map((row) => Object.fromEntries(shown.map(({ name }, index) => [`c${index}`, row[name] ?? '']))),
  };
};

const problemBlocks = ({ problems, rows }: CollectionComparison): Block[] => {
  const named = new Map(rows.map((row) => [row.id, row.name]));
  const common = problems.filter((group) => group.reports.length > 1);
  if (common.length === 0) return [{ kind: 'text', text: [tellOfAll.noCommonProblems] }];
  return [
    {
      kind: 'list',
      heading: tellOfAll.commonProblems,
      numbered: true,
      items: common.slice(0, themesShown).map((group) => {
        const names = group.reports.map((id) => named.get(id) ?? '');
        const examples = group.problems
          .filter((problem, index, all) => all.findIndex(({ report }) => report === problem.report) === index)
          .slice(0, examplesShown);
        return {
          text: [{ bold: group.theme }, ` ${tellOfAll.namedBy(names.slice(0, namesShown), names.length, rows.length)}`],
          detail: [examples.map(({ report, text }) => tellOfAll.example(text, named.get(report) ?? '')).join('；')],
        };
      }),
    },
  ];
};

const outlierBlocks = ({ outliers }: CollectionComparison): Block[] => {
  if (outliers.length === 0) return [];
  const rest = outliers.length - outliersShown;
  return [
    {
      kind: 'list',
      heading: tellOfAll.outliers,
      items: [
        ...outliers.slice(0, outliersShown).map(({ name, about, value, median, side }) => ({
          text: [tellOfAll.outlier(name, about, value), ' ', { faint: tellOfAll.besideMedian(side, median) }],
        })),
        ...(rest > 0 ? [{ text: [{ faint: tellOfAll.more(rest) }] }] : []),
      ],
    },
  ];
};

const noteBlocks = ({ pending, about }: ComparisonView): Block[] => [
  ...(pending > 0 ? [{ kind: 'text' as const, text: [tellOfAll.pending(pending)] }] : []),
  { kind: 'text', text: [{ faint: about === 'problems' ? tellOfAll.extracted : tellOfAll.sheetFollows }] },
];
