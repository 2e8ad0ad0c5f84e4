import type { BlockStyle } from '../../../core/report-document.ts';
import type { StoryItem } from '../docx/story.ts';
import type { ReadingLimits } from '../limits.ts';
import { decodeEntities } from './entities.ts';
import { HtmlParagraph } from './html-paragraph.ts';
import { HtmlTables } from './html-tables.ts';
import { attributeOf } from './html-tokens.ts';

const blocks =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|caption|blockquote|pre|hr|section|article|header|footer|main|nav|aside|center|form|fieldset|figure|address|body|html|head)$/;
const cells = /^(?:table|thead|tbody|tfoot|tr|td|th)$/;
const empty = /^(?:br|hr|img|input|meta|link|col|base|wbr|area|param|frame|v:imagedata)$/;
/** Elements that a block inside ends although nobody closed them. */
const loose = /^(?:p|h[1-6]|li|dt|dd)$/;

interface OpenElement {
  readonly name: string;
  readonly hidden: boolean;
  readonly bold: boolean;
  /** Where an automatic number began that Word wrote out. */
  readonly label: boolean;
  readonly deleted: boolean;
  /** Lists: the number of their next item, undefined for bullets. */
  next?: number | undefined;
}

const deepest = 200;

/** Turns the tags of a page into paragraphs and rows as they come; never fails, whatever is left open. */
export class HtmlFlow {
  readonly #tables: HtmlTables;
  #paragraph = new HtmlParagraph();
  readonly #open: OpenElement[] = [];

  constructor(limits: ReadingLimits, put: (item: StoryItem) => void) {
    this.#tables = new HtmlTables(limits, put);
  }

  open(name: string, attributes: string, selfClosing: boolean): void {
    if (name === 'br') {
      this.#paragraph.breakLine();
      return;
    }
    if (cells.test(name)) {
      this.#flush();
      this.#tables.open(name);
    } else if (blocks.test(name)) this.#startBlock(name, attributes);
    if (empty.test(name) || selfClosing) return;
    this.#push(name, attributes);
  }

  close(name: string): void {
    if (blocks.test(name) || cells.test(name)) this.#flush();
    if (name === 'li') this.#paragraph.label = '';
    if (cells.test(name)) this.#tables.close(name);
    const index = this.#open.findLastIndex((element) => element.name === name);
    if (index < 0) return;
    if (this.#open.slice(index).some(({ label }) => label)) this.#paragraph.endLabel();
    this.#open.length = index;
  }

  text(raw: string): void {
    const element = this.#open.at(-1);
    const kept = this.#open.some(({ name }) => name === 'pre');
    this.#paragraph.say(decodeEntities(kept ? raw.replace(/\r\n?/g, '\n') : raw.replace(/[ \t\r\n\f]+/g, ' ')), {
      bold: element?.bold ?? false,
      aside: element?.deleted ? 'deleted' : element?.hidden ? 'hidden' : undefined,
      wrapped: !kept && /[\r\n]/.test(raw),
    });
  }

  end(): void {
    this.#flush();
    this.#tables.end();
  }

  #startBlock(name: string, attributes: string): void {
    this.#flush();
    // Nobody has to close a paragraph or an item of a list.
    const last = this.#open.at(-1);
    if (last && loose.test(last.name) && (loose.test(name) || !/^(?:li|dd)$/.test(last.name))) this.#open.pop();
    this.#paragraph.style = styleOf(name, attributes);
    const level = /mso-list\s*:[^;"']{0,40}?level(\d)/i.exec(attributes)?.[1];
    if (level !== undefined) this.#paragraph.level = Math.max(0, Number(level) - 1);
    if (name === 'li') this.#numberItem(attributes);
  }

  #numberItem(attributes: string): void {
    const list = this.#open.findLast((element) => element.name === 'ol' || element.name === 'ul');
    const value = Number(attributeOf(attributes, 'value') ?? Number.NaN);
    if (list?.next === undefined) {
      this.#paragraph.label = '•';
      return;
    }
    if (Number.isInteger(value)) list.next = value;
    this.#paragraph.label = `${list.next}.`;
    list.next += 1;
  }

  #push(name: string, attributes: string): void {
    if (this.#open.length >= deepest) return;
    const outer = this.#open.at(-1);
    const css = attributeOf(attributes, 'style') ?? '';
    const weight = /font-weight\s*:\s*(bold|normal|\d{3})/i.exec(css)?.[1]?.toLowerCase();
    const label = /mso-list\s*:\s*ignore/i.test(css);
    if (label) this.#paragraph.startLabel();
    const start = Number(attributeOf(attributes, 'start') ?? 1);
    this.#open.push({
      name,
      hidden: outer?.hidden === true || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(css),
      bold:
        weight === undefined
          ? outer?.bold === true || /^(?:b|strong|h[1-6]|th)$/.test(name)
          : weight === 'bold' || Number(weight) >= 600,
      label,
      deleted: outer?.deleted === true || name === 'del',
      ...(name === 'ol' && { next: Number.isInteger(start) ? start : 1 }),
    });
  }

  #flush(): void {
    const { label, level } = this.#paragraph;
    const item = this.#paragraph.finish();
    this.#paragraph = new HtmlParagraph();
    if (item !== null) this.#tables.put(item);
    else Object.assign(this.#paragraph, { label, level });
  }
}

const alignments: Readonly<Record<string, NonNullable<BlockStyle['align']>>> = {
  left: 'left',
  center: 'center',
  right: 'right',
  justify: 'both',
};

const styleOf = (name: string, attributes: string): BlockStyle => {
  const css = attributeOf(attributes, 'style') ?? '';
  const align = /text-align\s*:\s*(\w+)/i.exec(css)?.[1] ?? attributeOf(attributes, 'align') ?? '';
  const known = name === 'center' ? 'center' : alignments[align.toLowerCase()];
  const heading = /^h([1-6])$/.exec(name)?.[1];
  return {
    ...(known !== undefined && { align: known }),
    ...(heading !== undefined && { outlineLevel: Number(heading) - 1 }),
  };
};
