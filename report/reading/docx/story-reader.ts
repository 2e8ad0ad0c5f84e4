import type { ReadingLimits } from '../limits.ts';
import { Refusal, sentences } from '../refusal.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-scanner.ts';
import { Looks } from './looks.ts';
import type { NumberCounter } from './number-counter.ts';
import type { PageLayout } from './page-layout.ts';
import { readPageLayout } from './page-layout.ts';
import { ParagraphDraft } from './paragraph-draft.ts';
import { type RunProperties, readParagraphProperty, readRunProperty, type ThemeFonts } from './properties.ts';
import type { RunPlace, StoryItem, StoryParagraph } from './story.ts';
import type { StyleSheet } from './styles.ts';
import { symbolOf } from './symbols.ts';

export interface StoryContext {
  readonly theme: ThemeFonts;
  readonly styles: StyleSheet;
  readonly counter: NumberCounter;
  readonly limits: ReadingLimits;
  /** Takes finished items of the part's own flow. */
  readonly emit: (item: StoryItem) => void;
  /** Takes one finished note or comment. */
  readonly story?: (attributes: XmlAttributes, items: readonly StoryItem[]) => void;
  /** Raw part and scanner position, when a source map is wanted. */
  readonly raw?: { readonly xml: string; position: () => number };
}

interface Revision {
  readonly kind: 'inserted' | 'deleted' | 'moved-from';
  readonly author: string | undefined;
}

/** A flow of paragraphs and rows: the part itself, a cell, a text box, a note. */
interface Flow {
  readonly put: (item: StoryItem) => void;
  paragraph: ParagraphDraft | undefined;
  /** A paragraph whose mark is deleted, waiting for its successor. */
  carried: ParagraphDraft | undefined;
}

interface OpenRun {
  readonly properties: RunProperties;
  look: RunProperties | undefined;
  readonly place: RunPlace | undefined;
}

interface TableState {
  readonly index: number;
  row: number;
  cells: StoryItem[][];
  rowDeleted: boolean;
  merged: boolean;
}

/** Elements whose content is no text of the document. */
const skipped = new Set([
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:numberingChange',
  'w:rt',
  'w:rubyPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:instrText',
  'w:delInstrText',
  'w:fldData',
  'w:tblGrid',
]);

const revisionKinds: Readonly<Record<string, Revision['kind'] | undefined>> = {
  'w:ins': 'inserted',
  'w:moveTo': 'inserted',
  'w:del': 'deleted',
  'w:moveFrom': 'moved-from',
};

/** Turns one WordprocessingML part into paragraphs and table rows while it streams by. */
export class StoryReader implements XmlHandler {
  layout: PageLayout = {};
  readonly #context: StoryContext;
  readonly #looks: Looks;
  readonly #flows: Flow[];
  readonly #tables: TableState[] = [];
  readonly #choices: boolean[] = [];
  readonly #revisions: (Revision | null)[] = [];
  readonly #boxes: StoryItem[][] = [];
  readonly #controls: number[] = [];
  #fields: ('code' | 'result')[] = [];
  #tableCount = 0;
  #controlCount = 0;
  #skip = 0;
  #inParagraphProperties = false;
  #inRowProperties = false;
  #inRunProperties = false;
  readonly #runs: OpenRun[] = [];
  #listening: 'text' | 'deleted' | null = null;
  #propertiesStart = 0;
  #textStart = 0;
  #storyAttributes: XmlAttributes = {};
  #storyItems: StoryItem[] = [];

