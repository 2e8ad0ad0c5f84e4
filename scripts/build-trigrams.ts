/**
 * Rebuilds config/wording/trigrams.bin: how often up to three characters in a row occur in clean official texts, as a
 * cuckoo table of 16-bit slots. Usage: tsx scripts/build-trigrams.ts CLEAN_TEXTS_DIR...
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bucketSlots,
  countBits,
  fingerprintOf,
  isHan,
  levelOf,
  type Order,
  otherBucket,
  signOf,
  trigramHash,
} from '../core/trigram-table.ts';
import { cleanText, markdownFiles, yearOf } from './clean-texts.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('usage: tsx scripts/build-trigrams.ts CLEAN_TEXTS_DIR...');

/** Later years stay unseen, as a fair test of the rules. */
const lastYear = 2023;
/** Rarer sequences are left out: they are names and slips. */
const least = 2;

const base = 0x10000;
/** In several maps, as one holds no more than 16 million entries. */
const shards = Array.from({ length: 8 }, () => new Map<number, number>());
const add = (first: number, second: number, third: number): void => {
  const key = (first * base + second) * base + third;
  const counts = shards[first % shards.length] as Map<number, number>;
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
for (const path of folders.flatMap(markdownFiles).filter((path) => (yearOf(path) ?? 9999) <= lastYear)) {
  const text = `\n${cleanText(path)}\n`;
  const signs = Uint16Array.from({ length: text.length }, (_, at) => signOf(text.charCodeAt(at)));
  for (let at = 0; at < signs.length; at += 1) {
    const [a, b, c] = [signs[at] ?? 0, signs[at + 1] ?? 0, signs[at + 2] ?? 0];
    add(a, 0, 0);
    if (b !== 0 && (isHan(a) || isHan(b))) add(a, b, 0);
    if (c !== 0 && isHan(b) && (isHan(a) || isHan(c))) add(a, b, c);
  }
}

const orderOf = (key: number): Order => (key % base !== 0 ? 3 : Math.floor(key / base) % base !== 0 ? 2 : 1);
const kept: [key: number, count: number][] = [];
for (const counts of shards) for (const entry of counts) if (entry[1] >= least) kept.push(entry);
const slots = new Uint16Array(2 ** Math.ceil(Math.log2(kept.length / 0.9)));
const mask = slots.length / bucketSlots - 1;

const place = (bucket: number, entry: number): boolean => {
  for (let at = bucket * bucketSlots; at < (bucket + 1) * bucketSlots; at += 1) {
    if (slots[at] !== 0) continue;
    slots[at] = entry;
    return true;
  }
  return false;
};

let lost = 0;
for (const [key, count] of kept) {
  const hash = trigramHash(Math.floor(key / base ** 2), Math.floor(key / base) % base, key % base);
  const fingerprint = fingerprintOf(hash);
  let entry = (fingerprint << countBits) | levelOf(count, orderOf(key));
  let home = hash & mask;
  if (place(home, entry) || place(otherBucket(home, fingerprint) & mask, entry)) continue;
  let placed = false;
  for (let kick = 0; kick < 500 && !placed; kick += 1) {
    const at = home * bucketSlots + (kick % bucketSlots);
    const evicted = slots[at] ?? 0;
    slots[at] = entry;
    entry = evicted;
    home = otherBucket(home, evicted >>> countBits) & mask;
    placed = place(home, entry);
  }
  if (!placed) lost += 1;
}
writeFileSync(join(import.meta.dirname, '../config/wording/trigrams.bin'), new Uint8Array(slots.buffer));
const seen = shards.reduce((sum, { size }) => sum + size, 0);
console.log(`${seen} sequences, ${kept.length} kept, ${lost} lost, ${slots.byteLength} bytes`);
