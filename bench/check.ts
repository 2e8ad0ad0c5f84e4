/**
 * How fast reports are checked, side by side with autocorrect-node (native) and zhlint.
 * Processor time is measured, so that a busy machine does not blur the comparison.
 * Usage: tsx bench/check.ts [--rules] [REPORT.txt...]; the texts are repeated to 5 MB, and one of 4,000 characters is
 * taken from them; both are timed warm. With --rules the costliest rules are listed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocorrect from 'autocorrect-node';
import { run as zhlint } from 'zhlint';
import { loadConfig } from '../config/load.ts';
import { loadTrigrams } from '../config/load-trigrams.ts';
import { packageRoot } from '../config/package-root.ts';
import { checkReport } from '../report/checking/check.ts';
import { plainDocument } from '../report/checking/plain-document.ts';
import { rules } from '../report/checking/registry.ts';
import { TextIndex } from '../report/checking/text-index.ts';
import { readStructure } from '../report/structure/read-structure.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rules: { type: 'boolean', default: false } },
});
const folder = join(packageRoot(), 'config');
const config = loadConfig(folder);
const trigrams = loadTrigrams(folder);

const invented = `一、履职情况\n（一）强化政治担当。深入学习贯彻习近平新时代中国特色社会主义思想，全年召开会议12次，走访群众300户。\n`;
const source =
  positionals.length === 0 ? invented.repeat(60) : positionals.map((path) => readFileSync(path, 'utf8')).join('\n');
const bytes = (text: string) => Buffer.byteLength(text);
const large = source.repeat(Math.ceil(5e6 / bytes(source)));
const report = source.slice(0, 4000);

const context = (text: string) => {
  const document = plainDocument(text);
  const structure = readStructure(document, config);
  const kind = config.kinds.find(({ id }) => id === structure.kind?.id) ?? null;
  return {
    document,
    structure,
    context: {
      kind,
      parts: config.parts,
      wording: config.wording,
      trigrams,
      requirements: {},
      fileName: null,
      now: new Date(0),
    },
  };
};
const check = (text: string) => {
  const input = context(text);
  return checkReport(input.document, input.structure, input.context).findings.length;
};

const timed = (work: () => unknown, times: number): number => {
  const runs = Array.from({ length: times }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return runs.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
};

const row = (name: string, work: (text: string) => unknown, sizes = large) => {
  timed(() => work(report), 20);
  const one = timed(() => work(report), 40);
  timed(() => work(sizes), 1);
  const whole = timed(() => work(sizes), 5);
  const rate = bytes(sizes) / 1e6 / (whole / 1000);
  console.log(
    `${name.padEnd(34)} ${one.toFixed(2).padStart(8)} ms ${whole.toFixed(0).padStart(8)} ms ${rate.toFixed(2).padStart(8)} MB/s`,
  );
};

console.log(
  `one report: ${report.length} characters · large: ${(bytes(large) / 1e6).toFixed(2)} MB, ${large.length} characters`,
);
console.log(`${''.padEnd(34)} ${'one'.padStart(11)} ${'large'.padStart(11)} ${'speed'.padStart(13)}`);
row('cuigao: structure and check', check);
const ready = context(large);
const readyOne = context(report);
row('cuigao: check alone', (text) => {
  const input = text === report ? readyOne : ready;
  return checkReport(input.document, input.structure, input.context);
});
row('autocorrect-node: lint', (text) => autocorrect.lintFor(text, 'text.md'));
row('autocorrect-node: format', (text) => autocorrect.format(text));
row('zhlint', (text) => zhlint(text, { rules: { preset: 'default' } }), large.slice(0, large.length >> 2));

if (values.rules) {
  const index = new TextIndex(ready.document, config.wording);
  const input = { text: large, document: ready.document, structure: ready.structure, context: ready.context, index };
  const costs = rules.map((rule) => ({ id: rule.meta.id, cost: timed(() => [...rule.check(input)].length, 2) }));
  for (const { id, cost } of costs.sort((a, b) => b.cost - a.cost).slice(0, 25))
    console.log(`${id.padEnd(30)} ${cost.toFixed(0)} ms`);
}