  constructor(context: StoryContext) {
    this.#context = context;
    this.#looks = new Looks(context.styles);
    this.#flows = [{ put: context.emit, paragraph: undefined, carried: undefined }];
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#skip > 0 || skipped.has(name)) {
      this.#skip += 1;
      return;
    }
    if (this.#inRunProperties) {
      const target = this.#inParagraphProperties ? this.#flow.paragraph?.mark : this.#runs.at(-1)?.properties;
      if (target) readRunProperty(name, attributes, target, this.#context.theme);
      return;
    }
    if (this.#inParagraphProperties && name !== 'w:rPr') {
      this.layout = readPageLayout(name, attributes, this.layout);
      const { paragraph } = this.#flow;
      if (paragraph) readParagraphProperty(name, attributes, paragraph.properties);
      return;
    }
    switch (name) {
      case 'w:t':
      case 'm:t':
        this.#listening = 'text';
        this.#textStart = this.#context.raw?.position() ?? 0;
        return;
      case 'w:delText':
        this.#listening = 'deleted';
        return;
      case 'w:r':
        this.#runs.push({ properties: {}, look: undefined, place: this.#newPlace() });
        return;
      case 'w:rPr':
        this.#inRunProperties = true;
        this.#propertiesStart = this.#tagStart();
        return;
      case 'w:p':
        this.#startParagraph();
        return;
      case 'w:pPr':
        this.#inParagraphProperties = true;
        return;
      case 'w:tab':
      case 'w:ptab':
        this.#say('\t');
        return;
      case 'w:br':
      case 'w:cr':
        this.#say('\n');
        return;
      case 'w:noBreakHyphen':
        this.#say('-');
        return;
      case 'w:sym':
        this.#say(symbolOf(attributes['w:font'] ?? '', attributes['w:char'] ?? ''));
        return;
      case 'w:fldChar':
        this.#field(attributes['w:fldCharType']);
        return;
      case 'w:sdt':
        this.#controlCount += 1;
        this.#controls.push(this.#flow.paragraph === undefined ? 0 : this.#controlCount);
        return;
      case 'w:ins':
      case 'w:del':
      case 'w:moveFrom':
      case 'w:moveTo':
        this.#startRevision(name, attributes);
        return;
      case 'mc:AlternateContent':
        this.#choices.push(false);
        return;
      case 'mc:Choice':
      case 'mc:Fallback':
        this.#choose();
        return;
      case 'w:txbxContent': {
        const items: StoryItem[] = [];
        this.#boxes.push(items);
        this.#startFlow((item) => items.push(item));
        return;
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#anchorNote(name === 'w:footnoteReference' ? 'footnote' : 'endnote', attributes['w:id']);
        return;
      case 'w:commentRangeStart':
      case 'w:commentReference':
        this.#anchorComment(attributes['w:id']);
        return;
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        this.#storyAttributes = attributes;
        this.#storyItems = [];
        this.#startFlow((item) => this.#storyItems.push(item));
        return;
    }
    this.#openTable(name, attributes);
  }

  close(name: string): void {
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    if (this.#inRunProperties && name !== 'w:rPr') return;
    if (this.#inParagraphProperties && name !== 'w:pPr' && name !== 'w:rPr') return;
    switch (name) {
      case 'w:t':
      case 'm:t':
      case 'w:delText':
        this.#listening = null;
        return;
      case 'w:rPr':
        this.#inRunProperties = false;
        this.#placeProperties();
        return;
      case 'w:r': {
        const place = this.#runs.pop()?.place;
        if (place && this.#context.raw) place.end = this.#context.raw.position();
        return;
      }
      case 'w:p':
        this.#endParagraph();
        return;
      case 'w:pPr':
        this.#inParagraphProperties = false;
        return;
      case 'w:sdt':
        this.#controls.pop();
        return;
      case 'w:ins':
      case 'w:del':
      case 'w:moveFrom':
      case 'w:moveTo':
        if (!this.#inRowProperties) this.#revisions.pop();
        return;
      case 'mc:AlternateContent':
        this.#choices.pop();
        return;
      case 'w:txbxContent': {
        this.#endFlow();
        const items = this.#boxes.pop() ?? [];
        const { paragraph } = this.#flow;
        if (paragraph) paragraph.anchored.push({ part: 'textbox', items });
        else for (const item of items) this.#flow.put(item);
        return;
      }
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        this.#endFlow();
        this.#context.story?.(this.#storyAttributes, this.#storyItems);
        return;
    }
    this.#closeTable(name);
  }

  text(value: string): void {
    if (this.#listening === null || this.#skip > 0) return;
    // White space other than a space shows as a space in Word.
    const text = /[\n\r\t]/.test(value) ? value.replace(/[\n\r\t]/g, ' ') : value;
    this.#say(text, true);
  }

  /** Call once after the part has ended. */
  end(): void {
    this.#flushCarried(this.#flow);
  }

  get #flow(): Flow {
    return this.#flows.at(-1) as Flow;
  }

  #startFlow(put: (item: StoryItem) => void): void {
    this.#flows.push({ put, paragraph: undefined, carried: undefined });
  }

  #endFlow(): void {
    if (this.#flows.length < 2) throw new Refusal('damaged', sentences.damaged);
    this.#flushCarried(this.#flow);
    this.#flows.pop();
  }

  #flushCarried(flow: Flow): void {
    const { carried } = flow;
    flow.carried = undefined;
    if (carried) flow.put(this.#finish(carried));
  }

  #startParagraph(): void {
    const flow = this.#flow;
    // A paragraph straight inside a paragraph is malformed; the outer one ends here.
    if (flow.paragraph) this.#endParagraph();
    flow.paragraph = new ParagraphDraft();
    if (flow.carried) flow.paragraph.continueFrom(flow.carried);
    flow.carried = undefined;
  }

  #endParagraph(): void {
    const flow = this.#flow;
    const { paragraph } = flow;
    if (paragraph === undefined) return;
    flow.paragraph = undefined;
    this.#fields = this.#fields.filter((phase) => phase === 'result');
    if (paragraph.mark.markGone) flow.carried = paragraph;
    else flow.put(this.#finish(paragraph));
  }

  #finish(draft: ParagraphDraft): StoryParagraph {
    const { styles, counter } = this.#context;
    const invisible = draft.text === '' && (draft.mark.hidden === true || draft.mark.markGone === true);
    const number = invisible
      ? null
      : counter.next(draft.properties, styles.paragraph(draft.properties.style).numbering);
    return {
      kind: 'paragraph',
      text: draft.text,
      style: draft.text === '' ? undefined : draft.style(styles),
      number: number ?? undefined,
      asides: draft.asides,
      anchored: draft.anchored,
      segments: draft.segments,
    };
  }

  #say(text: string, mapped = false): void {
    const { paragraph } = this.#flow;
    if (paragraph === undefined || text === '' || this.#fields.includes('code')) return;
    const revision = this.#revision();
    const run = this.#runs.at(-1);
    const look = run?.look ?? this.#looks.of(paragraph.properties.style, run?.properties ?? {});
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
    if (mapped && run?.place && this.#context.raw) {
      const from = this.#textStart;
      const to = this.#context.raw.xml.indexOf('<', from);
      paragraph.segments.push({
        at,
        length: text.length,
        from,
        to,
        run: run.place,
        control: this.#controls.at(-1) ?? 0,
      });
    }
    paragraph.say(text, look);
  }

  /** The revision that decides: being deleted or moved away wins over being inserted. */
  #revision(): Revision | undefined {
    if (this.#listening === 'deleted' || this.#tables.some((table) => table.rowDeleted)) {
      const author = this.#revisions.at(-1)?.author;
      const moved = this.#revisions.some((revision) => revision?.kind === 'moved-from');
      return { kind: moved ? 'moved-from' : 'deleted', author };
    }
    let found: Revision | undefined;
    for (const revision of this.#revisions) {
      if (revision && (found === undefined || found.kind === 'inserted')) found = revision;
    }
    return found;
  }

  #startRevision(name: string, attributes: XmlAttributes): void {
    if (this.#inRowProperties) {
      const table = this.#tables.at(-1);
      if (name === 'w:del' && table) table.rowDeleted = true;
      return;
    }
    const kind = revisionKinds[name];
    this.#revisions.push(kind ? { kind, author: attributes['w:author'] } : null);
  }

  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push('code');
    else if (type === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = 'result';
    else if (type === 'end') this.#fields.pop();
  }

