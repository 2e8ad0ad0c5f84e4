import { inflateRawSync } from 'node:zlib';
import { zipOf } from './zip.ts';

/** Numbers from 0 up to 1, the same ones for the same seed. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

type Random = () => number;
const below = (random: Random, limit: number): number => Math.floor(random() * limit);

const flipBits = (bytes: Uint8Array, random: Random): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const flips = 1 + below(random, 24);
  for (let count = 0; count < flips; count += 1) {
    const at = below(random, copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8));
  }
  return copy;
};

const truncate = (bytes: Uint8Array, random: Random): Uint8Array => bytes.slice(0, 1 + below(random, bytes.length - 1));

/** Copies a stretch over another place, as a broken transfer does. */
const overwrite = (bytes: Uint8Array, random: Random): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const length = 1 + below(random, Math.min(512, copy.length));
  const from = below(random, copy.length - length + 1);
  copy.copyWithin(below(random, copy.length - length + 1), from, from + length);
  return copy;
};

/** All entries by the central directory: local headers may leave the sizes to a descriptor. */
const unzip = (zip: Uint8Array): Map<string, Buffer> => {
  const bytes = Buffer.from(zip);
  const entries = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    entries.set(name, bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : Buffer.from(content));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
};

/** Two parts of a zip change places. */
const swapParts = (zip: Uint8Array, random: Random): Uint8Array => {
  const entries = unzip(zip);
  const names = [...entries.keys()];
  const one = names[below(random, names.length)] ?? '';
  const other = names[below(random, names.length)] ?? '';
  const kept = entries.get(one) ?? Buffer.alloc(0);
  entries.set(one, entries.get(other) ?? Buffer.alloc(0));
  entries.set(other, kept);
  return zipOf(Object.fromEntries(entries));
};

/** One part of a zip is damaged, the zip itself is sound: checksums do not give it away. */
const damagePart = (zip: Uint8Array, random: Random): Uint8Array => {
  const entries = unzip(zip);
  const names = [...entries.keys()];
  const name = names[below(random, names.length)] ?? '';
  const part = entries.get(name) ?? Buffer.alloc(0);
  if (part.length > 1) entries.set(name, Buffer.from(damageText(part, random)));
  return zipOf(Object.fromEntries(entries));
};

/** Drops, doubles or swaps pieces between tags, so that much of it stays well-formed. */
const damageText = (part: Buffer, random: Random): Uint8Array => {
  if (random() < 0.3) return flipBits(part, random);
  const tags = part.toString('utf8').split(/(?=<)/);
  const times = 1 + below(random, 6);
  for (let count = 0; count < times; count += 1) {
    const at = below(random, tags.length);
    const action = below(random, 4);
    if (action === 0) tags.splice(at, 1);
    else if (action === 1) tags.splice(at, 0, tags[at] ?? '');
    else if (action === 2) tags.splice(below(random, tags.length), 0, tags[at] ?? '');
    else
      tags[at] = (tags[at] ?? '').replace(
        /"[^"]*"/,
        () => `"${['', '-1', '99999999999', 'NaN', '%9', '\u0000'][below(random, 6)]}"`,
      );
  }
  return Buffer.from(tags.join(''));
};

export interface Mutation {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly kind: string;
}

const extensions = ['docx', 'doc', 'wps', 'pdf', 'ofd', 'rtf', 'odt', 'txt', 'md', 'png', 'jpg', ''];

/** The n-th mutation of a file: the same for the same base, seed and number. */
export const mutate = (base: Uint8Array, seed: number, fileName: string): Mutation => {
  const random = seededRandom(seed);
  const isZip = base[0] === 0x50 && base[1] === 0x4b;
  const kinds = isZip
    ? ([flipBits, truncate, overwrite, swapParts, damagePart, damagePart] as const)
    : ([flipBits, flipBits, truncate, overwrite] as const);
  const change = kinds[below(random, kinds.length)] ?? flipBits;
  const renamed = random() < 0.25;
  return {
    bytes: change(base, random),
    fileName: renamed ? `报告.${extensions[below(random, extensions.length)]}` : fileName,
    kind: change.name,
  };
};
