/**
 * Rebuilds config/wording/party-rules.yaml: titles, years and status of the rules of the Party, from a checkout of
 * github.com/lawtext/cpc. Usage: tsx scripts/build-party-rules.ts CHECKOUT
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { markdownFiles } from './clean-texts.ts';

const statusOf: Record<string, string> = { 生效: 'valid', 已修订: 'revised', 已修改: 'revised' };

const [checkout] = process.argv.slice(2);
if (checkout === undefined) throw new Error('usage: tsx scripts/build-party-rules.ts CHECKOUT');

const rules = markdownFiles(join(checkout, 'content/党规'))
  .map((path) => parse(readFileSync(path, 'utf8').split(/^---$/m)[1] ?? '') as Record<string, unknown>)
  .flatMap((head) => {
    const title = String(head.title ?? '').replace(/[（(]\d{4}年[^）)]*[）)]$/u, '');
    const year = Number(String(head.effective_date ?? head.date ?? '').slice(0, 4));
    if (title === '' || !Number.isInteger(year) || year === 0) return [];
    return [{ title, year, status: statusOf[String(head.status)] ?? 'repealed' }];
  })
  .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.year - b.year));

const lines = rules.map(
  (rule) => `- { title: ${JSON.stringify(rule.title)}, year: ${rule.year}, status: ${rule.status} }`,
);
writeFileSync(
  join(import.meta.dirname, '../config/wording/party-rules.yaml'),
  `# Rules of the Party: title, year in force, status. Made by scripts/build-party-rules.ts.\n${lines.join('\n')}\n`,
);
