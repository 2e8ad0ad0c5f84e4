import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import type { ReportStructure, Section } from '../../core/report-structure.ts';
import { documentOf, type ParagraphInput, styledDocumentOf } from '../../testing/builders/report-document.ts';
import { readStructure } from './read-structure.ts';

const config = loadConfig(join(dirname(fileURLToPath(import.meta.url)), '../../config'));
/** Longer than a line. */
const full =
  '支部把学习与服务放在一处安排，每月听取一次进展，每季度检查一次台账，对没有完成的事项逐条说明原因，限期补上，年底一并考核。';
const long = '按照年初安排，逐项对照任务清单抓落实，定期听取进展情况，帮助科室解决人手和经费方面的实际困难。';

/** One line per heading: level, mode, number and title; the expected number behind a different one. */
const drawn = (structure: ReportStructure): string[] => structure.sections.flatMap(draw);
const draw = (section: Section): string[] => [
  `${section.level} ${section.mode} ${section.number ?? '-'} ${section.title}${
    section.ordinal === section.expectedOrdinal ? '' : ` ≠${section.expectedOrdinal}`
  }`,
  ...section.children.flatMap(draw),
];
const outlineOf = (...lines: string[]) => drawn(readStructure(documentOf(lines.join('\n')), config));
const styledOutlineOf = (...paragraphs: ParagraphInput[]) => drawn(readStructure(styledDocumentOf(paragraphs), config));

