import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import type { ReportStructure } from '../../core/report-structure.ts';
import { documentOf, type ParagraphInput, styledDocumentOf } from '../../testing/builders/report-document.ts';
import { readStructure } from './read-structure.ts';

const config = loadConfig(join(dirname(fileURLToPath(import.meta.url)), '../../config'));
const long = '按照年初安排，逐项对照任务清单抓落实，定期听取进展情况，帮助科室解决人手和经费方面的实际困难。';
const read = (...lines: string[]) => readStructure(documentOf(lines.join('\n')), config);
const readStyled = (...paragraphs: ParagraphInput[]) => readStructure(styledDocumentOf(paragraphs), config);

describe('title, addressee and opening', () => {
  const seen = (structure: ReportStructure) => ({
    title: structure.title?.value ?? null,
    addressee: structure.addressee?.value ?? null,
  });

  it.each<[string, string[], { title: string | null; addressee: string | null }]>([
    ['a title on one line', ['2022年述职述廉报告', long], { title: '2022年述职述廉报告', addressee: null }],
    [
      'a title over two lines',
      ['某县水务局党组成员、副局长', '2022年述职述廉报告', long],
      { title: '某县水务局党组成员、副局长2022年述职述廉报告', addressee: null },
    ],
    [
      'a title that goes on after its document word',
      ['某镇党委关于落实党风廉政建设主体责任', '情况的报告', '县纪委：', long],
      { title: '某镇党委关于落实党风廉政建设主体责任情况的报告', addressee: '县纪委' },
    ],
    [
      'an addressee with a greeting',
      ['个人述职报告', '尊敬的各位领导、同志们：', long],
      { title: '个人述职报告', addressee: '尊敬的各位领导、同志们' },
    ],
    [
      'a subtitle and a speaker are no part of the title',
      ['政府工作报告', '——2020年1月8日在某市第五届人民代表大会上', '市长  某某', '各位代表：', long],
      { title: '政府工作报告', addressee: '各位代表' },
    ],
    [
      'a number of issue above the title',
      ['某发〔2022〕3号', '2022年工作总结', long],
      { title: '2022年工作总结', addressee: null },
    ],
    [
      'a title that stands twice over headings',
      ['2022年工作总结及2023年计划', '2022年工作总结及2023年计划', '一、2022年工作', long, '二、2023年计划', long],
      { title: '2022年工作总结及2023年计划', addressee: null },
    ],
    [
      'a title that stands twice',
      ['2022年工作总结', '2022年工作总结', long],
      { title: '2022年工作总结', addressee: null },
    ],
    [
      'a heading on the year below a whole title is no part of it',
      ['某局2022年工作总结和2023年工作思路', '2022年工作总结', '一、主要工作', long],
      { title: '某局2022年工作总结和2023年工作思路', addressee: null },
    ],
    [
      'an outline set over the title',
      ['一、存在的问题', '二、原因', '三、整改措施', '某局领导班子对照检查材料', long].concat([
        '一、存在的问题',
        long,
        '二、原因剖析',
        long,
        '三、整改措施',
        long,
      ]),
      { title: '某局领导班子对照检查材料', addressee: null },
    ],
    ['a marker before the title', ['##paidbegin##2022年工作总结', long], { title: '2022年工作总结', addressee: null }],
    ['no title at all', ['根据安排，现将本人工作情况报告如下：', '一、学习', long], { title: null, addressee: null }],
    ['a heading is no title', ['一、学习情况', long], { title: null, addressee: null }],
  ])('%s', (_, lines, expected) => {
    expect(seen(read(...lines))).toEqual(expected);
  });

  it('takes a centred line without a document word as title', () => {
    expect(readStyled({ text: '砥砺前行的一年', style: { align: 'center', size: 22 } }, long).title?.value).toBe(
      '砥砺前行的一年',
    );
  });

  it('gives the opening between title and first heading', () => {
    const structure = read('2022年工作总结', '这一年过去了。', '现总结如下：', '一、学习', long);
    expect(structure.opening).toEqual({ start: 10, end: 24 });
  });
});

