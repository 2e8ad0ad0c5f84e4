import type { ReadingLimits } from '../limits.ts';
import { loadPackage } from '../load-package.ts';
import { Refusal, sentences } from '../refusal.ts';

const { SaxesParser } = loadPackage<typeof import('saxes')>('saxes');

export type XmlAttributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text(value: string): void;
}

/** Namespace URI → the prefix that handlers know it by; `local` drops all prefixes. */
export type XmlVocabulary = Readonly<Record<string, string>> | 'local';

/** Elements seen in all parts of one file, counted against its limit. */
export interface XmlBudget {
  elements: number;
}

/**
 * Streaming XML with names in the vocabulary's own prefixes whatever prefixes the file chose. Refuses any DOCTYPE, deep
 * nesting, too many elements and everything that is not well-formed.
 */
export class XmlScanner {
  readonly #parser = new SaxesParser({ xmlns: false, position: false });
  readonly #prefixes = new Map<string, string>();
  readonly #names = new Map<string, string>();
  #depth = 0;

  constructor(handler: XmlHandler, vocabulary: XmlVocabulary, limits: ReadingLimits, budget: XmlBudget) {
    const parser = this.#parser;
    parser.on('error', (error) => {
      throw new Refusal('damaged', sentences.damaged, { cause: error });
    });
    parser.on('doctype', () => {
      throw new Refusal('forbidden-content', sentences.forbidden);
    });
    parser.on('opentag', (tag) => {
      budget.elements += 1;
      this.#depth += 1;
      if (budget.elements > limits.xmlElements || this.#depth > limits.xmlDepth) {
        throw new Refusal('too-complex', sentences.tooComplex);
      }
      this.#declare(tag.attributes, vocabulary);
      handler.open(this.#nameOf(tag.name, vocabulary), this.#attributesOf(tag.attributes, vocabulary));
    });
    parser.on('closetag', (tag) => {
      this.#depth -= 1;
      handler.close(this.#nameOf(tag.name, vocabulary));
    });
    parser.on('text', (value) => handler.text(value));
    parser.on('cdata', (value) => handler.text(value));
  }

  /** UTF-16 units consumed; inside `open` and `close` this is just behind the tag's ">". */
  get position(): number {
    return this.#parser.position;
  }

  write(chunk: string): void {
    this.#parser.write(chunk);
  }

  end(): void {
    this.#parser.close();
  }

  #declare(attributes: XmlAttributes, vocabulary: XmlVocabulary): void {
    if (vocabulary === 'local') return;
    for (const key in attributes) {
      if (!key.startsWith('xmlns')) continue;
      const own = vocabulary[attributes[key] ?? ''];
      const used = key === 'xmlns' ? '' : key.slice(6);
      if (own === undefined || own === used || this.#prefixes.get(used) === own) continue;
      this.#prefixes.set(used, own);
      this.#names.clear();
    }
  }

  #nameOf(raw: string, vocabulary: XmlVocabulary): string {
    if (this.#prefixes.size === 0 && vocabulary !== 'local') return raw;
    const known = this.#names.get(raw);
    if (known !== undefined) return known;
    const colon = raw.indexOf(':');
    const local = raw.slice(colon + 1);
    const prefix = vocabulary === 'local' ? undefined : this.#prefixes.get(colon < 0 ? '' : raw.slice(0, colon));
    const name = vocabulary === 'local' ? local : prefix === undefined ? raw : `${prefix}:${local}`;
    this.#names.set(raw, name);
    return name;
  }

  #attributesOf(attributes: XmlAttributes, vocabulary: XmlVocabulary): XmlAttributes {
    if (this.#prefixes.size === 0 || vocabulary === 'local') return attributes;
    const renamed: Record<string, string> = {};
    for (const key in attributes) {
      const value = attributes[key] ?? '';
      renamed[key.includes(':') ? this.#nameOf(key, vocabulary) : key] = value;
    }
    return renamed;
  }
}
