import { describe, expect, it } from 'vitest';
import type { OutlineEntry } from '../../core/report-result.ts';
import { createPlaces } from './place.ts';

const text = [
  '2025年度述职报告',
  '',
  '各位领导：',
  '现将履职情况报告如下。',
  '一、工作开展情况',
  '抓好窗口服务。',
  '压减办理时限。',
  '（一）带头学习。全年学习十二次。',
  '再抓落实。',
  '二、存在的不足',
  '主要有：一是调研不深；二是创新不够。',
  '今后我将改进。',
  '述职人：成员甲',
].join('\n');

const entry = (
  words: string,
  until: string | null,
  more: Pick<OutlineEntry, 'level' | 'number' | 'title' | 'mode'>,
): OutlineEntry => ({ ...more, start: text.indexOf(words), end: until === null ? text.length : text.indexOf(until) });

const outline = [
  entry('一、工作', '二、存在', { level: 1, number: '一、', title: '工作开展情况', mode: 'block' }),
  entry('（一）带头', '二、存在', { level: 2, number: '（一）', title: '带头学习', mode: 'run-in' }),
  entry('二、存在', null, { level: 1, number: '二、', title: '存在的不足', mode: 'block' }),
  entry('一是调研', '二是创新', { level: 2, number: '一是', title: '调研不深', mode: 'inline' }),
];

describe('the place of an offset', () => {
  const place = createPlaces({ text, outline, title: '2025年度述职报告' });

  it.each([
    ['述职报告', '标题'],
    ['各位领导', '开头第1段'],
    ['现将', '开头第2段'],
    ['工作开展', '一、标题'],
    ['抓好窗口', '一、第1段'],
    ['压减', '一、第2段'],
    ['带头学习', '一、（一）第1段'],
    ['再抓落实', '一、（一）第2段'],
    ['调研不深', '二、一是'],
    ['创新不够', '二、第1段'],
    ['今后', '二、第2段'],
    ['成员甲', '末行'],
  ])('“%s” stands in %s', (words, expected) => {
    expect(place(text.indexOf(words))).toBe(expected);
  });

  it.each([
    [
      'a text without headings',
      { text: '一段话\n第二段话说得更长一些，超过了末行的长度所以仍按段落来数。', outline: [], title: null },
      5,
      '第2段',
    ],
    ['an offset past the end', { text: '一段话', outline: [], title: null }, 99, '全文'],
    ['an empty text', { text: '', outline: [], title: null }, 0, '全文'],
    [
      'a heading without a number',
      {
        text: '存在的突出问题和不足之处\n学习不够深入。\n工作不够细致，今后一定要加以改进，做得更好一些才行。',
        outline: [{ level: 1, number: null, title: '存在的突出问题和不足之处', mode: 'block', start: 0, end: 60 }],
        title: null,
      },
      14,
      '“存在的突出问题和…”第1段',
    ],
  ] as const)('%s', (_name, source, offset, expected) => {
    expect(createPlaces(source)(offset)).toBe(expected);
  });

  it('of a leftover that no section holds is told by the section before it', () => {
    const cut = outline.map((one) => (one.number === '一、' ? { ...one, end: text.indexOf('再抓') } : one));
    const trimmed = cut.map((one) => (one.number === '（一）' ? { ...one, end: text.indexOf('再抓') } : one));
    const placeOf = createPlaces({ text, outline: trimmed, title: null });
    expect(placeOf(text.indexOf('再抓'))).toBe('一、（一）第2段');
  });
});
