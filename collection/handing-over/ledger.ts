import writeXlsx, { type Cell } from 'write-excel-file/node';
import { localTime } from '../../core/local-time.ts';
import type { Collection } from '../../core/records.ts';
import type { CollectionRoster, MemberStanding } from '../roster/member-states.ts';
import { standingText } from '../roster/member-states.ts';

/** One line of the 台账. */
export interface LedgerRow {
  readonly number: number;
  readonly name: string;
  /** 已交（第2稿，合格） and the like. */
  readonly state: string;
  /** Shanghai wall time of the version that counts, "2026-12-30 16:20", or "". */
  readonly handedInAt: string;
  readonly version: number | null;
  readonly characters: number | null;
  readonly mustMend: number | null;
  readonly remark: string;
  readonly link: string;
}

/** What the ledger tells of a version beyond the roster, by revision id. */
export interface VersionFacts {
  readonly characters: number | null;
  readonly link: string | null;
}

/** The ledger's lines in the order of the roster. Pure. */
export const ledgerRows = (
  roster: CollectionRoster,
  collection: Collection,
  facts: ReadonlyMap<string, VersionFacts>,
): LedgerRow[] =>
  roster.members.map((standing, index) => {
    const { member, revision } = standing;
    const known = revision === null ? undefined : facts.get(revision.id);
    return {
      number: index + 1,
      name: member.name ?? '（未署名）',
      state: standingText(standing),
      handedInAt: revision === null ? '' : wallTime(new Date(revision.receivedAt), collection.timeZone),
      version: revision?.number ?? null,
      characters: known?.characters ?? null,
      mustMend: revision === null || standing.state === 'checking' ? null : standing.mustMend,
      remark: remarkOf(standing),
      link: known?.link ?? '',
    };
  });

const remarkOf = ({ reason, left, late }: MemberStanding): string =>
  [late ? '逾期' : '', left ? '已退群' : '', reason ?? ''].filter((words) => words !== '').join('；');

const wallTime = (instant: Date, timeZone: string): string => {
  const { year, month, day, hour, minute } = localTime(instant, timeZone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
};

const columns: readonly { readonly title: string; readonly width: number; readonly cell: (row: LedgerRow) => Cell }[] =
  [
    { title: '序号', width: 6, cell: ({ number }) => number },
    { title: '姓名', width: 12, cell: ({ name }) => words(name) },
    { title: '状态', width: 24, cell: ({ state }) => words(state) },
    { title: '提交时间', width: 18, cell: ({ handedInAt }) => words(handedInAt) },
    { title: '稿次', width: 6, cell: ({ version }) => version },
    { title: '字数', width: 8, cell: ({ characters }) => characters },
    { title: '必须改', width: 8, cell: ({ mustMend }) => mustMend },
    { title: '备注', width: 24, cell: ({ remark }) => words(remark) },
    { title: '链接', width: 40, cell: ({ link }) => words(link) },
  ];

/** Names and reasons are always text, whatever they begin with, and hold nothing a spreadsheet refuses. */
const words = (value: string): Cell => ({
  value: value.replace(/\p{Cc}|\p{Surrogate}|[\uFFFE\uFFFF]/gu, ' ').slice(0, 2000),
  type: String,
});

/** The 台账 as an .xlsx workbook: a title line, one line of heads, one row per person. */
export const ledgerXlsx = async (rows: readonly LedgerRow[], title: string): Promise<Uint8Array> => {
  const heading: Cell = { value: title, type: String, fontWeight: 'bold', columnSpan: columns.length, align: 'center' };
  const book = await writeXlsx([
    {
      sheet: '台账',
      data: [
        [heading, ...columns.slice(1).map(() => null)],
        columns.map((column): Cell => ({ value: column.title, type: String, fontWeight: 'bold' })),
        ...rows.map((row) => columns.map(({ cell }) => cell(row))),
      ],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 2,
    },
  ]).toBuffer();
  return new Uint8Array(book);
};