describe('signature, date, closing and attachments', () => {
  const seen = (text: string, structure: ReportStructure) => ({
    signature: structure.signature?.value ?? null,
    date: structure.issueDate?.value ?? null,
    closing: structure.closing === null ? null : text.slice(structure.closing.start, structure.closing.end),
    attachments: structure.attachments.map((span) => text.slice(span.start, span.end)),
  });
  const none = { signature: null, date: null, closing: null, attachments: [] };

  it.each<[string, string[], Partial<ReturnType<typeof seen>>]>([
    ['name over date', ['某某某', '2022年12月30日'], { signature: '某某某', date: '2022年12月30日' }],
    ['unit and date on one line', ['某县水务局 2022年12月'], { signature: '某县水务局', date: '2022年12月' }],
    [
      'a labelled name',
      ['述职人：成员甲', '二〇二二年十二月三十日'],
      { signature: '成员甲', date: '二〇二二年十二月三十日' },
    ],
    ['a masked date', ['XX局', '20XX年XX月XX日'], { signature: 'XX局', date: '20XX年XX月XX日' }],
    ['a closing sentence', ['特此报告，请予评议。'], { closing: '特此报告，请予评议。' }],
    [
      'attachments under the signature',
      ['某某某', '2022年12月30日', '附件：1.工作台账', '2.获奖清单'],
      { signature: '某某某', date: '2022年12月30日', attachments: ['附件：1.工作台账', '2.获奖清单'] },
    ],
    [
      'attachments above the signature',
      ['附件：1.工作台账', '某县水务局', '2022年12月30日'],
      { signature: '某县水务局', date: '2022年12月30日', attachments: ['附件：1.工作台账'] },
    ],
    [
      'a site marker below does not count',
      ['某某某', '2022年12月30日', '##paidend##'],
      { signature: '某某某', date: '2022年12月30日' },
    ],
    ['nothing of the kind', [], {}],
  ])('%s', (_, tail, expected) => {
    const text = ['2022年工作总结', long, '一、学习', long, ...tail].join('\n');
    expect(seen(text, readStructure(documentOf(text), config))).toEqual({ ...none, ...expected });
  });

  it('keeps the signature out of the last section', () => {
    const text = `2022年工作总结\n${long}\n一、学习\n${long}\n某某某\n2022年12月30日`;
    const section = readStructure(documentOf(text), config).sections[0];
    expect(text.slice(section?.start, section?.end)).toBe(`一、学习\n${long}`);
  });
});

describe('kind, period and author', () => {
  it.each<[string, string[], string | null]>([
    [
      'a notice about reports',
      ['关于报送2022年度述职述廉报告的通知', '各科室：', `${long}请于12月20日前报送述职报告。`],
      null,
    ],
    ['minutes of a meeting', ['述职评议会会议纪要', '时间：12月1日', long], null],
    ['a contract', ['房屋租赁合同', '甲方：某单位', '乙方：某公司', '第一条 租金', long], null],
    ['a news item', ['我局召开2022年度述职述廉大会', '12月1日，局机关召开大会，班子成员作述职报告。', long], null],
    ['a speech at a review meeting', ['在党建工作述职评议会上的讲话', '同志们：', `刚才，大家作了述职。${long}`], null],
    ['a plan for next year', ['2023年工作计划', long, '一、学习', long], null],
    ['a study of party building', ['关于基层党建工作的调研报告', long, '一、现状', long], 'investigation'],
    ['a summary with next year’s plan', ['2022年工作总结及2023年工作计划', long, '一、学习', long], 'annual-summary'],
    ['an article without any sign', ['春天来了', long, long], null],
    [
      'a report told by its opening only',
      ['按照要求，现将本人一年来的述职述廉情况报告如下：', '一、学习', long],
      'duty-integrity',
    ],
    [
      'a branch secretary by the opening',
      ['根据抓党建工作述职安排，现将情况报告如下：', '一、学习', long],
      'party-building-duty',
    ],
  ])('%s', (_, lines, expected) => {
    expect(read(...lines).kind?.id ?? null).toBe(expected);
  });

  it.each<[string, string[], string | null]>([
    ['the year of the title', ['2021年度工作总结', '2022年已经到来。'], '2021'],
    ['a title that leaves 年 out', ['2018抓基层党建述职报告', long], '2018'],
    ['half a year', ['2022年上半年工作总结', long], '2022-H1'],
    ['a quarter', ['2022年第二季度工作总结', long], '2022-Q2'],
    ['a month', ['2022年5月工作总结', long], '2022-05'],
    ['a year in Chinese digits', ['二〇二一年度工作总结', long], '2021'],
    ['the end of a range', ['2019—2021年任期工作总结', long], '2021'],
    ['the year of the opening', ['工作总结', '2020年，我在组织关心下开展工作。'], '2020'],
    ['a masked year tells nothing', ['20XX年工作总结', long], null],
  ])('%s', (_, lines, expected) => {
    expect(read(...lines, '一、学习', long).period).toBe(expected);
  });

  it.each<[string, string[], ReportStructure['author']]>([
    [
      'unit, post and name in the title',
      ['某县水务局党组书记、局长王某某2022年述职述廉报告', long],
      { form: 'person', unit: '某县水务局', post: '党组书记、局长', name: '王某某' },
    ],
    [
      'unit in the title of a summary',
      ['某县水务局2022年党建工作总结', long],
      { form: 'unit', unit: '某县水务局', post: null, name: null },
    ],
    [
      'post told by the text',
      ['个人述职报告', `我叫成员甲，现任某镇中心小学教导主任，${long}`],
      { form: 'person', unit: '某镇中心小学', post: '教导主任', name: '成员甲' },
    ],
    [
      'name of the signature',
      ['个人述职报告', `本人担任办公室主任，${long}`, '成员乙', '2022年12月1日'],
      { form: 'person', unit: null, post: '办公室主任', name: '成员乙' },
    ],
  ])('%s', (_, lines, expected) => {
    expect(read(...lines).author).toEqual(expected);
  });

  it.each<[string, string, string | null]>([
    ['the words between 现将 and 如下', '现将个人述职述廉述纪报告如下：', '述职述廉述纪报告'],
    ['what is told 如下', '现将本人2022年履行职责情况报告如下：', '履行职责情况'],
    ['the bare word', '下面我代表支部作简要汇报。', '汇报'],
    ['nothing announced', '这一年收获很多。', null],
  ])('the name in the body is %s', (_, opening, expected) => {
    expect(read('2022年述职述廉报告', opening, '一、学习', long).bodyName?.value ?? null).toBe(expected);
  });
});

