/**
 * Rebuilds config/wording/homophones.yaml: groups of common two-character words that sound the same. Whoever types by
 * sound picks the wrong one of a group. Usage: tsx scripts/build-homophones.ts CLEAN_TEXTS_DIR...
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { wordsOf } from '../report/checking/words.ts';
import { cleanText, markdownFiles, yearOf } from './clean-texts.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('usage: tsx scripts/build-homophones.ts CLEAN_TEXTS_DIR...');

/** Later years stay unseen, as a fair test of the rules. */
const lastYear = 2023;
/** A word counts from so many occurrences on. */
const least = 12;
/** One text in so many is enough to tell which words are common. */
const step = 4;

const counts = new Map<string, number>();
const paths = folders.flatMap(markdownFiles).filter((path) => (yearOf(path) ?? 9999) <= lastYear);
for (const path of paths.filter((_, index) => index % step === 0)) {
  const text = cleanText(path);
  for (const word of wordsOf(text, { start: 0, end: text.length })) {
    if (/^\p{Script=Han}{2}$/u.test(word.text)) counts.set(word.text, (counts.get(word.text) ?? 0) + 1);
  }
}

const groups = new Map<string, string[]>();
for (const [word, count] of [...counts].sort((a, b) => b[1] - a[1])) {
  if (count < least) continue;
  const sound = pinyin(word, { toneType: 'none', type: 'array' }).join(' ');
  groups.set(sound, [...(groups.get(sound) ?? []), word]);
}
const rows = [...groups.values()].filter((group) => group.length > 1);
writeFileSync(
  join(import.meta.dirname, '../config/wording/homophones.yaml'),
  `# Common words of two characters that sound the same, one group a line. Made by scripts/build-homophones.ts.\n${rows.map((row) => `- ${row.join(' ')}`).join('\n')}\n`,
);
console.log(`${counts.size} words, ${rows.length} groups`);
