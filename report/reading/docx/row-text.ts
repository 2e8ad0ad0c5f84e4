import type { Span } from '../../../core/span.ts';
import type { StoryItem, StoryParagraph, StoryRow } from './story.ts';

/** Forms put whole reports into one cell: from this many characters a cell of several paragraphs is read as prose. */
const proseCharacters = 120;

const paragraphsOf = (cell: readonly StoryItem[]): StoryParagraph[] =>
  cell.filter((item): item is StoryParagraph => item.kind === 'paragraph' && item.text.trim() !== '');

/** True when a cell holds running text, whose paragraphs become blocks of their own. */
export const countsAsProse = (row: StoryRow): boolean =>
  row.cells.some((cell) => {
    const paragraphs = paragraphsOf(cell);
    const lines = paragraphs.reduce((sum, { text }) => sum + text.split('\n').length, 0);
    return lines > 1 && paragraphs.reduce((sum, { text }) => sum + text.length, 0) >= proseCharacters;
  });

export interface RowText {
  readonly text: string;
  /** Relative to `text`. */
  readonly cells: Span[];
  readonly places: { readonly paragraph: StoryParagraph; readonly at: number }[];
}

/** A row as one line: cells joined by tabs, paragraphs inside a cell by a space. */
export const rowText = (row: StoryRow, label: (paragraph: StoryParagraph) => string): RowText => {
  let text = '';
  const cells: Span[] = [];
  const places: RowText['places'] = [];
  row.cells.forEach((cell, index) => {
    if (index > 0) text += '\t';
    const start = text.length;
    for (const item of cell) {
      if (item.kind !== 'paragraph') continue;
      const blank = item.text.trim() === '';
      if (!blank && text.length > start) text += ' ';
      const prefix = blank ? '' : label(item);
      places.push({ paragraph: item, at: text.length + prefix.length });
      if (!blank) text += prefix + item.text.replaceAll('\n', ' ');
    }
    cells.push({ start, end: text.length });
  });
  return { text, cells, places };
};
