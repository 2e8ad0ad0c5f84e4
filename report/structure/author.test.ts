import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { documentOf } from '../../testing/builders/report-document.ts';
import { readStructure } from './read-structure.ts';

const config = loadConfig(join(dirname(fileURLToPath(import.meta.url)), '../../config'));
const structureOf = (...lines: string[]) => readStructure(documentOf(lines.join('\n')), config);
const work = '按照年初安排，逐项对照任务清单抓落实，定期听取进展情况，帮助科室解决人手和经费方面的实际困难。';

describe('who writes', () => {
  it.each<[string, string[], { form: string; unit: string | null; post: string | null; name: string | null }]>([
    [
      'a slogan about “me” makes no person of a unit',
      ['某某街道2023年工作总结', '扎实开展“我为群众办实事”实践活动。', '一、主要工作', work],
      { form: 'unit', unit: '某某街道', post: null, name: null },
    ],
    [
      'a district is a unit before a year',
      ['青石区2023年工作总结', '一、主要工作', work],
      { form: 'unit', unit: '青石区', post: null, name: null },
    ],
    [
      'two bodies that sign together',
      ['青石街道党工委、办事处2023年工作总结', '一、主要工作', work],
      { form: 'unit', unit: '青石街道党工委、办事处', post: null, name: null },
    ],
    [
      'words behind 我是 that are no post are no name',
      ['校长述职报告', '我是怀着对教育的热爱到青石小学任职的。', '一、主要工作', work],
      { form: 'person', unit: null, post: '校长', name: null },
    ],
    [
      'a stay in a village is no village',
      ['驻村工作述职报告', '一、主要工作', work],
      { form: 'person', unit: null, post: null, name: null },
    ],
    [
      'who speaks for a government',
      [
        '政府工作报告',
        '（2024年1月5日在青石镇第三届人民代表大会第二次会议上）',
        '青石镇人民政府镇长 成员甲',
        '一、主要工作',
        work,
      ],
      { form: 'unit', unit: '青石镇人民政府', post: null, name: null },
    ],
    [
      'a mayor speaks for the government of the city',
      ['青石市市长张三在青石市第九届人民代表大会第三次会议上的政府工作报告', '一、2023年工作回顾', work],
      { form: 'unit', unit: '青石市人民政府', post: null, name: null },
    ],
    [
      'who was appointed',
      ['述职报告', '我于2021年5月经县人大常委会任命为县交通运输局局长。', '一、主要工作', work, '报告人：张三'],
      { form: 'person', unit: '县交通运输局', post: '局长', name: '张三' },
    ],
    [
      'a comrade in the title, the post at the end',
      ['关于张三同志2022年度述职述廉的报告', '一、主要工作', work, '报告人：县水利局副局长张三'],
      { form: 'person', unit: '县水利局', post: '副局长', name: '张三' },
    ],
    [
      'a unit and a name under the title',
      ['述职报告', '—— 青石中学 张三', '一、主要工作', work],
      { form: 'person', unit: '青石中学', post: null, name: '张三' },
    ],
    [
      'a branch and its secretary are a unit and a post',
      ['青石县档案馆党支部书记抓基层党建工作述职报告', '一、主要工作', work],
      { form: 'person', unit: '青石县档案馆', post: '党支部书记', name: null },
    ],
    [
      'leaders as a body',
      ['青石县应急管理局党委领导班子2023年度述职述廉报告', '一、主要工作', work],
      { form: 'unit', unit: '青石县应急管理局党委', post: null, name: null },
    ],
  ])('%s', (_, lines, expected) => {
    expect(structureOf(...lines).author).toEqual(expected);
  });

  it('a point cut off at the end of a text signs nothing', () => {
    expect(structureOf('某某街道2023年工作总结', '一、主要工作', work, '二是').signature).toBeNull();
  });
});

describe('title and period', () => {
  it.each<[string, string[], string | null, string | null]>([
    [
      'a motto over the title is no part of it',
      ['凝心聚力抓落实，实干担当谱新篇', '某局2023年工作总结', '一、主要工作', work],
      '某局2023年工作总结',
      '2023',
    ],
    [
      'a motto as the title, with what it is below',
      ['凝心铸魂担使命　实干笃行谱新篇', '——青石镇2023年度党建工作总结', '一、主要工作', work],
      '青石镇2023年度党建工作总结',
      '2023',
    ],
    [
      'a unit over the title is',
      ['青石镇人民政府', '2023年政府工作报告', '一、2022年工作回顾', work],
      '青石镇人民政府2023年政府工作报告',
      '2023',
    ],
    [
      'a year in which something began is no period',
      ['个人述职报告', '我从1998年至今一直在基层工作，从2003年始主持镇里工作。', '一、主要工作', work],
      '个人述职报告',
      null,
    ],
    [
      'nor is a month in the text',
      ['某局工作总结', '2024年3月以来，全局围绕中心开展工作。', '一、主要工作', work],
      '某局工作总结',
      '2024',
    ],
  ])('%s', (_, lines, title, period) => {
    const structure = structureOf(...lines);
    expect({ title: structure.title?.value ?? null, period: structure.period }).toEqual({ title, period });
  });
});

describe('the kind of a text that has lost its title', () => {
  it.each<[string, string[], string | null]>([
    [
      'a year’s work of a unit',
      [`2023年，全局围绕中心工作，${work}`, '一、2023年工作情况', work, '二、存在的问题', work],
      'annual-summary',
    ],
    [
      'a year’s work of somebody',
      [`2023年，我作为镇党委副书记、镇长，认真履行职责，${work}`, '一、抓项目', work, '二、抓民生', work],
      'duty',
    ],
    [
      'somebody’s year with a part on integrity',
      [`2023年，我作为镇党委委员，认真履行职责，${work}`, '一、抓项目', work, '二、廉洁自律情况', work],
      'duty-integrity',
    ],
    [
      'a branch secretary who only says that work is reported',
      [`我是青石村党支部书记成员甲。下面我汇报一年来的工作。${work}`, '一、抓班子', work, '二、抓产业', work],
      'party-building-duty',
    ],
    [
      'a unit’s year about one topic',
      [`2023年，局党组落实意识形态工作部署，管好意识形态阵地。${work}`, '一、主要做法', work, '二、存在的问题', work],
      'ideology-duty',
    ],
    [
      'an inquiry',
      [`调研组深入12个乡镇调研。${work}`, '一、基本情况', work, '二、存在的问题', work, '三、对策建议', work],
      'investigation',
    ],
    ['a notice', ['现将2023年有关事项通知如下：', '一、工作安排', work, '二、工作要求', work], null],
    ['a plain text', [`2023年的春天来得早，${work}`, work], null],
  ])('%s', (_, lines, kind) => {
    expect(structureOf(...lines).kind?.id ?? null).toEqual(kind);
  });
});
