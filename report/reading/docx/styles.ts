import type { XmlAttributes, XmlHandler } from '../xml/xml-scanner.ts';
import type { StyleNumbering } from './number-counter.ts';
import {
  type ParagraphProperties,
  type RunProperties,
  readParagraphProperty,
  readRunProperty,
  type ThemeFonts,
} from './properties.ts';

interface RawStyle {
  name?: string;
  basedOn?: string;
  type: string;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
}

/** A paragraph style with everything it inherits, document defaults included. */
export interface ResolvedStyle {
  readonly name: string | undefined;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
  readonly numbering: StyleNumbering;
}

const maxChain = 32;

/** word/styles.xml: style chains resolved on demand and kept. */
export class StyleSheet implements XmlHandler {
  readonly #theme: ThemeFonts;
  readonly #styles = new Map<string, RawStyle>();
  readonly #defaults: RawStyle = { type: 'defaults', paragraph: {}, run: {} };
  readonly #resolved = new Map<string, ResolvedStyle>();
  readonly #characters = new Map<string, RunProperties>();
  #defaultParagraph: string | undefined;
  #current: RawStyle | undefined;
  #inRun = false;
  #inParagraph = false;
  #skip = 0;

  constructor(theme: ThemeFonts) {
    this.#theme = theme;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#skip > 0 || name === 'w:tblStylePr' || name.endsWith('Change')) {
      this.#skip += 1;
      return;
    }
    switch (name) {
      case 'w:docDefaults':
        this.#current = this.#defaults;
        return;
      case 'w:style':
        this.#startStyle(attributes);
        return;
      case 'w:name':
        if (this.#current && attributes['w:val']) this.#current.name = attributes['w:val'];
        return;
      case 'w:basedOn':
        if (this.#current && attributes['w:val']) this.#current.basedOn = attributes['w:val'];
        return;
      case 'w:rPr':
        this.#inRun = true;
        return;
      case 'w:pPr':
        this.#inParagraph = true;
        return;
    }
    if (this.#current === undefined) return;
    if (this.#inRun) readRunProperty(name, attributes, this.#current.run, this.#theme);
    else if (this.#inParagraph) readParagraphProperty(name, attributes, this.#current.paragraph);
  }

  close(name: string): void {
    if (this.#skip > 0) this.#skip -= 1;
    else if (name === 'w:rPr') this.#inRun = false;
    else if (name === 'w:pPr') this.#inParagraph = false;
    else if (name === 'w:style' || name === 'w:docDefaults') this.#current = undefined;
  }

  text(): void {}

  /** The style a paragraph gets from its w:pStyle; unknown and absent ids mean the default paragraph style. */
  paragraph(id: string | undefined): ResolvedStyle {
    const key = id !== undefined && this.#styles.has(id) ? id : (this.#defaultParagraph ?? '');
    let resolved = this.#resolved.get(key);
    if (resolved === undefined) {
      resolved = this.#resolve(key);
      this.#resolved.set(key, resolved);
    }
    return resolved;
  }

  /** A character style with what it inherits. */
  character(id: string): RunProperties {
    let resolved = this.#characters.get(id);
    if (resolved === undefined) {
      resolved = Object.assign({}, ...this.#chain(id).map((style) => style[1].run)) as RunProperties;
      this.#characters.set(id, resolved);
    }
    return resolved;
  }

  /** The list a numbering style points to. */
  numIdOf(styleId: string): string | undefined {
    return this.#styles.get(styleId)?.paragraph.numId;
  }

  #startStyle(attributes: XmlAttributes): void {
    const id = attributes['w:styleId'] ?? '';
    const type = attributes['w:type'] ?? 'paragraph';
    this.#current = { type, paragraph: {}, run: {} };
    if (!this.#styles.has(id)) this.#styles.set(id, this.#current);
    if (type === 'paragraph' && /^(1|true|on)$/.test(attributes['w:default'] ?? '')) this.#defaultParagraph ??= id;
  }

  /** Root first, the style itself last. */
  #chain(id: string): (readonly [string, RawStyle])[] {
    const chain: (readonly [string, RawStyle])[] = [];
    let next: string | undefined = id;
    while (next !== undefined && chain.length < maxChain) {
      const style = this.#styles.get(next);
      if (style === undefined) break;
      chain.unshift([next, style]);
      next = style.basedOn;
    }
    return chain;
  }

  #resolve(id: string): ResolvedStyle {
    const chain = this.#chain(id);
    const paragraph: ParagraphProperties = Object.assign(
      {},
      this.#defaults.paragraph,
      ...chain.map(([, style]) => style.paragraph),
    );
    const run: RunProperties = Object.assign({}, this.#defaults.run, ...chain.map(([, style]) => style.run));
    const { numId, level } = paragraph;
    return {
      name: chain.at(-1)?.[1].name,
      paragraph,
      run,
      numbering: {
        ...(numId !== undefined && { numId }),
        ...(level !== undefined && { level }),
        chain: chain.map(([key]) => key).reverse(),
      },
    };
  }
}
