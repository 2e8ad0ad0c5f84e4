/**
 * Rebuilds config/wording/phrases.bin: which character the four around a place leave little choice about, taken from
 * phrases of five characters that occur often in clean official texts. Usage: tsx scripts/build-phrases.ts CLEAN_TEXTS_DIR...
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryOf, needed, only, phraseHash } from '../core/phrase-table.ts';
import { isHan } from '../core/trigram-table.ts';
import { signsOf } from '../report/checking/likelihood.ts';
import { cleanText, markdownFiles, yearOf } from './clean-texts.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('usage: tsx scripts/build-phrases.ts CLEAN_TEXTS_DIR...');

/** Later years stay unseen, as a fair test of the rules. */
const lastYear = 2023;
/** Characters of a phrase; its ends may be marks. */
const length = 5;
const holes = [1, 2, 3];
/** A phrase counts from so many occurrences on. */
const least = 40;
/** Of what stands in a hole, so much must be the same: to be told at all, and to be the only choice. */
const share = { told: 0.9, only: 0.97 };
/** The four may stand side by side at most so often, and so seldom beside the phrase. */
const sideBySide = { most: 2, share: 0.01 };
/** Numerals are chosen by what is counted, not by what stands beside them. */
const numerals = /[二三四五六七八九十百千万亿]/;

/** Governments say 我们 and 我省 where others say 我. */
const spoken = /我/;

const texts = folders
  .flatMap(markdownFiles)
  .filter((path) => (yearOf(path) ?? 9999) <= lastYear)
  .map((path) => signsOf(`\n${cleanText(path)}\n`));
const text = new Uint16Array(texts.reduce((sum, { length }) => sum + length, 0));
let end = 0;
for (const signs of texts) {
  text.set(signs, end);
  end += signs.length;
}

const words = (at: number, many: number): string => String.fromCharCode(...text.subarray(at, at + many));
const hashOf = (signs: ArrayLike<number>, at: number, many: number): number => {
  let hash = 0;
  for (let next = at; next < at + many; next += 1) {
    hash = Math.imul(hash ^ (signs[next] ?? 0), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return Math.imul(hash, 0xc2b2ae35) >>> 0;
};

/** Calls back for every place from which on a phrase may stand. */
const eachPlace = (found: (at: number) => void): void => {
  for (let at = 0; at + length <= text.length; at += 1) {
    if (isHan(text[at + 1] ?? 0) && isHan(text[at + 2] ?? 0) && isHan(text[at + 3] ?? 0)) found(at);
  }
};

// A map of all phrases would not fit: what cannot be frequent is sorted out by its hash first.
const roughly = new Uint8Array(2 ** 27);
const slotOf = (at: number): number => hashOf(text, at, length) >>> 5;
eachPlace((at) => {
  const slot = slotOf(at);
  roughly[slot] = Math.min(255, (roughly[slot] ?? 0) + 1);
});
const counts = new Map<string, number>();
eachPlace((at) => {
  if ((roughly[slotOf(at)] ?? 0) < least) return;
  const phrase = words(at, length);
  counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
});

interface Hole {
  /** What stands in it most often, and how often. */
  best: string;
  count: number;
  /** How often anything stands in it, and how often the four stand side by side. */
  filled: number;
  empty: number;
}

const blanked = (phrase: string, hole: number): string => `${phrase.slice(0, hole)} ${phrase.slice(hole + 1)}`;
const known = new Map<string, Hole>();
for (const [phrase, count] of counts) {
  if (count < least || spoken.test(phrase)) continue;
  for (const hole of holes) {
    const key = blanked(phrase, hole);
    const before = known.get(key);
    if (before === undefined || before.count < count)
      known.set(key, { best: phrase[hole] ?? '', count, filled: 0, empty: 0 });
  }
}

/** Ends of holes by their first and last two signs: a quick no for nearly all places. */
const ends = new Uint8Array(2 ** 24);
const endsOf = (a: number, b: number, c: number, d: number) => phraseHash(a, b, c, d, 0) >>> 8;
for (const key of known.keys()) {
  const signs = signsIn(key.replace(' ', ''));
  ends[endsOf(signs[0] ?? 0, signs[1] ?? 0, signs[2] ?? 0, signs[3] ?? 0)] = 1;
}
function signsIn(characters: string): number[] {
  return Array.from(characters, (character) => character.charCodeAt(0));
}
for (let at = 0; at + length <= text.length; at += 1) {
  const [a, b, c, d, e] = [text[at] ?? 0, text[at + 1] ?? 0, text[at + 2] ?? 0, text[at + 3] ?? 0, text[at + 4] ?? 0];
  if (ends[endsOf(a, b, c, d)] === 1) {
    const four = words(at, 4);
    for (const hole of holes) {
      const empty = known.get(`${four.slice(0, hole)} ${four.slice(hole)}`);
      if (empty !== undefined) empty.empty += 1;
    }
  }
  if (ends[endsOf(a, c, d, e)] === 1) fill(at, 1);
  if (ends[endsOf(a, b, d, e)] === 1) fill(at, 2);
  if (ends[endsOf(a, b, c, e)] === 1) fill(at, 3);
}
function fill(at: number, hole: number): void {
  const filled = known.get(blanked(words(at, length), hole));
  if (filled !== undefined) filled.filled += 1;
}

const entries: [hash: number, entry: number][] = [];
for (const [key, { best, count, filled, empty }] of known) {
  if (numerals.test(best)) continue;
  const isNeeded = empty <= sideBySide.most && empty <= count * sideBySide.share;
  const isOnly = count >= filled * share.only;
  if (!isNeeded && count < filled * share.told) continue;
  const hole = key.indexOf(' ');
  const [a = 0, b = 0, c = 0, d = 0] = signsIn(key.replace(' ', ''));
  const hash = phraseHash(a, b, c, d, hole);
  entries.push([hash, entryOf(best.charCodeAt(0) | (isOnly ? only : 0) | (isNeeded ? needed : 0), hash)]);
}

const slots = new Uint32Array(2 ** Math.ceil(Math.log2(entries.length / 0.7)));
for (const [hash, entry] of entries) {
  let at = hash & (slots.length - 1);
  while (slots[at] !== 0) at = (at + 1) & (slots.length - 1);
  slots[at] = entry;
}
writeFileSync(join(import.meta.dirname, '../config/wording/phrases.bin'), new Uint8Array(slots.buffer));
console.log(`${counts.size} phrases looked at, ${entries.length} holes kept, ${slots.byteLength} bytes`);
