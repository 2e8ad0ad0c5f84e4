/**
 * Characters that the four signs around a place leave little choice about, as the common phrases of official texts have
 * them: 社会□义核 takes 主. Signs are those of the trigram table.
 */
export interface PhraseTable {
  /**
   * What mostly stands among four signs, in a hole behind the first (1), second (2) or third (3) of them: its sign in the
   * low 16 bits, with `only` and `needed`; 0 where nothing is known.
   */
  filling(first: number, second: number, third: number, fourth: number, hole: number): number;
}

/** Hardly anything else was ever seen in the hole. */
export const only = 0x10000;
/** The four were hardly ever seen side by side, with no hole. */
export const needed = 0x20000;

export const signIn = (filling: number): number => filling & 0xffff;

/** Of the 32 bits of a stored entry: 15 for the character, 2 for `only` and `needed`, 15 above for the fingerprint. */
const fingerprintShift = 17;
const firstSign = 0x4e00 - 1;

export const entryOf = (filling: number, hash: number): number =>
  ((signIn(filling) - firstSign) | ((filling >>> 16) << 15) | (fingerprintOf(hash) << fingerprintShift)) >>> 0;

export const fillingOf = (entry: number): number => ((entry & 0x7fff) + firstSign) | (((entry >>> 15) & 3) << 16);

export const isEntryOf = (entry: number, hash: number): boolean => entry >>> fingerprintShift === fingerprintOf(hash);

const fingerprintOf = (hash: number): number => hash >>> fingerprintShift;

/** 32 bits that stand for four signs and the place of the hole; the low ones choose the slot. */
export const phraseHash = (first: number, second: number, third: number, fourth: number, hole: number): number => {
  let hash = Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15) ^ Math.imul(third, 0x27d4eb2f), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 13) ^ Math.imul(fourth * 4 + hole, 0x165667b1), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
};