describe('numbered headings', () => {
  it.each<[string, string[], string[]]>([
    [
      'every customary layer nests by its rank',
      [
        '第一部分 总体情况',
        '一、主要工作',
        `（一）抓项目。${long}`,
        `1.抓进度。${long}`,
        `（1）每周调度。${long}`,
        `①建台账。${long}`,
      ],
      [
        '1 block 第一部分 总体情况',
        '2 block 一、 主要工作',
        '3 run-in （一） 抓项目',
        '4 run-in 1. 抓进度',
        '5 run-in （1） 每周调度',
        '6 run-in ① 建台账',
      ],
    ],
    [
      'chapters hold the numbers that begin anew under each',
      ['第一章 现状', '一、基本情况', long, '第二章 建议', '一、完善制度', long],
      ['1 block 第一章 现状', '2 block 一、 基本情况', '1 block 第二章 建议', '2 block 一、 完善制度'],
    ],
    [
      'half-width, full-width and circled numbers are read alike',
      ['1、抓学习', long, '２．抓管理', long, '(3) 小结', long],
      ['1 block 1、 抓学习', '1 block ２． 抓管理', '2 block (3) 小结 ≠1'],
    ],
    [
      'a heading of two clauses ends at its colon',
      [`一、提高站位，落实责任：${long}`, `二、抓住重点，办好实事：${long}`],
      ['1 run-in 一、 提高站位，落实责任', '1 run-in 二、 抓住重点，办好实事'],
    ],
    [
      'a comma or a wide space may stand for the pause mark',
      ['一，主要工作', long, '二　存在的问题', long],
      ['1 block 一， 主要工作', '1 block 二 存在的问题'],
    ],
    [
      'decimal numbers nest by their length',
      ['1. 工作情况', '1.1 项目建设', long, '1.2 招商引资', long, '2. 问题', long],
      ['1 block 1. 工作情况', '2 block 1.1 项目建设', '2 block 1.2 招商引资', '1 block 2. 问题'],
    ],
    [
      'indents of any white space do not hide a number',
      ['　　一、主要工作', long, ' \t二、存在的问题', long],
      ['1 block 一、 主要工作', '1 block 二、 存在的问题'],
    ],
    [
      'markers before, behind and after the words are no part of the heading',
      [
        '##paidbegin##一、主要工作',
        long,
        '二、##paidend##存在的问题',
        long,
        '三、下一步打算【更多素材请到某文库】',
        long,
      ],
      ['1 block 一、 主要工作', '1 block 二、 存在的问题', '1 block 三、 下一步打算'],
    ],
    [
      'bullets and pictures before a number are no part of the heading',
      ['★一、主要工作', long, '🌟二、存在的问题', long],
      ['1 block 一、 主要工作', '1 block 二、 存在的问题'],
    ],
    [
      'asterisks that stand for a name are, those that set bold type are not',
      [`**（一）走访**镇。**${long}`, `**（二）抓整改**。${long}`],
      ['1 run-in （一） 走访**镇', '1 run-in （二） 抓整改'],
    ],
    [
      'a space may stand for the pause mark before a short line of its own',
      ['一 主要做法', '1 加强组织领导', long, '2 加强阵地管理', long, '二 存在问题', long, `3 月份完成，${long}`],
      ['1 block 一 主要做法', '2 block 1 加强组织领导', '2 block 2 加强阵地管理', '1 block 二 存在问题'],
    ],
    [
      'a colon ends what names the paragraph',
      ['一．师德方面：热爱教育事业，关心每一名学生。', '二．不足之处：一是耐心不够，二是教研成果偏少。'],
      ['1 run-in 一． 师德方面', '1 run-in 二． 不足之处', '2 inline 一是 耐心不够', '2 inline 二是 教研成果偏少'],
    ],
    [
      'a few words before a colon and a longer text are the heading',
      ['1. 优化环境：简化审批手续，提升服务效能，吸引更多企业入驻。', '2. 存在的问题：'],
      ['1 run-in 1. 优化环境', '1 block 2. 存在的问题'],
    ],
    [
      'a repeated number is kept as written beside the expected one',
      ['一、学习', long, '二、工作', long, '二、廉洁', long, '四、打算', long],
      ['1 block 一、 学习', '1 block 二、 工作', '1 block 二、 廉洁 ≠3', '1 block 四、 打算'],
    ],
    [
      'a skipped number is kept and the series goes on from it',
      ['一、学习', long, '三、工作', long, '四、打算', long],
      ['1 block 一、 学习', '1 block 三、 工作 ≠2', '1 block 四、 打算'],
    ],
    [
      'a series may go on under the next parent',
      ['一、工作', `1.修路。${long}`, `2.修桥。${long}`, '二、民生', `3.建校。${long}`],
      ['1 block 一、 工作', '2 run-in 1. 修路', '2 run-in 2. 修桥', '1 block 二、 民生', '2 run-in 3. 建校'],
    ],
    [
      'a long numbered paragraph is headed by its first clause',
      [
        '1.认真组织理论学习，坚持每周五下午集中学习制度，结合岗位实际开展讨论交流，全体人员轮流领学并撰写笔记，形成了比学赶超的良好氛围，推动学用结合',
      ],
      ['1 run-in 1. 认真组织理论学习'],
    ],
    [
      'a heading glued to the next lower one is cut before it',
      [`一、履职情况（一）抓好主业。${long}（二）带好队伍。${long}`],
      ['1 run-in 一、 履职情况', '2 inline （一） 抓好主业', '2 inline （二） 带好队伍'],
    ],
    [
      'a point glued to its heading is cut off',
      [`一、不断强化政治素质 一是抓学习。${long}二是抓规矩。${long}`],
      ['1 run-in 一、 不断强化政治素质', '2 inline 一是 抓学习', '2 inline 二是 抓规矩'],
    ],
    [
      'headings in a merged paragraph are found when the series goes on',
      [`一、抓学习。${long}二、抓工作。${long}`],
      ['1 run-in 一、 抓学习', '1 inline 二、 抓工作'],
    ],
    [
      'figures, years and numbered names are no headings',
      [
        '一、主要工作',
        `1.5亿元资金全部拨付到位，${long}`,
        `2022年，${long}`,
        `二、三产业比重继续提高，${long}`,
        `一、二级公路里程增加，${long}`,
      ],
      ['1 block 一、 主要工作'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(outlineOf(...lines)).toEqual(expected);
  });

  it('reads automatic numbers of Word, which stand in the text already', () => {
    expect(
      styledOutlineOf(
        { text: '一、主要工作', block: { numbering: { label: '一、', level: 0, length: 2 } } },
        long,
        { text: '（一）抓学习', block: { numbering: { label: '（一）', level: 1, length: 3 } } },
        long,
      ),
    ).toEqual(['1 block 一、 主要工作', '2 block （一） 抓学习']);
  });

  it('leaves a table of contents and rows of tables out', () => {
    expect(
      styledOutlineOf(
        '目录',
        '一、主要工作\t1',
        '二、存在的问题\t3',
        '一、主要工作',
        long,
        { text: '1.\t完成项目', block: { kind: 'table-row' } },
        '二、存在的问题',
        long,
      ),
    ).toEqual(['1 block 一、 主要工作', '1 block 二、 存在的问题']);
  });
});

describe('points', () => {
  it.each<[string, string[], string[]]>([
    [
      'inside one paragraph each is a point below the heading',
      ['一、抓学习', `一是抓集中学。${long}二是抓自学，${long}三是抓考学。${long}`],
      ['1 block 一、 抓学习', '2 inline 一是 抓集中学', '2 inline 二是 抓自学', '2 inline 三是 抓考学'].map((line) =>
        line.replace('inline 一是', 'run-in 一是'),
      ),
    ],
    [
      'at the head of paragraphs they run in',
      [`（一）抓学习。${long}`, `一是抓集中学。${long}`, `二是抓自学。${long}`],
      ['1 run-in （一） 抓学习', '2 run-in 一是 抓集中学', '2 run-in 二是 抓自学'],
    ],
    [
      '首先, 其次 and 最后 are points too',
      ['一、体会', `首先，要学在前。${long}其次，要干在前。${long}最后，要严在前。${long}`],
      ['1 block 一、 体会', '2 inline 首先 要学在前', '2 inline 其次 要干在前', '2 inline 最后 要严在前'],
    ],
    ['one 一是 inside a word is none', ['一、体会', `其中之一是学习，统一是前提，${long}`], ['1 block 一、 体会']],
    [
      'a new list begins again at one',
      ['一、工作', `一是修路。二是修桥。${long}`, `一是建校。二是建院。${long}`],
      ['1 block 一、 工作', '2 run-in 一是 修路', '2 inline 二是 修桥', '2 run-in 一是 建校', '2 inline 二是 建院'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(outlineOf(...lines)).toEqual(expected);
  });
});

describe('headings without a number', () => {
  it.each<[string, ParagraphInput[], string[]]>([
    [
      'by Word heading styles, nested by outline level',
      [
        { text: '工作情况', style: { outlineLevel: 0 } },
        { text: '抓学习', style: { name: '标题 2', outlineLevel: 1 } },
        long,
        { text: '存在的问题', style: { name: 'heading 1' } },
        long,
      ],
      ['1 block - 工作情况', '2 block - 抓学习', '1 block - 存在的问题'],
    ],
    [
      'beside numbered ones of the same outline level',
      [
        { text: '一、主要工作', style: { outlineLevel: 0 } },
        long,
        { text: '存在的问题', style: { outlineLevel: 0 } },
        long,
      ],
      ['1 block 一、 主要工作', '1 block - 存在的问题'],
    ],
    [
      'by bold type over plain text',
      [{ text: '思想学习方面', style: { bold: true } }, long, { text: '业务工作方面', style: { bold: true } }, long],
      ['1 block - 思想学习方面', '1 block - 业务工作方面'],
    ],
    [
      'by another font',
      [
        { text: long, style: { fontEastAsia: '仿宋_GB2312' } },
        { text: '廉洁从政', style: { fontEastAsia: '黑体' } },
        { text: long, style: { fontEastAsia: '仿宋_GB2312' } },
      ],
      ['1 block - 廉洁从政'],
    ],
    [
      'by standing short and alone with customary words',
      ['2022年工作回顾', long, '一、项目', long, '二、民生', long, '2023年工作安排', long, '一、工业', long],
      [
        '1 block - 2022年工作回顾',
        '2 block 一、 项目',
        '2 block 二、 民生',
        '1 block - 2023年工作安排',
        '2 block 一、 工业',
      ],
    ],
    [
      'a lone problems line stands beside the numbered ones',
      ['一、工作', long, '存在的问题', long],
      ['1 block 一、 工作', '1 block - 存在的问题'],
    ],
    [
      'by two short lines alone over full paragraphs',
      ['党建引领聚合力', full, '真情服务暖民心', full],
      ['1 block - 党建引领聚合力', '1 block - 真情服务暖民心'],
    ],
    [
      'below the numbered ones when they stand between them',
      ['一、主要工作', '抓学习，强本领', full, '抓服务，惠民生', full, '二、存在的问题', full],
      ['1 block 一、 主要工作', '2 block - 抓学习，强本领', '2 block - 抓服务，惠民生', '1 block 二、 存在的问题'],
    ],
    [
      'by what a paragraph says it is about, when several do',
      [`在思想方面。${long}`, `业务工作方面：${long}`, `存在的不足。${long}`],
      ['1 run-in - 思想方面', '1 run-in - 业务工作方面', '1 run-in - 存在的不足'],
    ],
    [
      'by bullets before short lines',
      ['●供应有保障', full, '●存在问题', full],
      ['1 block - 供应有保障', '1 block - 存在问题'],
    ],
    [
      'by brackets around a line',
      ['【主要做法】', full, '【存在的问题】', full],
      ['1 block - 主要做法', '1 block - 存在的问题'],
    ],
    ['one short line alone is none', ['党建引领聚合力', full, full], []],
    [
      'a look back on the year holds the numbered ones behind it',
      ['2022年主要工作回顾', '一、项目', long, '二、民生', long],
      ['1 block - 2022年主要工作回顾', '2 block 一、 项目', '2 block 二、 民生'],
    ],
    ['a bold sentence is no heading', [{ text: '我们一定能够完成任务。', style: { bold: true } }, long], []],
  ])('%s', (_, paragraphs, expected) => {
    expect(styledOutlineOf('某镇2022年工作总结', ...paragraphs)).toEqual(expected);
  });

  it('by Markdown signs', () => {
    expect(
      outlineOf('# 某镇2022年工作总结', '', '## 主要工作', long, '### 抓学习', long, '## **存在问题**', long),
    ).toEqual(['1 block - 主要工作', '2 block - 抓学习', '1 block - 存在问题']);
  });
});

describe('robustness', () => {
  it('never throws and keeps every span inside the text for random characters', () => {
    const alphabet = [
      ...'一二三十是、。（）()1290.年月日##【】“”：；，首先其次第部分章报告总结问题下步打算各位\n\n　 \tXA①㈠*#>-述职廉',
    ];
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let round = 0; round < 400; round += 1) {
      const text = Array.from({ length: random(400) }, () => alphabet[random(alphabet.length)]).join('');
      const structure = readStructure(documentOf(text), config);
      const spans = [...flatten(structure.sections), ...structure.unheaded.map((part) => part.span)];
      expect(spans.filter((span) => span.start >= span.end || span.end > text.length)).toEqual([]);
    }
  });

  it.each([
    ['numbers', '一、'],
    ['points', '一是学。'],
    ['brackets', '（一）。'],
    ['lines', '一、甲\n'],
    ['headings without number', '存在的问题\n'],
    ['one endless word', '的'],
    ['marker signs', '#'],
    ['white space', '　'],
  ])('takes time in proportion to the length for %s', (_, piece) => {
    const time = (characters: number) => {
      const document = documentOf(piece.repeat(Math.ceil(characters / piece.length)));
      const started = process.cpuUsage();
      readStructure(document, config);
      return process.cpuUsage(started).user / 1000;
    };
    time(20_000);
    expect(time(300_000)).toBeLessThan(8_000);
  });
});

const flatten = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flatten(section.children)]);
