import type { Aside, Block, BlockSource, ReportDocument, ReportFormat } from '../../core/report-document.ts';
import type { ReadingLimits } from './limits.ts';
import { Refusal, sentences } from './refusal.ts';

/** A block before its place in the text is known; cell spans are relative to the block's own text. */
export type BlockDraft = Omit<Block, 'start' | 'end' | 'source' | 'confidence'> & {
  readonly text: string;
  readonly confidence?: number;
  readonly source?: BlockSource;
};

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

  finish(format: ReportFormat, extra: Pick<ReportDocument, 'pages'> & Pick<Partial<ReportDocument>, 'layout'>) {
    if (this.blocks.length === 0) {
      const deleted = this.asides.some(({ kind }) => kind === 'deleted' || kind === 'moved-from');
      throw new Refusal('no-text', deleted ? sentences.allDeleted : sentences.noText);
    }
    const document: ReportDocument = {
      format,
      text: this.#texts.join('\n'),
      blocks: this.blocks,
      asides: this.asides,
      pages: extra.pages,
      ...(extra.layout && { layout: extra.layout }),
    };
    return document;
  }
}
