/**
 * Rebuilds config/wording/trigrams.bin: how often three Chinese characters in a row occur in clean official texts, as
 * a cuckoo table of 16-bit slots. Usage: tsx scripts/build-trigrams.ts CLEAN_TEXTS_DIR...
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bucketSlots, countBits, fingerprintOf, otherBucket, trigramHash } from '../core/trigram-table.ts';
import { cleanText, markdownFiles, yearOf } from './clean-texts.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('usage: tsx scripts/build-trigrams.ts CLEAN_TEXTS_DIR...');

/** Later years stay unseen, as a fair test of the rules. */
const lastYear = 2023;
/** Rarer sequences are left out: they are names and slips. */
const least = 2;

const first = 0x4e00;
const last = 0x9fff;
const counts = new Map<number, number>();
for (const path of folders.flatMap(markdownFiles).filter((path) => (yearOf(path) ?? 9999) <= lastYear)) {
  const text = cleanText(path);
  for (let at = 0; at + 2 < text.length; at += 1) {
    const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
    if ([a, b, c].some((code) => code < first || code > last)) continue;
    const key = ((a - first) * 0x8000 + (b - first)) * 0x8000 + (c - first);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}

const kept = [...counts].filter(([, count]) => count >= least);
const slots = new Uint16Array(2 ** Math.ceil(Math.log2(kept.length / 0.85)));
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
  const [a, b, c] = [Math.floor(key / 0x8000 ** 2), Math.floor(key / 0x8000) % 0x8000, key % 0x8000];
  const bucket = trigramHash(a + first, b + first, c + first);
  const fingerprint = fingerprintOf(bucket);
  let entry = (fingerprint << countBits) | Math.min(15, Math.floor(Math.log2(count)));
  let home = bucket & mask;
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
console.log(`${counts.size} sequences, ${kept.length} kept, ${lost} lost, ${slots.byteLength} bytes`);