describe('the parts sections play', () => {
  const roles = (...headings: string[]) =>
    read('2022年工作总结', '现总结如下：', ...headings.flatMap((heading) => [heading, long])).sections.map(
      (section) => section.roles,
    );

  it.each<[string, string[], string[][]]>([
    ['work when the heading names no part', ['一、擦亮底色，聚力攻坚'], [['duties']]],
    ['two parts when the heading joins them', ['一、存在的不足和努力方向'], [['problems', 'plans']]],
    ['plans on a later year', ['一、2022年工作回顾', '二、2023年主要工作'], [['duties'], ['plans']]],
    ['work on the years looked back on', ['一、2021年工作总结', '二、2022年工作总结'], [['duties'], ['duties']]],
    ['shortcomings alone, whatever they are about', ['一、学习方面存在的问题'], [['problems']]],
  ])('%s', (_, headings, expected) => {
    expect(roles(...headings)).toEqual(expected);
  });
});

it('tells problems and plans by the text below headings that do not say so', () => {
  const { sections, unheaded } = read(
    ...['2022年工作总结', '现总结如下：', '一、擦亮底色', long, '二、正心明道', `工作中还存在不少问题：${long}`],
    ...['三、行稳致远', `下一步，我局将改进作风。${long}`],
  );
  expect({ roles: sections.map((section) => section.roles), unheaded }).toEqual({
    roles: [['duties'], ['problems'], ['plans']],
    unheaded: [],
  });
});

it('does not look for them below the next heading', () => {
  const { sections } = read(
    '2022年工作总结',
    '一、抓学习',
    '二、转作风',
    '不断改进。',
    '三、知不足',
    `还存在不少问题：${long}`,
  );
  expect(sections.map(({ roles }) => roles)).toEqual([['duties'], ['duties'], ['problems']]);
});

it('below plans a bare heading names problems all the same', () => {
  const [section] = read('2022年述职报告', '一、评价与改进计划', '（一）不足', long, '（二）补齐短板', long).sections;
  expect(section?.children.map(({ roles }) => roles)).toEqual([['problems'], []]);
});

it('below problems a heading that finds measures wanting names a problem', () => {
  const [section] = read(
    '2022年工作总结',
    '一、存在的问题',
    '（一）措施落实不到位。',
    long,
    '（二）整改措施',
    long,
  ).sections;
  expect(section?.children.map(({ roles }) => roles)).toEqual([[], ['plans']]);
});

describe('problems and plans without a heading', () => {
  const parts = (...lines: string[]) => {
    const text = ['2022年个人述职报告', '现将情况报告如下：', '一、学习', long, '二、工作', long, long, ...lines].join(
      '\n',
    );
    return readStructure(documentOf(text), config).unheaded.map(({ part, span }) => [
      part,
      text.slice(span.start, span.start + 6),
    ]);
  };

  it.each<[string, string[], string[][]]>([
    [
      'both in one closing paragraph',
      ['回顾一年，还存在一些不足：一是学习不深；二是调研不多。下一步，我将加强学习，多下基层。'],
      [
        ['problems', '回顾一年，还'],
        ['plans', '下一步，我将'],
      ],
    ],
    [
      'each in a paragraph',
      ['虽然取得了一定成绩，但工作中还存在不少问题，主要是学习不够。', '今后，我将继续努力，改进作风。'],
      [
        ['problems', '虽然取得了一'],
        ['plans', '今后，我将继'],
      ],
    ],
    ['not when a heading carries them', ['三、存在的问题和打算', '还存在学习不够的问题。今后，我将努力。'], []],
    [
      'problems at the end of a section on something else',
      ['同时，我们也清醒地认识到，工作中还有调研不深的问题。', '三、2023年主要工作', long],
      [['problems', '同时，我们也']],
    ],
    ['nothing of the kind', [long], []],
  ])('%s', (_, lines, expected) => {
    expect(parts(...lines)).toEqual(expected);
  });
});
