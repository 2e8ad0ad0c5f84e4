import type { ReadingLimits } from '../limits.ts';
import { Refusal, sentences } from '../refusal.ts';
import type { XmlAttributes } from '../xml/xml-scanner.ts';
import type { FlowStack } from './flow-stack.ts';
import type { StoryItem } from './story.ts';

interface OpenTable {
  readonly index: number;
  row: number;
  cells: StoryItem[][];
  rowDeleted: boolean;
  /** The present cell only goes on with the one above. */
  merged: boolean;
}

/** The tables that are open, innermost last; every cell is a flow of its own. */
export class TableStack {
  inRowProperties = false;
  readonly #open: OpenTable[] = [];
  readonly #flows: FlowStack;
  readonly #limits: ReadingLimits;
  #count = 0;

  constructor(flows: FlowStack, limits: ReadingLimits) {
    this.#flows = flows;
    this.#limits = limits;
  }

  get inDeletedRow(): boolean {
    return this.#open.some(({ rowDeleted }) => rowDeleted);
  }

  deleteRow(): void {
    const table = this.#open.at(-1);
    if (table) table.rowDeleted = true;
  }

  open(name: string, attributes: XmlAttributes): void {
    const table = this.#open.at(-1);
    switch (name) {
      case 'w:tbl':
        if (this.#open.length >= this.#limits.tableNesting) throw new Refusal('too-complex', sentences.tooComplex);
        this.#flows.flushCarried();
        this.#open.push({ index: this.#count, row: -1, cells: [], rowDeleted: false, merged: false });
        this.#count += 1;
        return;
      case 'w:tr':
        if (table) Object.assign(table, { row: table.row + 1, cells: [], rowDeleted: false });
        return;
      case 'w:trPr':
        this.inRowProperties = true;
        return;
      case 'w:tc': {
        const cell: StoryItem[] = [];
        if (table) {
          table.cells.push(cell);
          table.merged = false;
        }
        this.#flows.start((item) => cell.push(item));
        return;
      }
      case 'w:vMerge':
        if (table) table.merged = attributes['w:val'] !== 'restart';
        return;
    }
  }

  close(name: string): void {
    const table = this.#open.at(-1);
    switch (name) {
      case 'w:tbl':
        this.#open.pop();
        return;
      case 'w:tr':
        if (table === undefined) return;
        this.#flows.put({ kind: 'row', table: table.index, row: table.row, cells: table.cells });
        table.rowDeleted = false;
        return;
      case 'w:trPr':
        this.inRowProperties = false;
        return;
      case 'w:tc':
        this.#flows.end();
        // The text of a vertically merged cell stands in its first row.
        if (table?.merged) table.cells.at(-1)?.splice(0);
        return;
    }
  }
}
