import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { documentOf } from '../../testing/builders/report-document.ts';
import { draftWithFaults, mendedDraft } from '../../testing/journeys/sample-reports.ts';
import { examine } from '../examine.ts';
import { cleanWords } from '../structure/lines.ts';
import { type Answer, type AskedReport, answerQuestion } from './answer.ts';
import { answerSection } from './answer-section.ts';
import { standsIn } from './verify.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const samples = join(root, '../shared/samples');
const config = loadConfig(join(root, 'config'));
const texts = [
  draftWithFaults,
  mendedDraft,
  ...(existsSync(samples)
    ? readdirSync(samples)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => readFileSync(join(samples, name), 'utf8'))
    : []),
];
const questions = [
  '第二部分讲了什么',
  '问题和打算',
  '有哪些数字',
  '全文摘要',
  '目录',
  '谁写的',
  '完成了多少',
  '党员几个，学习几次',
  '花了多少钱',
  '满意度',
  '怎么调研的',
  '最后一块',
];

const report = (text: string): AskedReport => {
  const document = documentOf(text);
  return { text: document.text, result: examine(document, config, { now: new Date('2026-01-10T00:00:00Z') }) };
};

/** All words a summary shows. */
const wordsOf = ({ summary }: AskedReport['result']): string[] => [
  summary.gist,
  ...summary.sections.flatMap(({ title, gist, points, figures }) => [
    title,
    gist,
    ...points.map((point) => point.text),
    ...figures.flatMap(({ text, what, asOf, comparison }) => [text, what ?? '', asOf ?? '', comparison ?? '']),
  ]),
  ...(summary.pairs ?? []).flatMap(({ problem, plan }) => [problem.text, plan?.text ?? '']),
];
const linesOf = (answer: Answer): string[] =>
  answer.kind === 'several'
    ? answer.parts.flatMap(linesOf)
    : 'lines' in answer
      ? answer.lines.map(({ text }) => text)
      : [];

/** A text with every line cut somewhere, marks doubled and lines out of order: nothing an author would write. */
const shaken = (text: string, seed: number): string => {
  let state = seed;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  return text
    .split('\n')
    .map((line) => ({ at: random(1000), line: line.slice(random(8), line.length - random(12)) }))
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line.replace(/[，。]/gu, (mark) => (random(6) === 0 ? '' : mark)))
    .join('\n');
};

describe('every number and quoted name of summaries and answers', () => {
  const cases = texts.flatMap((text, index) => [text, shaken(text, index + 1), shaken(text, index + 77)]);
  it.each(cases.map((text, index) => [index, text] as const))('stands in text %i', (_, text) => {
    const asked = report(text);
    const plain = cleanWords(asked.text).replace(/[\s\u3000]/gu, '');
    const answers = [
      ...questions.map((question) => answerQuestion(question, asked)),
      ...asked.result.outline.flatMap(({ start }) => answerSection(asked, start) ?? []),
    ];
    const shown = [...wordsOf(asked.result), ...answers.flatMap(linesOf)];
    expect(shown.filter((words) => !standsIn(words, plain))).toEqual([]);
    expect([...asked.result.summary.gist].length).toBeLessThanOrEqual(60);
    const figures = asked.result.summary.sections.flatMap((section) => section.figures);
    expect(figures.filter(({ text: words, start, end }) => asked.text.slice(start, end) !== words)).toEqual([]);
  });
});
