import type { XmlAttributes, XmlHandler } from '../xml/xml-scanner.ts';
import { modernAttributes, modernName } from './vocabulary.ts';

export interface WordXmlReaders {
  readonly styles: XmlHandler;
  readonly numbering: XmlHandler;
  /** Takes the body. */
  readonly story: XmlHandler;
  /** A reader for one header or footer, whose end is told. */
  readonly edge: (kind: 'header' | 'footer') => { readonly reader: XmlHandler; readonly end: () => void };
  /** Takes the number of pages that Word noted. */
  readonly pages: (text: string) => void;
}

const passedOver = /^(?:w:docPr|w:fonts|w:binData|w:docSuppData|w:bgPict|w:shapeDefaults|o:CustomDocumentProperties)$/;

/** Sends the parts of a Word 2003 XML file to the readers of .docx, translated into its words. */
export class WordXmlHandler implements XmlHandler {
  readonly #readers: WordXmlReaders;
  /** Names under which open elements went to their reader; null for those that went nowhere. */
  readonly #open: { readonly name: string | null; readonly reader: XmlHandler | null; readonly end: () => void }[] = [];
  #skip = 0;
  #inPages = false;
  #notes = 0;

  constructor(readers: WordXmlReaders) {
    this.#readers = readers;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#skip > 0 || passedOver.test(name)) {
      this.#skip += 1;
      return;
    }
    this.#inPages = name === 'o:Pages';
    const outer = this.#open.at(-1)?.reader ?? null;
    if (name === 'w:styles') this.#start(this.#readers.styles);
    else if (name === 'w:lists') this.#start(this.#readers.numbering);
    else if (name === 'w:body') this.#start(this.#readers.story);
    else if ((name === 'w:hdr' || name === 'w:ftr') && outer !== null) {
      const { reader, end } = this.#readers.edge(name === 'w:hdr' ? 'header' : 'footer');
      this.#start(reader, end);
    } else this.#pass(name, attributes, outer);
  }

  close(): void {
    this.#inPages = false;
    if (this.#skip > 0) {
      this.#skip -= 1;
      return;
    }
    const element = this.#open.pop();
    if (element?.name) element.reader?.close(element.name);
    element?.end();
  }

  text(value: string): void {
    if (this.#skip > 0) return;
    if (this.#inPages) this.#readers.pages(value);
    else this.#open.at(-1)?.reader?.text(value);
  }

  #start(reader: XmlHandler, end: () => void = () => {}): void {
    this.#open.push({ name: null, reader, end });
  }

  #pass(name: string, attributes: XmlAttributes, reader: XmlHandler | null): void {
    const modern = modernName(name, attributes);
    const values = modernAttributes(name, attributes);
    this.#open.push({ name: modern, reader, end: () => {} });
    if (name !== 'w:footnote' && name !== 'w:endnote') {
      reader?.open(modern, values);
      return;
    }
    // A note stands where it is called: give it the number that ties the two together.
    this.#notes += 1;
    const id = { 'w:id': String(this.#notes) };
    reader?.open(`${name}Reference`, id);
    reader?.close(`${name}Reference`);
    reader?.open(name, id);
  }
}
