/** How often three characters in a row were seen in official texts. */
export interface TrigramTable {
  /** Of three UTF-16 code units: a count rounded down to a power of two, 0 where they were hardly ever seen. */
  count(first: number, second: number, third: number): number;
}

/** Slots of a bucket in the stored table. */
export const bucketSlots = 4;
/** Bits of a slot: a fingerprint above, the logarithm of the count below; 0 is an empty slot. */
export const countBits = 4;
export const fingerprintMask = 0x0fff;

/** 32 bits that stand for three characters. The low bits choose the bucket, the high ones make the fingerprint. */
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
