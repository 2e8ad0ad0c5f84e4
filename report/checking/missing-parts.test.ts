import { expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { packageRoot } from '../../config/package-root.ts';
import { documentOf } from '../../testing/builders/report-document.ts';
import { examine } from '../examine.ts';

const config = loadConfig(`${packageRoot()}/config`);
const body = [
  '现将一年来的情况报告如下：',
  '一、履行职责情况',
  '分管办公室，组织完成各项任务，全年召开会议12次。',
  '二、廉洁自律情况',
  '严格遵守中央八项规定精神。',
];
const missing = (...lines: string[]) =>
  examine(documentOf(lines.join('\n')), config, { now: new Date('2023-02-01T00:00:00Z') }).missing.map(
    ({ part }) => part,
  );

it.each([
  ['a name and post under the title stand for introduction and signature', ['市水务局副局长　成员甲', ...body], false],
  ['without them both are missing', body, true],
])('%s', (_, lines, expected) => {
  const parts = missing('2022年度述职述廉报告', ...lines);
  expect({ selfIntro: parts.includes('self-intro'), signature: parts.includes('signature') }).toEqual({
    selfIntro: expected,
    signature: expected,
  });
});

it('asks a duty report for problems and plans, and says why', () => {
  expect(missing('2022年度述职述廉报告', ...body)).toEqual(expect.arrayContaining(['problems', 'plans']));
});

it('only hints at what party rules ask of officials where a company’s report speaks of business alone', () => {
  const report = (word: string) => [
    '2022年度个人述职报告',
    '我是财务部会计。现将一年来的情况述职如下：',
    '一、工作完成情况',
    `审核凭证3620张，${word}。`,
  ];
  const graver = (lines: string[]) =>
    examine(documentOf(lines.join('\n')), config, { now: new Date('2023-02-01T00:00:00Z') })
      .missing.filter(({ severity }) => severity !== 'hint')
      .map(({ part }) => part);
  expect({
    company: graver(report('客户满意')).includes('self-discipline'),
    office: graver(report('群众满意')).includes('self-discipline'),
  }).toEqual({ company: false, office: true });
});
