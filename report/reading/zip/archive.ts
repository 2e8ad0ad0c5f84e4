import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import type { ReadingLimits } from '../limits.ts';
import { loadPackage } from '../load-package.ts';
import type { PartStore } from '../parts.ts';
import { Refusal, sentences } from '../refusal.ts';

const { fromBufferPromise } = loadPackage<typeof import('yauzl')>('yauzl');

const damaged = (cause: unknown) => new Refusal('damaged', sentences.damaged, { cause });

/**
 * A zip held in memory whose entries are read one at a time under limits: inflated bytes are counted as they come,
 * checksums are compared, names with ".." and directories are passed over, and nothing is ever written to disk.
 */
export class Archive implements PartStore {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limits: ReadingLimits;
  #total = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: ReadingLimits) {
    this.#zip = zip;
    this.#entries = entries;
    this.#limits = limits;
  }

  static async open(bytes: Uint8Array, limits: ReadingLimits): Promise<Archive> {
    const entries = new Map<string, Entry>();
    try {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const zip = await fromBufferPromise(withoutTail(buffer), {
        lazyEntries: true,
        decodeStrings: false,
        autoClose: false,
      });
      if (zip.entryCount > limits.zipEntries) throw new Refusal('too-complex', sentences.tooComplex);
      for await (const entry of zip.eachEntry()) {
        const name = nameOf(entry);
        if (name !== null && !entries.has(name.toLowerCase())) entries.set(name.toLowerCase(), entry);
      }
      return new Archive(zip, entries, limits);
    } catch (error) {
      throw error instanceof Refusal ? error : damaged(error);
    }
  }

  /** Names in lower case: part names do not depend on case. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** Names as the zip spells them, in its order. */
  get originalNames(): string[] {
    return [...this.#entries.values()].map((entry) => nameOf(entry) ?? '');
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Hands over the entry's inflated bytes piece by piece; false when there is no such entry. */
  async stream(name: string, take: (chunk: Buffer) => void): Promise<boolean> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return false;
    if (entry.isEncrypted()) throw new Refusal('encrypted', sentences.encryptedOffice);
    let size = 0;
    let checksum = 0;
    try {
      const stream = await this.#zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length;
        this.#total += chunk.length;
        this.#guard(size, entry.compressedSize);
        checksum = crc32(chunk, checksum);
        take(chunk);
      }
    } catch (error) {
      throw error instanceof Refusal ? error : damaged(error);
    }
    if (checksum !== entry.crc32) throw damaged(new Error('checksum differs'));
    return true;
  }

  async bytes(name: string): Promise<Buffer | null> {
    const chunks: Buffer[] = [];
    return (await this.stream(name, (chunk) => chunks.push(chunk))) ? Buffer.concat(chunks) : null;
  }

  #guard(size: number, stored: number): void {
    const { entryBytes, totalBytes, ratioFromBytes, inflateRatio } = this.#limits;
    const swollen = size > ratioFromBytes && size > stored * inflateRatio;
    if (size > entryBytes || this.#total > totalBytes || swollen) throw new Refusal('too-large', sentences.tooLarge);
  }
}

const endRecord = 'PK\x05\x06';
const endRecordLength = 22;

/** Without the bytes that some programs leave behind the end of a zip: yauzl refuses it then, office programs do not. */
const withoutTail = (zip: Buffer): Buffer => {
  const at = zip.lastIndexOf(endRecord, undefined, 'latin1');
  if (at < 0 || at + endRecordLength > zip.length) return zip;
  return zip.subarray(0, at + endRecordLength + zip.readUInt16LE(at + endRecordLength - 2));
};

const nameOf = (entry: Entry): string | null => {
  const raw = entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '');
  return raw === '' || raw.endsWith('/') || raw.split('/').includes('..') ? null : raw;
};
