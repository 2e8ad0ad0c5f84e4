import type { Aside, Block } from '../../../core/report-document.ts';
import type { DocumentBuilder } from '../document-builder.ts';
import { countsAsProse, type RowText, rowText } from './row-text.ts';
import type { PendingAside, StoryItem, StoryParagraph, StoryRow, TextSegment } from './story.ts';

export interface Story {
  readonly items: readonly StoryItem[];
  readonly author: string | undefined;
}

/** Notes and comments by id. */
export interface SideStories {
  readonly footnotes: ReadonlyMap<string, Story>;
  readonly endnotes: ReadonlyMap<string, Story>;
  readonly comments: ReadonlyMap<string, Story>;
}

/** A segment with its place in the document's text. */
export interface MappedSegment extends TextSegment {
  readonly start: number;
  readonly end: number;
}

type Part = Block['part'];

const maxNesting = 16;

/** Lays paragraphs and rows out as blocks; notes and text boxes follow the block that they hang on. */
export class Assembler {
  readonly segments: MappedSegment[] = [];
  readonly #builder: DocumentBuilder;
  readonly #side: SideStories;
  readonly #usedComments = new Set<string>();
  #nesting = 0;

  constructor(builder: DocumentBuilder, side: SideStories) {
    this.#builder = builder;
    this.#side = side;
  }

  add(item: StoryItem, part: Part = 'body'): void {
    if (item.kind === 'row') this.#row(item, part);
    else this.#paragraph(item, part);
  }

  #paragraph(paragraph: StoryParagraph, part: Part, table?: Block['table']): void {
    const prefix = paragraph.text.trim() === '' ? '' : labelPrefix(paragraph);
    const places: Place[] = [];
    let from = 0;
    for (const line of paragraph.text.split('\n')) {
      const lead = from === 0 ? prefix : '';
      if (line.trim() !== '') {
        const text = lead + line;
        const start = this.#builder.add({
          text,
          kind: 'paragraph',
          part,
          ...(lead !== '' && paragraph.number && { numbering: { ...paragraph.number, length: lead.length } }),
          ...(paragraph.style && { style: paragraph.style }),
          ...(table && { table: { ...table, cells: [{ start: 0, end: text.length }] } }),
        });
        places.push({ from, length: line.length, at: start + lead.length });
      }
      from += line.length + 1;
    }
    this.#place(paragraph, places, part);
  }

  #row(row: StoryRow, part: Part): void {
    if (countsAsProse(row)) {
      for (const item of row.cells.flat()) {
        if (item.kind === 'row') this.#row(item, part);
        else this.#paragraph(item, part, { index: row.table, row: row.row, cells: [] });
      }
      return;
    }
    const laid: RowText = rowText(row, labelPrefix);
    const visible = laid.text.trim() !== '';
    const start = visible
      ? this.#builder.add({
          text: laid.text,
          kind: 'table-row',
          part,
          table: { index: row.table, row: row.row, cells: laid.cells },
        })
      : this.#builder.nextStart;
    for (const { paragraph, at } of laid.places) {
      this.#place(paragraph, [{ from: 0, length: paragraph.text.length, at: visible ? start + at : start }], part);
    }
    for (const item of row.cells.flat()) if (item.kind === 'row') this.#row(item, part);
  }

  #place(paragraph: StoryParagraph, places: readonly Place[], part: Part): void {
    for (const segment of paragraph.segments) {
      const place = places.find(
        ({ from, length }) => segment.at >= from && segment.at + segment.length <= from + length,
      );
      if (!place) continue;
      const start = place.at + segment.at - place.from;
      this.segments.push({ ...segment, start, end: start + segment.length });
    }
    for (const aside of paragraph.asides) this.#aside(aside, places);
    for (const anchored of paragraph.anchored) {
      const items = anchored.part === 'textbox' ? anchored.items : this.#note(anchored.part, anchored.id);
      if (this.#nesting >= maxNesting) continue;
      this.#nesting += 1;
      for (const item of items) this.add(item, part === 'body' ? anchored.part : part);
      this.#nesting -= 1;
    }
  }

  #note(part: 'footnote' | 'endnote', id: string): readonly StoryItem[] {
    const notes = part === 'footnote' ? this.#side.footnotes : this.#side.endnotes;
    return notes.get(id)?.items ?? [];
  }

  #aside(aside: PendingAside, places: readonly Place[]): void {
    const at = placeOf(aside.at, places) ?? Math.min(this.#builder.nextStart, this.#builder.length);
    if (aside.commentId === undefined) {
      this.#builder.asides.push(asideOf(aside.kind, aside.text, aside.author, at));
      return;
    }
    const comment = this.#side.comments.get(aside.commentId);
    if (comment === undefined || this.#usedComments.has(aside.commentId)) return;
    this.#usedComments.add(aside.commentId);
    this.#builder.asides.push(asideOf('comment', plainText(comment.items), comment.author, at));
  }
}

interface Place {
  /** Range of the paragraph's text … */
  readonly from: number;
  readonly length: number;
  /** … and where it starts in the document's text. */
  readonly at: number;
}

const placeOf = (offset: number, places: readonly Place[]): number | undefined => {
  const place = places.find(({ from, length }) => offset <= from + length);
  if (place) return place.at + Math.max(0, offset - place.from);
  const last = places.at(-1);
  return last && last.at + last.length;
};

export const asideOf = (kind: Aside['kind'], text: string, author?: string, at?: number): Aside => ({
  kind,
  text,
  ...(author !== undefined && { author }),
  ...(at !== undefined && { at }),
});

/**
 * The automatic number as it stands in the text. Word's tab or space behind it is dropped, except where the number would
 * run together with a following digit or letter.
 */
export const labelPrefix = ({ number, text }: StoryParagraph): string => {
  if (number === undefined) return '';
  return /[0-9A-Za-z.)]$/.test(number.label) && /^[0-9A-Za-z]/.test(text) ? `${number.label} ` : number.label;
};

/** All text of the items, one paragraph a line, text boxes behind the paragraph that they hang on. */
export const plainText = (items: readonly StoryItem[]): string =>
  items
    .flatMap((item) => {
      if (item.kind === 'row') return [item.cells.map((cell) => plainText(cell)).join('\t')];
      const boxes = item.anchored.flatMap((anchored) =>
        anchored.part === 'textbox' ? [plainText(anchored.items)] : [],
      );
      return [item.text, ...boxes];
    })
    .filter((text) => text.trim() !== '')
    .join('\n');
