/**
 * Plants defects of known classes into clean texts and tells how many the rules find again, class by class.
 * Usage: tsx scripts/plant-defects.ts CLEAN_TEXTS_DIR... [--from YEAR] [--to YEAR] [--per N] [--seed N] [--missed CLASS]
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config/load.ts';
import { loadTrigrams } from '../config/load-trigrams.ts';
import { packageRoot } from '../config/package-root.ts';
import { cleanText, markdownFiles, yearOf } from './clean-texts.ts';
import { examineText } from './examine-text.ts';
import { defectClasses } from './planted-defects.ts';
import { random } from './planting/planting.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', default: '2024' },
    to: { type: 'string', default: '9999' },
    per: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    missed: { type: 'string' },
  },
});
if (positionals.length === 0) throw new Error('usage: tsx scripts/plant-defects.ts CLEAN_TEXTS_DIR');

const configFolder = join(packageRoot(), 'config');
const config = { ...loadConfig(configFolder), trigrams: loadTrigrams(configFolder) };
const texts = positionals
  .flatMap(markdownFiles)
  .filter((path) => Number(values.from) <= (yearOf(path) ?? 9999) && (yearOf(path) ?? 0) <= Number(values.to))
  .map(cleanText)
  .map((text) => text.slice(0, 6000))
  .filter((text) => text.length > 1000);
const per = Number(values.per);
const dice = random(Number(values.seed));

console.log(`${texts.length} clean texts, at most ${per} cases a class, seed ${values.seed}`);
console.log('found  cases  recall  graver  class');
let [allFound, allCases] = [0, 0];
for (const { name, plant, base } of defectClasses(config.wording)) {
  if (values.missed !== undefined && values.missed !== name) continue;
  let found = 0;
  let graver = 0;
  let cases = 0;
  for (let attempt = 0; attempt < per * 3 && cases < per; attempt += 1) {
    const clean = base ?? texts;
    const text = clean[Math.floor(dice() * clean.length)] ?? '';
    const planted = plant(text, dice);
    if (planted === null) continue;
    cases += 1;
    const hits = examineText(planted.text, config).filter(
      (finding) =>
        finding.rule !== 'long-sentence' &&
        finding.end - finding.start <= 90 &&
        [finding, ...(finding.also ?? [])].some((span) => span.start < planted.end && planted.start < span.end),
    );
    if (hits.length > 0) found += 1;
    else if (values.missed === name)
      console.log(
        '  missed',
        planted.text.slice(Math.max(0, planted.start - 20), planted.end + 20).replace(/\n/gu, '⏎'),
      );
    if (hits.some(({ severity }) => severity !== 'hint')) graver += 1;
  }
  allFound += found;
  allCases += cases;
  const share = (count: number) => (cases === 0 ? '     –' : `${((100 * count) / cases).toFixed(1).padStart(5)} %`);
  console.log(`${String(found).padStart(5)}  ${String(cases).padStart(5)} ${share(found)} ${share(graver)}  ${name}`);
}
console.log(
  `${String(allFound).padStart(5)}  ${String(allCases).padStart(5)} ${((100 * allFound) / Math.max(1, allCases)).toFixed(1).padStart(5)} %  all`,
);
