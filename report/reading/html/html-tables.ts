import type { StoryItem } from '../docx/story.ts';
import type { ReadingLimits } from '../limits.ts';
import { Refusal, sentences } from '../refusal.ts';

interface OpenTable {
  readonly index: number;
  row: number;
  /** Undefined between rows. */
  cells: StoryItem[][] | undefined;
  /** True between the tags of a cell. */
  inCell: boolean;
}

/** The tables that are open, innermost last; rows and cells may be left open. */
export class HtmlTables {
  readonly #open: OpenTable[] = [];
  readonly #limits: ReadingLimits;
  readonly #put: (item: StoryItem) => void;
  #count = 0;

  constructor(limits: ReadingLimits, put: (item: StoryItem) => void) {
    this.#limits = limits;
    this.#put = put;
  }

  /** Puts an item into the innermost open cell, or into the page. */
  put(item: StoryItem): void {
    const table = this.#open.findLast(({ inCell }) => inCell);
    const cell = table?.cells?.at(-1);
    if (cell) cell.push(item);
    else this.#put(item);
  }

  open(name: string): void {
    if (name === 'table') {
      if (this.#open.length >= this.#limits.tableNesting) throw new Refusal('too-complex', sentences.tooComplex);
      this.#open.push({ index: this.#count, row: -1, cells: undefined, inCell: false });
      this.#count += 1;
      return;
    }
    const table = this.#open.at(-1);
    if (table === undefined) return;
    if (name === 'td' || name === 'th') {
      if (table.cells === undefined) this.#startRow(table);
      table.cells?.push([]);
      table.inCell = true;
    } else {
      this.#endRow();
      if (name === 'tr') this.#startRow(table);
    }
  }

  close(name: string): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    if (name === 'td' || name === 'th') table.inCell = false;
    else this.#endRow();
    if (name === 'table') this.#open.pop();
  }

  end(): void {
    while (this.#open.length > 0) this.close('table');
  }

  #startRow(table: OpenTable): void {
    table.row += 1;
    table.cells = [];
    table.inCell = false;
  }

  #endRow(): void {
    const table = this.#open.at(-1);
    if (table?.cells === undefined) return;
    const { cells, index, row } = table;
    table.cells = undefined;
    table.inCell = false;
    if (cells.length > 0) this.put({ kind: 'row', table: index, row, cells });
  }
}
