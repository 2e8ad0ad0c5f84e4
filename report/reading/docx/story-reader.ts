import type { ReadingLimits } from '../limits.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-scanner.ts';
import { Alternatives, Fields } from './branches.ts';
import { FlowStack } from './flow-stack.ts';
import { Looks } from './looks.ts';
import type { NumberCounter } from './number-counter.ts';
import { type PageLayout, readPageLayout } from './page-layout.ts';
import { finishParagraph } from './paragraph-draft.ts';
import { readParagraphProperty, readRunProperty, type ThemeFonts } from './properties.ts';
import { Revisions } from './revisions.ts';
import { type RawPart, RunStack } from './run-stack.ts';
import type { StoryItem } from './story.ts';
import { signElements, skippedElements } from './story-elements.ts';
import type { StyleSheet } from './styles.ts';
import { fromCodePoint, symbolOf, withSymbols } from './symbols.ts';
import { TableStack } from './table-stack.ts';

export interface StoryContext {
  readonly theme: ThemeFonts;
  readonly styles: StyleSheet;
  readonly counter: NumberCounter;
  /** Text boxes count for themselves, all together. */
  readonly boxCounter?: NumberCounter;
  readonly limits: ReadingLimits;
  /** What stands in parts of other formats, by their relationship's id. */
  readonly chunks?: ReadonlyMap<string, readonly StoryItem[]>;
  /** Takes finished items of the part's own flow. */
  readonly emit: (item: StoryItem) => void;
  /** Takes one finished note or comment. */
  readonly story?: (attributes: XmlAttributes, items: readonly StoryItem[]) => void;
  /** Present when a source map is wanted. */
  readonly raw?: RawPart;
}

const privateUse = /[\uf020-\uf0ff]/;

/** Turns one WordprocessingML part into paragraphs and table rows while it streams by. */
export class StoryReader implements XmlHandler {
  layout: PageLayout = {};
  readonly #context: StoryContext;
  readonly #looks: Looks;
  readonly #flows: FlowStack;
  readonly #tables: TableStack;
  readonly #runs: RunStack;
  readonly #revisions = new Revisions();
  readonly #fields = new Fields();
  readonly #alternatives = new Alternatives();
  readonly #boxes: StoryItem[][] = [];
  /** Numbers of the open content controls, 0 for those around whole paragraphs. */
  readonly #controls: number[] = [];
  #controlCount = 0;
  #skip = 0;
  #inParagraphProperties = false;
  #inRunProperties = false;
  #listening: 'text' | 'deleted' | null = null;
  #storyAttributes: XmlAttributes = {};
  #storyItems: StoryItem[] = [];

