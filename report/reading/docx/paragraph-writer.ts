import type { ContentControls, Fields } from './branches.ts';
import type { FlowStack } from './flow-stack.ts';
import type { Looks } from './looks.ts';
import type { Revisions } from './revisions.ts';
import type { RunStack } from './run-stack.ts';
import { withSymbols } from './symbols.ts';
import type { TableStack } from './table-stack.ts';

/** Everything that is open where the reader stands, as far as it decides about text. */
export interface Surroundings {
  readonly flows: FlowStack;
  readonly tables: TableStack;
  readonly runs: RunStack;
  readonly revisions: Revisions;
  readonly fields: Fields;
  readonly controls: ContentControls;
  readonly looks: Looks;
}

export interface Saying {
  /** The part itself marks it as deleted. */
  readonly deleted: boolean;
  /** Characters that stand in the part as they are, and so have a place in it. */
  readonly mapped: boolean;
}

const privateUse = /[\uf020-\uf0ff]/;

/** Puts text into the open paragraph, or beside it where it is deleted or hidden, and hangs notes and comments on it. */
export class ParagraphWriter {
  readonly #in: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#in = surroundings;
  }

  say(text: string, { deleted, mapped }: Saying): void {
    const { flows, tables, runs, revisions, fields, controls, looks } = this.#in;
    const { paragraph } = flows;
    if (paragraph === undefined || text === '' || fields.inCode) return;
    const revision = revisions.deciding(deleted || tables.inDeletedRow);
    const run = runs.current;
    const look = run?.look ?? looks.of(paragraph.properties.style, run?.properties ?? {});
    if (run) run.look = look;
    const at = paragraph.text.length;
    if (revision !== undefined && revision.kind !== 'inserted') {
      paragraph.aside({ kind: revision.kind, text, author: revision.author, at });
      return;
    }
    if (look.hidden) {
      paragraph.aside({ kind: 'hidden', text, author: undefined, at });
      return;
    }
    if (revision) paragraph.aside({ kind: 'inserted', text, author: revision.author, at });
    if (mapped && run?.place) {
      const { length } = text;
      paragraph.segments.push({ at, length, ...runs.rawText(), run: run.place, control: controls.innermost });
    }
    paragraph.say(mapped && privateUse.test(text) ? withSymbols(text, look.fontAscii) : text, look);
  }

  anchorNote(part: 'footnote' | 'endnote', id: string | undefined): void {
    const { flows, tables, revisions } = this.#in;
    const revision = revisions.deciding(tables.inDeletedRow);
    if (id === undefined || (revision !== undefined && revision.kind !== 'inserted')) return;
    flows.paragraph?.anchored.push({ part, id });
  }

  anchorComment(id: string | undefined): void {
    const { paragraph } = this.#in.flows;
    if (paragraph === undefined || id === undefined) return;
    paragraph.aside({ kind: 'comment', text: '', author: undefined, at: paragraph.text.length, commentId: id });
  }
}
