import type { Inline, LeafBlock, ReplyAction, ReplyBlock } from '../../../core/reply.ts';
import { drawnParts, renderChart } from './card-chart.ts';
import { button, type CardElement, markdown } from './card-element.ts';
import { renderForm } from './card-form.ts';
import { clip, clipRich, lineBreak, toBold, toFaint, toMarkdown } from './card-text.ts';

/** How much a rendering may show. */
export interface Allowance {
  /** Items of a list outside folds; the rest goes into a fold. */
  readonly shown: number;
  /** Items of a list inside a fold; the rest is only counted. */
  readonly folded: number;
  readonly item: number;
  readonly detail: number;
  readonly rows: number;
  readonly paragraph: number;
  /** Progress as a chart; else as a bar of text. */
  readonly charts: boolean;
}

/** The end of the sentence that says how to see what was left out. */
export type Way = string;

type Block<K extends ReplyBlock['kind']> = Extract<ReplyBlock, { kind: K }>;

export const renderBlock = (block: ReplyBlock, allow: Allowance, way: Way): CardElement[] => {
  if (block.kind === 'list') return renderList(block, allow, way);
  if (block.kind === 'fold') return renderFold(block, allow, way);
  return renderLeaf(block, allow, way);
};

const renderLeaf = (block: Exclude<LeafBlock, { kind: 'list' }>, allow: Allowance, way: Way): CardElement[] => {
  switch (block.kind) {
    case 'text': {
      const shown = clipRich(block.text, allow.paragraph);
      const unnamed = countMentions(block.text) - countMentions(shown);
      const content = toMarkdown(unnamed > 0 ? [...shown, ` 等，另有 ${unnamed} 人`] : shown);
      return content === '' ? [] : [markdown(content)];
    }
    case 'facts':
      return renderFacts(block);
    case 'progress': {
      const count = `${toMarkdown([block.label])}　${toBold(`${block.done}/${block.total}`)}`;
      return allow.charts && drawnParts(block).length > 0
        ? [markdown(count), renderChart(block)]
        : [markdown(`${count}　${bar(block.done, block.total)}`)];
    }
    case 'divider':
      return [{ tag: 'hr' }];
    case 'table':
      return renderTable(block, allow, way);
    case 'actions':
      return renderActions(block.actions);
    case 'form':
      return [renderForm(block)];
  }
};

const countMentions = (text: readonly Inline[]): number =>
  text.filter((part) => typeof part === 'object' && 'mention' in part).length;

const barLength = 12;
const bar = (done: number, total: number): string => {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  const full = share === 1 ? barLength : Math.min(barLength - 1, Math.ceil(share * barLength));
  return '▓'.repeat(full) + '░'.repeat(barLength - full);
};

const widestFact = 8;

/** Short facts side by side, at most four in a row; long ones on lines of their own. */
const renderFacts = (block: Block<'facts'>): CardElement[] => {
  const short = block.facts.filter((fact) => fact.value.length <= widestFact && fact.label.length <= widestFact);
  const long = block.facts.filter((fact) => !short.includes(fact));
  const rows = Math.ceil(short.length / 4);
  const perRow = Math.ceil(short.length / Math.max(rows, 1));
  const sets = Array.from({ length: rows }, (_, row) => short.slice(row * perRow, (row + 1) * perRow));
  const lines = long.map(
    (fact) =>
      `${toFaint([fact.label])} ${fact.tone === 'plain' ? toMarkdown([clip(fact.value, 200)]) : toBold(clip(fact.value, 200), fact.tone)}`,
  );
  return [
    ...(lines.length > 0 ? [markdown(lines.join(lineBreak))] : []),
    ...sets.map((facts) =>
      columns(
        facts.map((fact) => [
          markdown(`${toBold(fact.value, fact.tone)}${lineBreak}${toFaint([fact.label])}`, { text_align: 'center' }),
        ]),
        { flex_mode: 'none', background_style: 'grey' },
        { width: 'weighted', weight: 1, padding: '4px 0px 4px 0px' },
      ),
    ),
  ];
};

const columns = (
  contents: readonly (readonly CardElement[])[],
  set: Record<string, unknown>,
  column: Record<string, unknown>,
): CardElement => ({
  tag: 'column_set',
  ...set,
  horizontal_spacing: '8px',
  columns: contents.map((elements) => ({ tag: 'column', ...column, vertical_align: 'top', elements })),
});

type Items = Block<'list'>['items'];

