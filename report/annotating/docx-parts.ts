import { strToU8, zipSync } from 'fflate';
import type { ReadingLimits } from '../reading/limits.ts';
import { encodingOf } from '../reading/xml/scan-part.ts';
import { Archive } from '../reading/zip/archive.ts';

/** All parts of a .docx, some of which are rewritten before it is packed again. Names do not depend on case. */
export class DocxParts {
  readonly #parts = new Map<string, Uint8Array>();

  static async open(bytes: Uint8Array, limits: ReadingLimits): Promise<DocxParts> {
    const archive = await Archive.open(bytes, limits);
    const opened = new DocxParts();
    for (const name of archive.originalNames) opened.#parts.set(name, (await archive.bytes(name)) ?? new Uint8Array());
    return opened;
  }

  /** The name as the package spells it. */
  spelt(name: string): string {
    return [...this.#parts.keys()].find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
  }

  /** A part's XML; null when there is no such part. */
  xml(name: string): string | null {
    const bytes = this.#parts.get(this.spelt(name));
    return bytes === undefined ? null : new TextDecoder(encodingOf(bytes)).decode(bytes);
  }

  /** Always as UTF-8: an XML declaration that says otherwise is mended. */
  write(name: string, xml: string): void {
    this.#parts.set(this.spelt(name), strToU8(xml.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/, '$1UTF-8')));
  }

  pack(now: Date): Uint8Array {
    return zipSync(Object.fromEntries(this.#parts), { mtime: now, level: 6 });
  }
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** The part that holds the relationships of another. */
export const relationsName = (part: string): string =>
  `${folderOf(part)}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`;

/** Where the comments on a main part are, or where new ones go. */
export const commentsName = (parts: DocxParts, main: string): string => {
  const entry = /<[^>]*\/relationships\/comments"[^>]*>/.exec(parts.xml(relationsName(main)) ?? '')?.[0] ?? '';
  const target = /Target="([^"]+)"/.exec(entry)?.[1];
  if (target === undefined) return parts.spelt(`${folderOf(main)}comments.xml`);
  return parts.spelt(target.startsWith('/') ? target.slice(1) : folderOf(main) + target);
};
