import type { ReadingLimits } from '../limits.ts';
import type { PartStore } from '../parts.ts';
import { Refusal, sentences } from '../refusal.ts';
import { decodeText } from '../text/decode.ts';

const partTag = '<pkg:part';
const dataEnd = '</pkg:xmlData>';
const pieceLength = 1 << 16;

/** A Word package written as one XML file, each part inside a pkg:part: what many office systems export as .doc. */
export class FlatPackage implements PartStore {
  readonly #text: string;
  /** Where each part's XML begins and ends, by its name in lower case. */
  readonly #parts: ReadonlyMap<string, readonly [from: number, to: number]>;

  private constructor(text: string, parts: ReadonlyMap<string, readonly [number, number]>) {
    this.#text = text;
    this.#parts = parts;
  }

  static open(bytes: Uint8Array, limits: ReadingLimits): FlatPackage {
    const text = decodeText(bytes)?.text ?? '';
    const parts = new Map<string, readonly [number, number]>();
    let at = text.indexOf(partTag);
    if (/<!DOCTYPE/i.test(text.slice(0, Math.max(0, at)))) throw new Refusal('forbidden-content', sentences.forbidden);
    for (let count = 0; at >= 0; count += 1) {
      if (count > limits.zipEntries) throw new Refusal('too-complex', sentences.tooComplex);
      const tagEnd = text.indexOf('>', at);
      const next = text.indexOf(partTag, at + partTag.length);
      const name = /\bpkg:name\s*=\s*["']\/?([^"']+)["']/.exec(text.slice(at, tagEnd))?.[1];
      const end = next < 0 ? text.length : next;
      const data = text.indexOf('<pkg:xmlData', tagEnd);
      const from = data < 0 || data > end ? -1 : text.indexOf('>', data) + 1;
      const to = text.lastIndexOf(dataEnd, end);
      if (name !== undefined && from > 0 && to >= from) parts.set(name.toLowerCase(), [from, to]);
      at = next;
    }
    return new FlatPackage(text, parts);
  }

  has(name: string): boolean {
    return this.#parts.has(name.toLowerCase());
  }

  stream(name: string, take: (chunk: Buffer) => void): Promise<boolean> {
    const range = this.#parts.get(name.toLowerCase());
    if (range === undefined) return Promise.resolve(false);
    const text = this.#text.slice(...range).trimStart();
    for (let from = 0; from < text.length; ) {
      let to = Math.min(text.length, from + pieceLength);
      // A pair of surrogates stays together.
      if (/[\ud800-\udbff]/.test(text.charAt(to - 1)) && to < text.length) to += 1;
      take(Buffer.from(text.slice(from, to)));
      from = to;
    }
    return Promise.resolve(true);
  }

  async bytes(name: string): Promise<Buffer | null> {
    const chunks: Buffer[] = [];
    return (await this.stream(name, (chunk) => chunks.push(chunk))) ? Buffer.concat(chunks) : null;
  }
}
