// Measures summaries against TextRank, LexRank and lead on ../shared/samples, and the speed of summaries and comparisons.
// usage: npx tsx bench/summary.ts
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareReports } from '../collection/compare-reports.ts';
import { loadConfig } from '../config/load.ts';
import type { ReportSummary } from '../core/report-result.ts';
import { overlaps, type Span } from '../core/span.ts';
import { examine } from '../report/examine.ts';
import { readStructure } from '../report/structure/read-structure.ts';
import { boilerplateOf } from '../report/summary/boilerplate.ts';
import { clausesOf } from '../report/summary/clauses.ts';
import { summarise } from '../report/summary/summarise.ts';
import { documentOf } from '../testing/builders/report-document.ts';
import { lead, lexRank, sentencesFor, textRank } from './summary-baselines.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const samples = join(root, '../shared/samples');
if (!existsSync(join(samples, 'truth.json'))) {
  console.log('skipped: no samples at ../shared/samples');
  process.exit(0);
}

interface TrueNode extends Span {
  readonly mode: string;
  readonly children?: readonly TrueNode[];
}
const truth: { files: { file: string; outline: TrueNode[]; keyFigures: Span[] }[] } = JSON.parse(
  readFileSync(join(samples, 'truth.json'), 'utf8'),
);
const headingsOf = (nodes: readonly TrueNode[]): TrueNode[] =>
  nodes.flatMap((node) => [...(node.mode === 'implicit' ? [] : [node]), ...headingsOf(node.children ?? [])]);

const config = loadConfig(join(root, 'config'));
const telling = boilerplateOf(config.wording.boilerplate ?? []);
const documents = truth.files.map((file) => ({
  ...file,
  headings: headingsOf(file.outline),
  document: documentOf(readFileSync(join(samples, file.file), 'utf8')),
}));

/** What a reader of the summary sees: words, and the places they come from. */
interface Shown {
  readonly words: string;
  readonly spans: readonly Span[];
}

const shownOf = (summary: ReportSummary): Shown => ({
  words: summary.sections
    .map((section) =>
      [
        section.title,
        ...section.points.map((point) => point.text),
        ...section.figures.map((figure) => `${figure.what ?? ''}${figure.text}`),
      ].join('。'),
    )
    .join('。'),
  spans: summary.sections.flatMap((section) => [
    { start: section.start, end: section.start + 1 },
    ...section.points,
    ...section.figures,
  ]),
});

/** Share of the characters that stand in clauses every report has. */
const boilerplateIn = (words: string): number => {
  const clauses = clausesOf(words, { start: 0, end: words.length });
  const all = clauses.reduce((sum, clause) => sum + clause.text.length, 0);
  const left = clauses.filter((clause) => telling.shareOf(clause.text) >= 0.6);
  return all === 0 ? 0 : left.reduce((sum, clause) => sum + clause.text.length, 0) / all;
};

const baselineShown = (pick: typeof lead, text: string): Shown => {
  const spans = pick(sentencesFor(text), Math.floor(text.length * 0.25));
  return { words: spans.map((span) => text.slice(span.start, span.end)).join(''), spans };
};

const methods: Record<string, (index: number) => Shown> = {
  'this summary': (index) => {
    const { document } = documents[index] as (typeof documents)[number];
    return shownOf(examine(document, config, { now: new Date(0) }).summary);
  },
  'TextRank 25 %': (index) => baselineShown(textRank, documents[index]?.document.text ?? ''),
  'LexRank 25 %': (index) => baselineShown(lexRank, documents[index]?.document.text ?? ''),
  'lead 25 %': (index) => baselineShown(lead, documents[index]?.document.text ?? ''),
};

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
console.log('method           figures   headings  length  boilerplate');
for (const [name, show] of Object.entries(methods)) {
  const total = { figures: 0, allFigures: 0, headings: 0, allHeadings: 0, shown: 0, text: 0, boilerplate: 0 };
  documents.forEach(({ headings, keyFigures, document }, index) => {
    const { words, spans } = show(index);
    total.figures += keyFigures.filter((figure) => spans.some((span) => overlaps(span, figure))).length;
    total.allFigures += keyFigures.length;
    total.headings += headings.filter((heading) =>
      spans.some((span) => span.start <= heading.start + 2 && span.end > heading.start),
    ).length;
    total.allHeadings += headings.length;
    total.shown += words.length;
    total.text += document.text.length;
    total.boilerplate += boilerplateIn(words) * words.length;
  });
  console.log(
    [
      name.padEnd(16),
      `${total.figures}/${total.allFigures}`.padEnd(9),
      `${total.headings}/${total.allHeadings}`.padEnd(9),
      percent(total.shown / total.text).padEnd(7),
      percent(total.boilerplate / total.shown),
    ].join(' '),
  );
}
const whole = documents.map(({ document }) => document.text).join('\n');
console.log(`boilerplate in the texts themselves: ${percent(boilerplateIn(whole))}`);

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const timed = (run: () => void): number => {
  const started = performance.now();
  run();
  return performance.now() - started;
};

const { document } = documents.reduce((longest, candidate) =>
  candidate.document.text.length > longest.document.text.length ? candidate : longest,
);
const structure = readStructure(document, config);
const once = () => summarise(document, structure, [], config.wording.boilerplate);
for (let round = 0; round < 20; round += 1) once();
const times = Array.from({ length: 50 }, () => timed(once));
console.log(`summary of ${document.text.length} characters, warm: ${median(times).toFixed(2)} ms (median of 50)`);

const results = documents.map((entry) => examine(entry.document, config, { now: new Date(0) }));
const reports = Array.from({ length: 1000 }, (_, index) => ({
  id: String(index),
  name: `成员${index}`,
  result: results[index % results.length] as (typeof results)[number],
}));
console.log(`1,000 results compared: ${timed(() => compareReports(reports)).toFixed(0)} ms`);
