import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bucketSlots,
  countBits,
  countsOf,
  fingerprintOf,
  otherBucket,
  type TrigramTable,
  trigramHash,
} from '../core/trigram-table.ts';
import { loadPhrases } from './load-phrases.ts';

const singles = countsOf(1);
const pairs = countsOf(2);
const triples = countsOf(3);

/** The tables under wording/trigrams.bin and phrases.bin, read when first asked; null where the first is not shipped. */
export const loadTrigrams = (folder: string): TrigramTable | null => {
  const path = join(folder, 'wording', 'trigrams.bin');
  if (!existsSync(path)) return null;
  let slots: Uint16Array | undefined;
  const counted = (first: number, second: number, third: number, counts: readonly number[]): number => {
    slots ??= read(path);
    const level = levelIn(slots, first, second, third);
    return level < 0 ? 0 : (counts[level] ?? 0);
  };
  return {
    count: (first, second, third) => counted(first, second, third, triples),
    pair: (first, second) => counted(first, second, 0, pairs),
    single: (sign) => counted(sign, 0, 0, singles),
    phrases: loadPhrases(folder),
  };
};

const read = (path: string): Uint16Array => {
  const bytes = readFileSync(path);
  const slots = new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  if (slots.length === 0 || (slots.length & (slots.length - 1)) !== 0) throw new Error(`${path}: not a trigram table`);
  return slots;
};

/** The level an entry is stored with, or -1. Looked up for every character of a text: kept free of objects and division. */
const levelIn = (slots: Uint16Array, first: number, second: number, third: number): number => {
  const hash = trigramHash(first, second, third);
  const fingerprint = fingerprintOf(hash);
  const last = (slots.length >>> bucketShift) - 1;
  const level = levelInBucket(slots, hash & last, fingerprint);
  return level >= 0 ? level : levelInBucket(slots, otherBucket(hash, fingerprint) & last, fingerprint);
};

const bucketShift = Math.log2(bucketSlots);
const levelBits = countBits;
const levelMask = (1 << countBits) - 1;

const levelInBucket = (slots: Uint16Array, bucket: number, fingerprint: number): number => {
  const from = bucket << bucketShift;
  for (let at = from; at < from + bucketSlots; at += 1) {
    const slot = slots[at] as number;
    if (slot >>> levelBits === fingerprint) return slot & levelMask;
  }
  return -1;
};
