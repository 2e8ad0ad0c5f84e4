import type { PhraseTable } from './phrase-table.ts';

/**
 * How often characters stand side by side in official texts. Everything but Chinese characters is folded into two
 * signs: `boundary` for marks that end a clause, a sentence or a paragraph, `other` for the rest.
 */
export interface TrigramTable {
  /** Of three signs in a row: a count rounded down, 0 where they were hardly ever seen. The middle one is Chinese. */
  count(first: number, second: number, third: number): number;
  /** Of two signs in a row, at least one of them Chinese. */
  pair(first: number, second: number): number;
  single(sign: number): number;
  /** What longer phrases leave no choice about. */
  readonly phrases: PhraseTable;
}

/** Stands for 。，、；：！？ and line breaks. */
export const boundary = 0x3002;
/** Stands for digits, letters, quotes, brackets and whatever else is no Chinese character. */
export const other = 0x58;

const boundaries = new Set([...'。，、；：！？,;:!?\n'].map((mark) => mark.charCodeAt(0)));

export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** The sign a UTF-16 code unit is counted as. */
export const signOf = (code: number): number => (isHan(code) ? code : boundaries.has(code) ? boundary : other);

/** Slots of a bucket in the stored table. */
export const bucketSlots = 4;
/** Bits of a slot: a fingerprint above, the level of the count below; 0 is an empty slot. */
export const countBits = 4;
export const fingerprintMask = 0x0fff;

/** Counts are kept as levels of 0 to 15, finer for longer sequences: one level is so many doublings. */
const doublings = { 1: 1.6, 2: 4 / 3, 3: 1 } as const;
export type Order = keyof typeof doublings;

export const levelOf = (count: number, order: Order): number =>
  Math.min((1 << countBits) - 1, Math.floor(Math.log2(count) / doublings[order] + 1e-9));

export const countsOf = (order: Order): readonly number[] =>
  Array.from({ length: 1 << countBits }, (_, level) => Math.round(2 ** (level * doublings[order])));

/**
 * 32 bits that stand for three signs; shorter sequences have 0 for the missing ones. The low bits choose the bucket,
 * the high ones make the fingerprint.
 */
export const trigramHash = (first: number, second: number, third: number): number => {
  let hash = Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0xc2b2ae35) ^ Math.imul(third, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
};

/** Never 0, which means an empty slot. */
export const fingerprintOf = (hash: number): number => (hash >>> 20) & fingerprintMask || 1;

/** The other bucket an entry may lie in. */
export const otherBucket = (bucket: number, fingerprint: number): number => bucket ^ Math.imul(fingerprint, 0x5bd1e995);
