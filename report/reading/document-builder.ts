import type { Aside, Block, BlockSource, ReportDocument, ReportFormat } from '../../core/report-document.ts';
import type { ReadingLimits } from './limits.ts';
import { Refusal, sentences } from './refusal.ts';

/** A block before its place in the text is known; cell spans are relative to the block's own text. */
export type BlockDraft = Omit<Block, 'start' | 'end' | 'source' | 'confidence'> & {
  readonly text: string;
  readonly confidence?: number;
  readonly source?: BlockSource;
};

/** A row of a table: its cells joined by tabs. */
export const tableRow = (cells: readonly string[], index: number, row: number) => {
  let from = 0;
  const spans = cells.map(({ length }) => {
    const span = { start: from, end: from + length };
    from = span.end + 1;
    return span;
  });
  return { text: cells.join('\t'), kind: 'table-row', table: { index, row, cells: spans } } as const;
};

interface Ending extends Pick<ReportDocument, 'pages'>, Pick<Partial<ReportDocument>, 'layout'> {
  /** Whether the file shows pictures: one without text may be a report all the same. */
  readonly pictures?: boolean;
}

/** Joins blocks by single newlines and keeps their offsets. */
export class DocumentBuilder {
  readonly blocks: Block[] = [];
  readonly asides: Aside[] = [];
  length = 0;
  readonly #texts: string[] = [];
  readonly #source: BlockSource;
  readonly #limits: ReadingLimits;

  constructor(source: BlockSource, limits: ReadingLimits) {
    this.#source = source;
    this.#limits = limits;
  }

  /** No text so far, and none that was deleted. */
  get isEmpty(): boolean {
    return this.blocks.length === 0 && !this.#hadText;
  }

  /** Where the next block will start. */
  get nextStart(): number {
    return this.#texts.length === 0 ? 0 : this.length + 1;
  }

  /** Appends a block and returns its start. */
  add(draft: BlockDraft): number {
    const { text, table, ...rest } = draft;
    const start = this.nextStart;
    const end = start + text.length;
    if (end > this.#limits.characters) throw new Refusal('too-large', sentences.tooMuchText);
    this.#texts.push(text);
    this.length = end;
    this.blocks.push({
      source: this.#source,
      confidence: 1,
      ...rest,
      start,
      end,
      ...(table && {
        table: {
          ...table,
          cells: table.cells.map((cell) => ({ start: start + cell.start, end: start + cell.end })),
        },
      }),
    });
    return start;
  }

  finish(format: ReportFormat, { pages, layout, pictures = false }: Ending): ReportDocument {
    if (this.blocks.length === 0) throw new Refusal('no-text', this.#whyNothing(pictures));
    return {
      format,
      text: this.#texts.join('\n'),
      blocks: this.blocks,
      asides: this.asides,
      pages,
      ...(layout && { layout }),
    };
  }

  get #hadText(): boolean {
    return this.asides.some(({ kind }) => kind === 'deleted' || kind === 'moved-from');
  }

  #whyNothing(pictures: boolean): string {
    if (this.#hadText) return sentences.allDeleted;
    return pictures ? sentences.onlyPictures : sentences.noText;
  }
}