const renderList = (block: Block<'list'>, allow: Allowance, way: Way): CardElement[] => {
  const shown = block.items.slice(0, allow.shown);
  const rest = block.items.slice(allow.shown);
  const head = block.heading ? [toBold(block.heading, block.tone)] : [];
  const first = [...head, ...itemLines(shown, block.numbered, 0, allow)];
  const list = first.length > 0 ? [markdown(first.join(lineBreak))] : [];
  if (rest.length === 0) return list;
  if (allow.folded === 0) return [...list, markdown(toFaint([left(rest.length, way)]))];
  const content = foldedItems(rest, block.numbered, allow.shown, allow, way);
  return [...list, panel(`其余 ${rest.length} 条`, false, [markdown(content)])];
};

const foldedItems = (items: Items, isNumbered: boolean, from: number, allow: Allowance, way: Way): string => {
  const lines = itemLines(items.slice(0, allow.folded), isNumbered, from, allow);
  const hidden = items.length - allow.folded;
  return [...lines, ...(hidden > 0 ? [toFaint([left(hidden, way)])] : [])].join(lineBreak);
};

const left = (count: number, way: Way): string => `还有 ${count} 条没有列出，${way}`;

const itemLines = (items: Items, isNumbered: boolean, from: number, allow: Allowance): string[] =>
  items.flatMap((item, index) => {
    const mark = isNumbered ? `${toFaint([`${from + index + 1}.`])} ` : '• ';
    const detail = item.detail === undefined || allow.detail === 0 ? '' : toFaint(clipRich(item.detail, allow.detail));
    return [mark + toMarkdown(clipRich(item.text, allow.item)), ...(detail === '' ? [] : [`　${detail}`])];
  });

/** A fold may hold neither table nor form: tables become lists, forms follow the fold. */
const renderFold = (block: Block<'fold'>, allow: Allowance, way: Way): CardElement[] => {
  const inside = block.blocks.flatMap((inner): CardElement[] => {
    if (inner.kind === 'form') return [];
    const leaf = inner.kind === 'table' ? tableAsList(inner) : inner;
    if (leaf.kind !== 'list') return renderLeaf(leaf, allow, way);
    const head = leaf.heading ? [toBold(leaf.heading, leaf.tone)] : [];
    const items = foldedItems(leaf.items, leaf.numbered, 0, allow, way);
    const content = [...head, ...(items === '' ? [] : [items])].join(lineBreak);
    return content === '' ? [] : [markdown(content)];
  });
  const forms = block.blocks.flatMap((inner) => (inner.kind === 'form' ? [renderForm(inner)] : []));
  return [...(inside.length > 0 ? [panel(block.title, block.open, inside)] : []), ...forms];
};

const panel = (title: string, expanded: boolean, elements: readonly CardElement[]): CardElement => ({
  tag: 'collapsible_panel',
  expanded,
  header: {
    title: markdown(toBold(clip(title, 100))),
    vertical_align: 'center',
    icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
    icon_position: 'follow_text',
    icon_expanded_angle: -180,
  },
  border: { color: 'grey', corner_radius: '5px' },
  padding: '8px 8px 8px 8px',
  vertical_spacing: '8px',
  elements,
});

const renderTable = (block: Block<'table'>, allow: Allowance, way: Way): CardElement[] => {
  const shownColumns = block.columns.slice(0, 50);
  const rows = block.rows.slice(0, allow.rows);
  const hidden = block.rows.length - rows.length;
  const cell = (value: string | number | undefined, type: 'text' | 'number'): string | number | undefined =>
    type === 'number' && typeof value === 'number'
      ? value
      : value === undefined
        ? undefined
        : clip(String(value), allow.item);
  return [
    {
      tag: 'table',
      page_size: Math.min(10, Math.max(1, rows.length)),
      row_height: 'low',
      header_style: { text_align: 'left', bold: true, background_style: 'grey' },
      columns: shownColumns.map((column) => ({
        name: column.name,
        display_name: clip(column.label, 50),
        data_type: column.type,
        width: 'auto',
      })),
      rows: rows.map((row) =>
        Object.fromEntries(
          shownColumns
            .map((column) => [column.name, cell(row[column.name], column.type)])
            .filter(([, value]) => value !== undefined),
        ),
      ),
    },
    ...(hidden > 0 ? [markdown(toFaint([`还有 ${hidden} 行没有列出，${way}`]))] : []),
  ];
};

/** Tables where no table may stand. */
export const tableAsList = (table: Block<'table'>): Block<'list'> => ({
  kind: 'list',
  tone: 'plain',
  numbered: false,
  items: table.rows.map((row) => ({
    text: table.columns.flatMap((column, index): Inline[] => {
      const value = row[column.name];
      return value === undefined ? [] : [{ faint: `${index > 0 ? '　' : ''}${column.label} ` }, String(value)];
    }),
  })),
});

const renderActions = (actions: readonly ReplyAction[]): CardElement[] =>
  actions.length === 0
    ? []
    : [
        columns(
          actions.map((action) => [button(action)]),
          { flex_mode: 'flow' },
          { width: 'auto' },
        ),
      ];
