import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bucketSlots,
  countBits,
  fingerprintOf,
  otherBucket,
  type TrigramTable,
  trigramHash,
} from '../core/trigram-table.ts';

/** The table under wording/trigrams.bin, read when first asked; null where the file is not shipped. */
export const loadTrigrams = (folder: string): TrigramTable | null => {
  const path = join(folder, 'wording', 'trigrams.bin');
  if (!existsSync(path)) return null;
  let slots: Uint16Array | undefined;
  return {
    count: (first, second, third) => {
      slots ??= read(path);
      return countIn(slots, first, second, third);
    },
  };
};

const read = (path: string): Uint16Array => {
  const bytes = readFileSync(path);
  const slots = new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  if (slots.length === 0 || (slots.length & (slots.length - 1)) !== 0) throw new Error(`${path}: not a trigram table`);
  return slots;
};

const countIn = (slots: Uint16Array, first: number, second: number, third: number): number => {
  const bucket = trigramHash(first, second, third);
  const fingerprint = fingerprintOf(bucket);
  const mask = slots.length / bucketSlots - 1;
  return (
    countInBucket(slots, bucket & mask, fingerprint) ||
    countInBucket(slots, otherBucket(bucket, fingerprint) & mask, fingerprint)
  );
};

const countInBucket = (slots: Uint16Array, bucket: number, fingerprint: number): number => {
  for (let at = bucket * bucketSlots; at < (bucket + 1) * bucketSlots; at += 1) {
    const slot = slots[at] ?? 0;
    if (slot >>> countBits === fingerprint && slot !== 0) return 1 << (slot & ((1 << countBits) - 1));
  }
  return 0;
};