  constructor(context: StoryContext) {
    this.#context = context;
    this.#looks = new Looks(context.styles);
    this.#flows = new FlowStack(context.emit, (draft) => {
      const inBox = this.#boxes.length > 0;
      return finishParagraph(draft, context.styles, (inBox ? context.boxCounter : undefined) ?? context.counter);
    });
    this.#tables = new TableStack(this.#flows, context.limits);
    this.#runs = new RunStack(context.raw);
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#skip > 0 || skippedElements.has(name)) {
      this.#skip += 1;
      return;
    }
    if (this.#inRunProperties || (this.#inParagraphProperties && name !== 'w:rPr')) {
      this.#property(name, attributes);
      return;
    }
    const sign = signElements[name];
    if (sign !== undefined) {
      this.#say(sign);
      return;
    }
    switch (name) {
      case 'w:t':
      case 'm:t':
        this.#listening = 'text';
        this.#runs.startText();
        return;
      case 'w:delText':
        this.#listening = 'deleted';
        return;
      case 'w:r':
        this.#runs.start();
        return;
      case 'w:rPr':
        this.#inRunProperties = true;
        this.#runs.startProperties();
        return;
      case 'w:p':
        this.#flows.startParagraph();
        return;
      case 'w:pPr':
        this.#inParagraphProperties = true;
        return;
      case 'w:sym':
        this.#say(symbolOf(attributes['w:font'] ?? '', attributes['w:char'] ?? ''));
        return;
      case 'w16se:symEx':
        this.#say(fromCodePoint(attributes['w16se:char']));
        return;
      case 'w:fldChar':
        this.#fields.mark(attributes['w:fldCharType']);
        return;
      case 'w:sdt':
        this.#controlCount += 1;
        this.#controls.push(this.#flows.paragraph === undefined ? 0 : this.#controlCount);
        return;
      case 'w:ins':
      case 'w:del':
      case 'w:moveFrom':
      case 'w:moveTo':
        if (!this.#tables.inRowProperties) this.#revisions.start(name, attributes);
        else if (name === 'w:del') this.#tables.deleteRow();
        return;
      case 'mc:AlternateContent':
        this.#alternatives.start();
        return;
      case 'mc:Choice':
      case 'mc:Fallback':
        if (!this.#alternatives.take()) this.#skip = 1;
        return;
      case 'w:txbxContent': {
        const items: StoryItem[] = [];
        this.#boxes.push(items);
        this.#flows.start((item) => items.push(item));
        return;
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#anchorNote(name === 'w:footnoteReference' ? 'footnote' : 'endnote', attributes['w:id']);
        return;
      case 'w:altChunk':
        for (const item of this.#context.chunks?.get(attributes['r:id'] ?? '') ?? []) this.#flows.put(item);
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
        this.#flows.start((item) => this.#storyItems.push(item));
        return;
    }
    this.#tables.open(name, attributes);
    this.layout = readPageLayout(name, attributes, this.layout);
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
        if (!this.#inParagraphProperties) this.#runs.endProperties();
        return;
      case 'w:r':
        this.#runs.end();
        return;
      case 'w:p':
        this.#fields.endParagraph();
        this.#flows.endParagraph();
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
        if (!this.#tables.inRowProperties) this.#revisions.end();
        return;
      case 'mc:AlternateContent':
        this.#alternatives.end();
        return;
      case 'w:txbxContent':
        this.#endBox();
        return;
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        this.#flows.end();
        this.#context.story?.(this.#storyAttributes, this.#storyItems);
        return;
    }
    this.#tables.close(name);
  }

  text(value: string): void {
    if (this.#listening === null || this.#skip > 0) return;
    // White space other than a space shows as a space in Word.
    this.#say(/[\n\r\t]/.test(value) ? value.replace(/[\n\r\t]/g, ' ') : value, true);
  }

  /** Call once after the part has ended. */
  end(): void {
    this.#flows.flushCarried();
  }

  #property(name: string, attributes: XmlAttributes): void {
    const { paragraph } = this.#flows;
    if (this.#inRunProperties) {
      const target = this.#inParagraphProperties ? paragraph?.mark : this.#runs.current?.properties;
      if (target) readRunProperty(name, attributes, target, this.#context.theme);
      return;
    }
    this.layout = readPageLayout(name, attributes, this.layout);
    if (paragraph) readParagraphProperty(name, attributes, paragraph.properties);
  }

  #say(text: string, mapped = false): void {
    const { paragraph } = this.#flows;
    if (paragraph === undefined || text === '' || this.#fields.inCode) return;
    const revision = this.#revisions.deciding(this.#listening === 'deleted' || this.#tables.inDeletedRow);
    const run = this.#runs.current;
    const look = run?.look ?? this.#looks.of(paragraph.properties.style, run?.properties ?? {});
    if (run) run.look = look;
    const at = paragraph.text.length;
    if (revision !== undefined && revision.kind !== 'inserted') {
      paragraph.aside({ kind: revision.kind, text, author: revision.author, at });
    } else if (look.hidden) {
      paragraph.aside({ kind: 'hidden', text, author: undefined, at });
    } else {
      if (revision) paragraph.aside({ kind: 'inserted', text, author: revision.author, at });
      if (mapped && run?.place) {
        const control = this.#controls.at(-1) ?? 0;
        paragraph.segments.push({ at, length: text.length, ...this.#runs.rawText(), run: run.place, control });
      }
      paragraph.say(mapped && privateUse.test(text) ? withSymbols(text, look.fontAscii) : text, look);
    }
  }

  #endBox(): void {
    this.#flows.end();
    const items = this.#boxes.pop() ?? [];
    const { paragraph } = this.#flows;
    if (paragraph) paragraph.anchored.push({ part: 'textbox', items });
    else for (const item of items) this.#flows.put(item);
  }

  #anchorNote(part: 'footnote' | 'endnote', id: string | undefined): void {
    const revision = this.#revisions.deciding(this.#tables.inDeletedRow);
    if (id === undefined || (revision !== undefined && revision.kind !== 'inserted')) return;
    this.#flows.paragraph?.anchored.push({ part, id });
  }

  #anchorComment(id: string | undefined): void {
    const { paragraph } = this.#flows;
    if (paragraph === undefined || id === undefined) return;
    paragraph.aside({ kind: 'comment', text: '', author: undefined, at: paragraph.text.length, commentId: id });
  }
}
