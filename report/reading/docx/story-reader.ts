import type { XmlAttributes, XmlHandler } from '../xml/xml-scanner.ts';
import { Alternatives, ContentControls, Fields } from './branches.ts';
import { FlowStack } from './flow-stack.ts';
import { Looks } from './looks.ts';
import { type PageLayout, readPageLayout } from './page-layout.ts';
import { finishParagraph } from './paragraph-draft.ts';
import { ParagraphWriter } from './paragraph-writer.ts';
import { readParagraphProperty, readRunProperty } from './properties.ts';
import { Revisions } from './revisions.ts';
import { RunStack } from './run-stack.ts';
import type { StoryItem } from './story.ts';
import type { StoryContext } from './story-context.ts';
import { signElements, skippedElements } from './story-elements.ts';
import { fromCodePoint, symbolOf } from './symbols.ts';
import { TableStack } from './table-stack.ts';

/** Turns one WordprocessingML part into paragraphs and table rows while it streams by. */
export class StoryReader implements XmlHandler {
  layout: PageLayout = {};
  /** The pictures shown, by their relationship's id, in the order of the text. */
  readonly pictures: string[] = [];
  readonly #context: StoryContext;
  readonly #flows: FlowStack;
  readonly #tables: TableStack;
  readonly #runs: RunStack;
  readonly #writer: ParagraphWriter;
  readonly #revisions = new Revisions();
  readonly #fields = new Fields();
  readonly #alternatives = new Alternatives();
  readonly #boxes: StoryItem[][] = [];
  readonly #controls = new ContentControls();
  #skip = 0;
  #inParagraphProperties = false;
  #inRunProperties = false;
  #listening: 'text' | 'deleted' | null = null;
  #storyAttributes: XmlAttributes = {};
  #storyItems: StoryItem[] = [];

  constructor(context: StoryContext) {
    this.#context = context;
    this.#flows = new FlowStack(context.emit, (draft) => {
      const inBox = this.#boxes.length > 0;
      return finishParagraph(draft, context.styles, (inBox ? context.boxCounter : undefined) ?? context.counter);
    });
    this.#tables = new TableStack(this.#flows, context.limits);
    this.#runs = new RunStack(context.raw);
    this.#writer = new ParagraphWriter({
      flows: this.#flows,
      tables: this.#tables,
      runs: this.#runs,
      revisions: this.#revisions,
      fields: this.#fields,
      controls: this.#controls,
      looks: new Looks(context.styles),
    });
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
        this.#controls.start(this.#flows.paragraph !== undefined);
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
        this.#writer.anchorNote(name === 'w:footnoteReference' ? 'footnote' : 'endnote', attributes['w:id']);
        return;
      case 'a:blip':
      case 'v:imagedata':
        this.pictures.push(attributes['r:embed'] ?? attributes['r:id'] ?? '');
        return;
      case 'w:altChunk':
        for (const item of this.#context.chunks?.get(attributes['r:id'] ?? '') ?? []) this.#flows.put(item);
        return;
      case 'w:commentRangeStart':
      case 'w:commentReference':
        this.#writer.anchorComment(attributes['w:id']);
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
        this.#controls.end();
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
    this.#writer.say(text, { deleted: this.#listening === 'deleted', mapped });
  }

  #endBox(): void {
    this.#flows.end();
    const items = this.#boxes.pop() ?? [];
    const { paragraph } = this.#flows;
    if (paragraph) paragraph.anchored.push({ part: 'textbox', items });
    else for (const item of items) this.#flows.put(item);
  }
}
