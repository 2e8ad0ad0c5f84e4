import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type Reply, type ReplyInput, replySchema } from '../../../core/reply.ts';
import { checkCard } from '../../../playground/emulator/cards/check-card.ts';
import {
  cardBytes,
  cardElements,
  type FeishuCard,
  measureCard,
  renderCard,
  renderSimpleCard,
  renderText,
} from './card.ts';

const reply = (given: ReplyInput): Reply => replySchema.parse(given);
const items = (count: number, text = '第1段 “此处缺少数字”') =>
  Array.from({ length: count }, (_, index) => ({ text: [`${text}${index + 1}`], detail: ['请补上'] }));
const texts = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([key, item]) => (key === 'content' && typeof item === 'string' ? item : texts(item)))
        .join('\n')
    : '';
const tags = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? [...('tag' in value ? [String(value.tag)] : []), ...Object.values(value).flatMap(tags)]
    : [];
const expectWithinLimits = (card: FeishuCard): void => {
  const size = measureCard(card);
  expect(size.bytes).toBeLessThanOrEqual(cardBytes);
  expect(size.elements).toBeLessThanOrEqual(cardElements);
  expect(tags(card).filter((tag) => tag === 'table').length).toBeLessThanOrEqual(3);
  expect(checkCard(card, { knowsPerson: () => true, knowsImage: () => true })).toBe(null);
};

const checked = reply({
  tone: 'bad',
  title: '述职述廉报告 · 2026年 · 第 1 稿',
  subtitle: '某县某局党组成员、副局长',
  tags: [{ text: '必须改 3 处', tone: 'bad' }, { text: '第 1 稿' }],
  blocks: [
    {
      kind: 'facts',
      facts: [
        { label: '字数', value: '2,053' },
        { label: '必备部分', value: '5/7', tone: 'warn' },
        { label: '必须改', value: '3', tone: 'bad' },
        { label: '建议改', value: '8' },
        { label: '身份', value: '某县某局党组成员、副局长' },
      ],
    },
    {
      kind: 'list',
      heading: '缺失 1 项',
      tone: 'bad',
      items: [{ text: [{ bold: '存在的问题' }], detail: ['述职述廉应写“存在的突出问题”'] }],
    },
    {
      kind: 'list',
      heading: '必须改 3 处',
      numbered: true,
      items: [
        { text: [{ faint: '一、第1段 ' }, { quote: '参加学习XX次' }, ' 填上次数'] },
        { text: [{ faint: '二、第3段 ' }, { quote: '取得成效。。' }, ' 删去一个句号'] },
        { text: [{ faint: '末行 ' }, { tinted: '没有落款', tone: 'bad' }], detail: ['写上姓名和日期'] },
      ],
    },
    {
      kind: 'fold',
      title: '建议改 1 处',
      blocks: [
        { kind: 'list', items: items(1) },
        {
          kind: 'table',
          columns: [
            { name: 'what', label: '数字' },
            { name: 'count', label: '次数', type: 'number' },
          ],
          rows: [{ what: '会议', count: 30 }],
        },
      ],
    },
    { kind: 'divider' },
    { kind: 'progress', label: '本群已交', done: 7, total: 12 },
    {
      kind: 'text',
      text: ['距截止还有 ', { bold: '3 天' }, ' ', { link: '说明', href: 'https://example.com/a_(b)?x=1' }],
    },
    {
      kind: 'actions',
      actions: [
        { id: 'show-all', label: '查看全部', style: 'primary', value: { revisionId: 'r1' } },
        { id: 'withdraw', label: '撤回', style: 'danger', confirm: '撤回后不再统计' },
      ],
    },
  ],
});

const deadline = reply({
  tone: 'info',
  title: '设定截止时间',
  blocks: [
    { kind: 'text', text: [{ mention: 'ou_a' }, ' 请选择'] },
    {
      kind: 'form',
      id: 'deadline',
      fields: [
        { kind: 'text', name: 'name', label: '名称', value: '2026年度述职', required: true },
        { kind: 'datetime', name: 'due', label: '截止', value: '2026-12-31 18:00', required: true },
        { kind: 'people', name: 'exempt', label: '免交', value: ['ou_b'] },
        { kind: 'choice', name: 'kind', label: '类型', value: 'duty', options: [{ value: 'duty', label: '述职报告' }] },
      ],
      submit: { id: 'set-deadline', label: '保存', style: 'primary' },
    },
    {
      kind: 'table',
      columns: [
        { name: 'name', label: '姓名' },
        { name: 'count', label: '稿数', type: 'number' },
      ],
      rows: [
        { name: '成员甲', count: 2 },
        { name: '成员乙', count: 0 },
      ],
    },
  ],
});

