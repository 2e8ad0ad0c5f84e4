import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { loadTrigrams } from '../../config/load-trigrams.ts';
import { packageRoot } from '../../config/package-root.ts';
import type { ReportDocument } from '../../core/report-document.ts';
import { readStructure } from '../structure/read-structure.ts';
import type { CheckOutcome } from './check.ts';
import { checkReport } from './check.ts';
import { plainDocument } from './plain-document.ts';
import { rules } from './registry.ts';
import type { Example } from './rule.ts';

const config = loadConfig(join(packageRoot(), 'config'));
const trigrams = loadTrigrams(join(packageRoot(), 'config'));

const check = (example: string | Example): CheckOutcome & { text: string } => {
  const { text, kind, requirements, fileName, style, page } =
    typeof example === 'string' ? ({ text: example } satisfies Example as Example) : example;
  const document = styled(plainDocument(text), style, page);
  const structure = readStructure(document, config);
  const kindId = kind ?? structure.kind?.id ?? 'annual-summary';
  const outcome = checkReport(document, structure, {
    kind: config.kinds.find((candidate) => candidate.id === kindId) ?? null,
    parts: config.parts,
    wording: config.wording,
    trigrams,
    requirements: requirements ?? {},
    fileName: fileName ?? null,
    now: new Date('2026-12-01T09:00:00+08:00'),
  });
  return { ...outcome, text: document.text };
};

const styled = (document: ReportDocument, style: Example['style'], page: Example['page']): ReportDocument =>
  style === undefined
    ? document
    : {
        ...document,
        format: 'docx',
        blocks: document.blocks.map((block) => ({ ...block, style })),
        ...(page === undefined ? {} : { layout: page }),
      };

const excerpts = (example: string | Example, rule: string): string[] =>
  check(example)
    .findings.filter((finding) => finding.rule === rule)
    .flatMap((finding) => finding.excerpt);

describe.each(rules.map(({ meta }) => [meta.id, meta] as const))('rule %s', (id, meta) => {
  it.each(meta.examples.bad)('finds $found in “$text”', (example) => {
    expect(excerpts(example, id)).toEqual(example.found);
  });

  it.each(
    meta.examples.good.map((example) => [typeof example === 'string' ? example : example.text, example] as const),
  )('is silent on “%s”', (_, example) => {
    expect(excerpts(example, id)).toEqual([]);
  });

  it('has examples of both sorts', () => {
    expect([meta.examples.good.length > 0, meta.examples.bad.length > 0]).toEqual([true, true]);
  });
});

describe('the registry', () => {
  const files = readdirSync(join(import.meta.dirname, 'rules'))
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();

  it('lists every file of the folder under its own name', () => {
    expect(rules.map(({ meta }) => meta.id).sort()).toEqual(files);
  });

  it('gives every rule a Chinese title of its own', () => {
    const titles = rules.map(({ meta }) => meta.title);
    expect(titles.filter((title) => /[一-龥]/.test(title))).toEqual([...new Set(titles)]);
  });
});

const oddities: Record<string, string> = {
  'an empty text': '',
  'a line break': '\n',
  'one character': '一',
  'spaces only': ' \t\u3000\n\n  ',
  'no heading': '今年工作顺利。',
  'headings only': '一、\n（一）\n1.\n二、\n',
  'half a surrogate': '\uD83D工作\uDE00。',
  emoji: '👍👍工作总结👍',
  'brackets without end': '（（（《《《【【【“““‘‘‘',
  'a wall of marks': '。，、；：？！…—·'.repeat(200),
  'a wall of numbers': '1234567890.'.repeat(200),
  'a wall of masks': 'XX××**○○某某'.repeat(200),
  'English text': 'The quick brown fox jumps over the lazy dog. '.repeat(30),
  'one very long line': '认真贯彻落实工作部署'.repeat(2000),
  'control characters': '\u0000\u0001工作\u200b\ufeff总结\u202e',
};

describe('the engine', () => {
  it.each(Object.entries(oddities))('takes %s, says the same twice and points inside the text', (_, text) => {
    const first = check(text);
    expect(check(text)).toEqual(first);
    expect(first.findings.filter((finding) => !(0 <= finding.start && finding.start < finding.end))).toEqual([]);
    expect(first.findings.filter((finding) => finding.end > text.length)).toEqual([]);
    expect(first.findings.map(({ start }) => start)).toEqual(
      first.findings.map(({ start }) => start).sort((a, b) => a - b),
    );
    expect(first.findings.filter(({ start, excerpt }) => !text.startsWith(excerpt, start))).toEqual([]);
  });
});
