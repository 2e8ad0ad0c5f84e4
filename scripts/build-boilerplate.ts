// Builds config/wording/boilerplate.yaml: clauses that so many public reports share that they tell nothing of one.
// usage: tsx scripts/build-boilerplate.ts FOLDER [LAST_YEAR]    FOLDER holds .md and .txt files named by their year
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';

const [folder, lastYear = '2023'] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: tsx scripts/build-boilerplate.ts FOLDER [LAST_YEAR]');

/** A clause is boilerplate when at least this share of the documents uses it word for word. */
const leastShare = 0.012;
const clause = /^[\p{Script=Han}“”、《》]{4,30}$/u;

const yearOf = (path: string): number | null => {
  const years = [...path.matchAll(/(?:19|20)\d{2}/g)].map((found) => Number(found[0]));
  return years.length === 0 ? null : Math.max(...years);
};

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:md|txt)$/.test(path))
  .filter((path) => (yearOf(path) ?? 9999) <= Number(lastYear));

const documents = new Map<string, number>();
for (const file of files) {
  const words = readFileSync(join(folder, file), 'utf8').replace(/\*\*/g, '');
  const clauses = new Set(words.split(/[，。；：！？\n\s]+/u).filter((candidate) => clause.test(candidate)));
  for (const found of clauses) documents.set(found, (documents.get(found) ?? 0) + 1);
}

const least = Math.max(3, Math.ceil(files.length * leastShare));
const clauses = [...documents]
  .filter(([words, count]) => count >= least && words.length >= 6)
  .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'zh'))
  .map(([words]) => words);

const target = join(dirname(fileURLToPath(import.meta.url)), '../config/wording/boilerplate.yaml');
writeFileSync(
  target,
  `# Clauses that at least ${(leastShare * 100).toFixed(1)} % of ${files.length} public reports up to ${lastYear} use word for word; built by\n# scripts/build-boilerplate.ts. Summaries leave them out.\n${stringify(clauses)}`,
);
console.log(`${clauses.length} clauses of ${files.length} documents`);
