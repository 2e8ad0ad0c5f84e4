import type { LeafBlock, Reply } from '../../../core/reply.ts';
import type { CardElement } from './card-element.ts';
import { clip, type Tone } from './card-text.ts';

type Progress = Extract<LeafBlock, { kind: 'progress' }>;

const colours: Readonly<Record<Tone, string>> = { good: '#34a853', warn: '#f5a623', bad: '#e5484d', plain: '#c9cdd4' };

/** The parts of a progress worth drawing; none where there is nothing to draw. */
export const drawnParts = ({ parts, total }: Progress): NonNullable<Progress['parts']> =>
  total > 0 ? (parts ?? []).filter(({ count }) => count > 0) : [];

/** A bar across the card, cut into its parts: a plain VChart picture without functions, which phones draw as well. */
export const renderChart = (block: Progress): CardElement => {
  const parts = drawnParts(block);
  const label = (words: string, count: number): string => `${clip(words, 12)} ${count}`;
  return {
    tag: 'chart',
    height: '100px',
    preview: false,
    chart_spec: {
      type: 'bar',
      direction: 'horizontal',
      stack: true,
      title: { visible: false, text: `${block.label} ${block.done}/${block.total}` },
      data: { values: parts.map((part) => ({ row: '', part: label(part.label, part.count), count: part.count })) },
      xField: 'count',
      yField: 'row',
      seriesField: 'part',
      barWidth: 22,
      padding: { top: 4, right: 4, bottom: 0, left: 4 },
      color: {
        type: 'ordinal',
        domain: parts.map((part) => label(part.label, part.count)),
        range: parts.map((part) => colours[part.tone]),
      },
      axes: [
        { orient: 'bottom', visible: false, max: parts.reduce((sum, { count }) => sum + count, 0) },
        { orient: 'left', visible: false },
      ],
      legends: { visible: true, orient: 'bottom', position: 'start' },
    },
  };
};

/** The same reply with bars of text in place of charts. */
export const withoutCharts = (reply: Reply): Reply => ({
  ...reply,
  blocks: reply.blocks.map((block) => {
    if (block.kind !== 'progress' || block.parts === undefined) return block;
    const { parts: _, ...bar } = block;
    return bar;
  }),
});
