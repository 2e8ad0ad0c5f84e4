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

const graverOf = (...lines: string[]) =>
  examine(documentOf(lines.join('\n')), config, { now: new Date('2023-02-01T00:00:00Z') })
    .missing.filter(({ severity }) => severity !== 'hint')
    .map(({ part }) => part);

const complete = [
  '青石县水务局副局长2022年度述职述廉报告',
  '现将一年来的思想、工作和廉洁自律情况报告如下：',
  '一、加强理论学习',
  '参加中心组学习12次，撰写心得2篇。',
  '二、履行岗位职责',
  '完成水库除险加固3座，新建泵站2处。',
  '三、落实一岗双责',
  '与分管股室签订党风廉政建设责任书5份。',
  '四、遵守廉洁纪律',
  '没有收受礼品礼金，没有插手工程项目。',
  '五、存在的问题',
  '一是理论学习不够深入；二是深入基层不够。',
  '六、下一步打算',
  '继续加强学习，严守廉洁自律各项规定。',
  '成员甲',
  '2023年1月5日',
];
const without = (...gone: string[]) => complete.filter((line) => !gone.includes(line));

it.each([
  ['nothing is missing in a complete report', complete, []],
  [
    'learning too little, among the problems, is no account of what was learnt',
    without('一、加强理论学习', '参加中心组学习12次，撰写心得2篇。'),
    ['study-politics'],
  ],
  [
    'figures on conduct are no work done',
    without('二、履行岗位职责', '完成水库除险加固3座，新建泵站2处。'),
    ['duties'],
  ],
  [
    'what the opening announces and the plans intend is not told yet',
    without('四、遵守廉洁纪律', '没有收受礼品礼金，没有插手工程项目。'),
    ['self-discipline'],
  ],
  [
    'a heading over nothing tells nothing',
    without('一是理论学习不够深入；二是深入基层不够。', '没有收受礼品礼金，没有插手工程项目。'),
    ['self-discipline', 'problems'],
  ],
])('%s', (_, lines, expected) => {
  expect(graverOf(...lines)).toEqual(expected);
});

it('says of a heading over nothing that it is one', () => {
  const { missing: told } = examine(
    documentOf(without('一是理论学习不够深入；二是深入基层不够。').join('\n')),
    config,
    {
      now: new Date('2023-02-01T00:00:00Z'),
    },
  );
  expect(told.find(({ part }) => part === 'problems')?.why).toMatch(/^“五、存在的问题”下面没有内容；/);
});

it('takes headings over nothing for content where the whole report is written in them', () => {
  const lines = ['2022年工作总结', '一、加强学习', '二、完成泵站建设', '三、存在的不足', '四、今后打算', '加强学习。'];
  expect(graverOf(...lines)).toEqual(['signature', 'date']);
});

it('takes a narrative without headings for an account of the work', () => {
  expect(graverOf('2022年个人工作总结', '这一年我学会了和群众打交道，也学会了静下心来做事。'.repeat(30))).not.toContain(
    'duties',
  );
});

it('in a self-examination the other parts are told among the problems', () => {
  const lines = [
    '2022年度民主生活会对照检查材料',
    '现将对照检查情况报告如下：',
    '一、上年度问题整改情况',
    '4个问题均已整改到位。',
    '二、存在的问题',
    '（一）理论学习方面。学习党的创新理论不够深入。',
    '三、原因剖析',
    '理想信念不够坚定。',
    '四、整改措施',
    '加强理论学习。',
  ];
  expect(graverOf(...lines)).toEqual([]);
});
