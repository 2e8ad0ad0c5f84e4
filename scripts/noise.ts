/**
 * Runs every rule over a folder of clean texts and prints alarms per million characters by rule. Lower is better: on
 * clean texts nearly every alarm is a false one.
 * Usage: npm run noise -- DIR [--from YEAR] [--to YEAR] [--sample N] [--show RULE] [--json FILE]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config/load.ts';
import { loadTrigrams } from '../config/load-trigrams.ts';
import { packageRoot } from '../config/package-root.ts';
import { rules } from '../report/checking/registry.ts';
import { cleanText, markdownFiles, yearOf } from './clean-texts.ts';
import { examineText } from './examine-text.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', default: '0' },
    to: { type: 'string', default: '9999' },
    sample: { type: 'string', default: '1' },
    show: { type: 'string' },
    limit: { type: 'string', default: '40' },
    json: { type: 'string' },
  },
});
const [folder] = positionals;
if (folder === undefined)
  throw new Error('usage: npm run noise -- DIR [--from YEAR] [--to YEAR] [--sample N] [--show RULE]');

const folderOfConfig = join(packageRoot(), 'config');
const config = { ...loadConfig(folderOfConfig), trigrams: loadTrigrams(folderOfConfig) };
const wanted = markdownFiles(folder)
  .filter((path) => Number(values.from) <= (yearOf(path) ?? 0) && (yearOf(path) ?? 0) <= Number(values.to))
  .filter((_, index) => index % Number(values.sample) === 0);

const counts = new Map<string, { must: number; should: number; hint: number }>();
let characters = 0;
let files = 0;
let shown = 0;
for (const path of wanted) {
  const text = cleanText(path);
  if (text.length < 500) continue;
  files += 1;
  characters += text.replace(/\s/gu, '').length;
  for (const finding of examineText(text, config)) {
    const count = counts.get(finding.rule) ?? { must: 0, should: 0, hint: 0 };
    count[finding.severity] += 1;
    counts.set(finding.rule, count);
    if (
      values.show !== undefined &&
      (finding.rule === values.show || finding.severity === values.show) &&
      shown < Number(values.limit)
    ) {
      shown += 1;
      const around = text.slice(Math.max(0, finding.start - 14), finding.end + 14).replace(/\n/gu, '⏎');
      console.log(
        `${finding.severity} ${finding.rule} “${finding.excerpt.replace(/\n/gu, '⏎')}” … ${around} → ${finding.suggestion ?? ''} [${finding.message}] ${path.split('/').slice(-2).join('/')}`,
      );
    }
  }
}

const perMillion = (count: number) => Math.round((count / characters) * 1e8) / 100;
const rows = rules
  .map(({ meta }) => ({ rule: meta.id, ...(counts.get(meta.id) ?? { must: 0, should: 0, hint: 0 }) }))
  .sort((a, b) => b.must + b.should - (a.must + a.should) || b.hint - a.hint);
const total = rows.reduce((sum, row) => ({ grave: sum.grave + row.must + row.should, hint: sum.hint + row.hint }), {
  grave: 0,
  hint: 0,
});

console.log(`${files} texts, ${characters} characters`);
console.log(
  `must + should ${total.grave}: ${(perMillion(total.grave) / 1000).toFixed(4)} per 1,000 characters; hints ${total.hint}: ${(perMillion(total.hint) / 1000).toFixed(4)}`,
);
console.log('alarms per million characters\n  must   should    hint  rule');
for (const row of rows.filter((row) => row.must + row.should + row.hint > 0)) {
  console.log(
    [row.must, row.should, row.hint].map((count) => perMillion(count).toFixed(2).padStart(8)).join(''),
    ` ${row.rule}`,
  );
}
if (values.json !== undefined) {
  const figures = Object.fromEntries(
    rows.map((row) => [row.rule, { graver: perMillion(row.must + row.should), hint: perMillion(row.hint) }]),
  );
  writeFileSync(values.json, `${JSON.stringify({ texts: files, characters, alarmsPerMillion: figures }, null, 2)}\n`);
}