describe('a card', () => {
  it.each([
    ['a checked report', 'report', checked],
    ['a form', 'form', deadline],
    [
      'a long list, its tail folded',
      'long-list',
      reply({
        tone: 'warn',
        title: '长清单',
        blocks: [{ kind: 'list', heading: '建议改', numbered: true, items: items(34) }],
      }),
    ],
  ])('shows %s', async (_name, file, given) => {
    const card = renderCard(given);
    expectWithinLimits(card);
    await expect(stringify(card, { lineWidth: 0 })).toMatchFileSnapshot(`./golden/${file}.yaml`);
  });

  it.each([
    ['bad', 'red'],
    ['warn', 'orange'],
    ['good', 'green'],
    ['info', 'blue'],
    ['progress', 'grey'],
  ] as const)('of tone %s is %s', (tone, template) => {
    expect(renderCard(reply({ tone, title: 't', blocks: [] })).header.template).toBe(template);
  });
});

describe('text can never become markup', () => {
  const hostile = [
    '<at id=all></at>',
    "<at id='ou_a'></at>",
    '**粗**',
    '_斜_',
    '~~删~~',
    '`码`',
    '[点我](https://evil.example)',
    '![图](img_v2)',
    'https://evil.example',
    ':DONE:',
    "<font color='red'>红</font>",
    '&lt;at id=all&gt;',
    '$表$',
    '| a | b |',
    '\\*',
  ];
  const markup = /[<>*_~`[\]()!|\\$:]|&(?!#\d+;)/u;

  it.each(hostile)('%s', (text) => {
    const card = renderCard(reply({ tone: 'info', title: 't', blocks: [{ kind: 'text', text: [text] }] }));
    const content = String(card.body.elements[0]?.content);
    expect(content).not.toMatch(markup);
    expect(content.replace(/&#(\d+);/gu, (_all, code) => String.fromCodePoint(Number(code)))).toBe(text);
  });

  it.each(['# 标题', '- 项', '+ 项', '1. 项', '> 引', '---', '===', '    码', '\t码'])(
    'at the start of a line: %s',
    (text) => {
      const card = renderCard(reply({ tone: 'info', title: 't', blocks: [{ kind: 'text', text: [`前\n${text}`] }] }));
      const line = String(card.body.elements[0]?.content).split('\n')[1];
      expect(line).not.toMatch(/^(?:#|-|\+|\d+\.|>|=|\s)/u);
    },
  );

  it('hides control and direction characters', () => {
    const card = renderCard(reply({ tone: 'info', title: 't', blocks: [{ kind: 'text', text: ['a\u202eb\u0000c'] }] }));
    expect(card.body.elements[0]?.content).toBe('abc');
  });

  it.each([
    ['a script address', { link: '点', href: 'javascript:alert(1)' }, '点'],
    ['an address that is none', { link: '点', href: 'x y' }, '点'],
    [
      'an address that breaks out',
      { link: '点', href: 'https://a.example/)<at id=all></at>' },
      '[点](https://a.example/%29%3Cat%20id=all%3E%3C/at%3E)',
    ],
    ['a mention that breaks out', { mention: 'all></at><at id=ou_x' }, ''],
  ])('%s', (_name, part, expected) => {
    const card = renderCard(reply({ tone: 'info', title: 't', blocks: [{ kind: 'text', text: ['x', part] }] }));
    expect(card.body.elements[0]?.content).toBe(`x${expected}`);
  });

  it('in a plain message neither', () => {
    const text = renderText(
      reply({ tone: 'info', title: 't', blocks: [{ kind: 'text', text: ['<at user_id="all">x</at> [a](b) **c**'] }] }),
    );
    expect(text).toBe('t\n＜at user_id="all">x＜/at> [a]（b) ＊＊c＊＊');
  });
});

describe('limits', () => {
  const list = (count: number, text?: string) => ({ kind: 'list' as const, numbered: true, items: items(count, text) });
  const wide = {
    kind: 'table' as const,
    columns: Array.from({ length: 60 }, (_, i) => ({ name: `c${i}`, label: `列${i}` })),
    rows: Array.from({ length: 300 }, () => ({ c0: '字'.repeat(300), c1: '*' })),
  };
  it.each<[string, ReplyInput['blocks']]>([
    ['a thousand findings', [list(1000)]],
    ['findings of two thousand characters', [list(60, '字*'.repeat(1000))]],
    [
      'folds with a thousand findings each',
      [1, 2, 3].map((n) => ({ kind: 'fold', title: `折叠${n}`, blocks: [list(1000)] })),
    ],
    ['six tables', Array.from({ length: 6 }, () => ({ ...wide, rows: wide.rows.slice(0, 3) }))],
    ['a table of three hundred wide rows', [wide]],
    ['three hundred paragraphs', Array.from({ length: 300 }, () => ({ kind: 'text', text: ['<'.repeat(300)] }))],
    ['a paragraph of a hundred thousand characters', [{ kind: 'text', text: ['<'.repeat(100_000)] }]],
    [
      'ninety rows of buttons',
      Array.from({ length: 90 }, () => ({ kind: 'actions', actions: [{ id: 'a', label: '按'.repeat(99) }] })),
    ],
    [
      'a nudge of a thousand people',
      [{ kind: 'text', text: Array.from({ length: 1000 }, (_, i) => ({ mention: `ou_${'0'.repeat(28)}${i}` })) }],
    ],
    [
      'two forms that ask for the same',
      ['waive', 'unwaive'].map((id) => ({
        kind: 'form',
        id,
        fields: [
          { kind: 'choice', name: 'findings', label: '选', multiple: true, options: [{ value: 'a', label: '甲' }] },
        ],
        submit: { id, label: '好' },
      })),
    ],
    ['nothing at all', []],
    [
      'empty parts',
      [
        { kind: 'list', items: [] },
        { kind: 'text', text: [] },
        { kind: 'facts', facts: [] },
        { kind: 'actions', actions: [] },
        { kind: 'fold', title: 'x', blocks: [] },
      ],
    ],
  ])('are kept for %s', (_name, blocks) => {
    const given = reply({
      tone: 'bad',
      title: '题'.repeat(3000),
      subtitle: '副'.repeat(3000),
      tags: Array.from({ length: 9 }, () => ({ text: '签'.repeat(500) })),
      blocks,
    });
    expectWithinLimits(renderCard(given));
    expectWithinLimits(renderSimpleCard(given));
    expect(renderText(given).length).toBeLessThanOrEqual(6_000);
  });

  it('says how many are left out and how to see them', () => {
    const card = renderCard(
      reply({
        tone: 'bad',
        title: 't',
        blocks: [list(1000), { kind: 'actions', actions: [{ id: 'show-all', label: '查看全部' }] }],
      }),
    );
    const [, total, left] = texts(card).match(/其余 (\d+) 条[\s\S]*还有 (\d+) 条没有列出，点“查看全部”可看。/u) ?? [];
    expect(Number(total)).toBeGreaterThan(980);
    expect(Number(left)).toBeGreaterThan(0);
    expect(texts(card).match(/请补上/gu)).toHaveLength(1000 - Number(left));
  });

  it('names as many people as fit and counts the others', () => {
    const mentions = Array.from({ length: 1000 }, (_, i) => ({ mention: `ou_${'0'.repeat(28)}${i}` }));
    const content = texts(renderCard(reply({ tone: 'warn', title: 't', blocks: [{ kind: 'text', text: mentions }] })));
    const named = content.match(/<at id=/gu)?.length ?? 0;
    expect(named).toBeGreaterThan(100);
    expect(content).toContain(`另有 ${1000 - named} 人`);
  });

  it('uses at least two thirds of the room before it leaves anything out', () => {
    for (const count of [100, 300, 1000]) {
      const card = renderCard(reply({ tone: 'bad', title: 't', blocks: [list(count, '字'.repeat(60))] }));
      expect(measureCard(card).bytes).toBeGreaterThan((cardBytes * 2) / 3);
    }
  });
});

describe('a simpler card', () => {
  it('keeps the words and can leave out mentions', () => {
    const given = reply({
      tone: 'info',
      title: 't',
      blocks: [{ kind: 'text', text: [{ mention: 'ou_a' }, '请补交'] }],
    });
    expect(renderSimpleCard(given).body.elements).toEqual([{ tag: 'markdown', content: '<at id=ou_a></at>请补交' }]);
    expect(renderSimpleCard(given, { mentions: false }).body.elements).toEqual([
      { tag: 'markdown', content: '请补交' },
    ]);
  });
});