  /** Of an AlternateContent only the first branch counts. */
  #choose(): void {
    if (this.#choices.at(-1)) this.#skip = 1;
    else if (this.#choices.length > 0) this.#choices[this.#choices.length - 1] = true;
  }

  #anchorNote(part: 'footnote' | 'endnote', id: string | undefined): void {
    const { paragraph } = this.#flow;
    const revision = this.#revision();
    if (paragraph && id !== undefined && (revision === undefined || revision.kind === 'inserted')) {
      paragraph.anchored.push({ part, id });
    }
  }

  #anchorComment(id: string | undefined): void {
    const { paragraph } = this.#flow;
    if (paragraph === undefined || id === undefined) return;
    paragraph.aside({ kind: 'comment', text: '', author: undefined, at: paragraph.text.length, commentId: id });
  }

  #openTable(name: string, attributes: XmlAttributes): void {
    const table = this.#tables.at(-1);
    switch (name) {
      case 'w:tbl':
        if (this.#tables.length >= this.#context.limits.tableNesting) {
          throw new Refusal('too-complex', sentences.tooComplex);
        }
        this.#flushCarried(this.#flow);
        this.#tables.push({ index: this.#tableCount, row: -1, cells: [], rowDeleted: false, merged: false });
        this.#tableCount += 1;
        return;
      case 'w:tr':
        if (table) Object.assign(table, { row: table.row + 1, cells: [], rowDeleted: false });
        return;
      case 'w:trPr':
        this.#inRowProperties = true;
        return;
      case 'w:tc': {
        const cell: StoryItem[] = [];
        table?.cells.push(cell);
        if (table) table.merged = false;
        this.#startFlow((item) => cell.push(item));
        return;
      }
      case 'w:vMerge':
        if (table) table.merged = attributes['w:val'] !== 'restart';
        return;
      case 'w:pgSz':
      case 'w:pgMar':
        this.layout = readPageLayout(name, attributes, this.layout);
        return;
    }
  }

  #closeTable(name: string): void {
    const table = this.#tables.at(-1);
    switch (name) {
      case 'w:tbl':
        this.#tables.pop();
        return;
      case 'w:tr':
        if (table) {
          this.#flow.put({ kind: 'row', table: table.index, row: table.row, cells: table.cells });
          table.rowDeleted = false;
        }
        return;
      case 'w:trPr':
        this.#inRowProperties = false;
        return;
      case 'w:tc':
        this.#endFlow();
        // The text of a vertically merged cell stands in its first row.
        if (table?.merged) table.cells.at(-1)?.splice(0);
        return;
    }
  }

  #tagStart(): number {
    const { raw } = this.#context;
    return raw ? raw.xml.lastIndexOf('<', raw.position() - 1) : 0;
  }

  #newPlace(): RunPlace | undefined {
    const { raw } = this.#context;
    return raw && { start: this.#tagStart(), contentStart: raw.position(), properties: '', end: 0 };
  }

  #placeProperties(): void {
    const { raw } = this.#context;
    const place = this.#runs.at(-1)?.place;
    if (raw && place && !this.#inParagraphProperties) {
      place.properties = raw.xml.slice(this.#propertiesStart, raw.position());
    }
  }
}
