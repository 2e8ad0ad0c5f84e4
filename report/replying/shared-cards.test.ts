import { describe, expect, it } from 'vitest';
import { sampleResult, sampleText } from '../../testing/builders/report-result.ts';
import { sharedBlocks, sharedCard } from './shared-cards.ts';

const side = (author: string) => ({ author, result: sampleResult(), text: sampleText });
const span = { start: sampleText.indexOf('认真学习'), end: sampleText.indexOf('办结率') };

describe('what reports share', () => {
  it('is a number to the author, and nothing when there is nothing', () => {
    expect(sharedBlocks({ others: [], own: [] })).toEqual([]);
    const lines = [
      { others: [689], own: [] },
      { others: [1234, 60], own: [{ period: '2024', characters: 300 }] },
    ].map((view) => sharedBlocks(view).map((block) => (block.kind === 'text' ? block.text : [])));
    expect(lines).toEqual([
      [[{ tinted: '与本群另一份报告有 689 字相同，请确认是自己写的', tone: 'warn' }]],
      [
        [{ tinted: '与本群另外 2 份报告有相同段落，最多的一份有 1,234 字相同，请确认是自己写的', tone: 'warn' }],
        [{ tinted: '与您 2024年的报告有 300 字相同，请确认都是今年的情况', tone: 'warn' }],
      ],
    ]);
  });

  it('is told to organisers with who, how much, where in either report and how it begins', () => {
    const pair = { a: side('成员甲'), b: side('成员乙'), characters: 39, passages: [{ a: span, b: span }] };
    const card = sharedCard({ chatName: '年度述职', compared: 5, pairs: [pair] });
    expect([card.title, card.subtitle, card.tone]).toEqual(['比对了 5 份报告，1 对有相同段落', '年度述职', 'warn']);
    expect(card.blocks.slice(1)).toEqual([
      {
        kind: 'list',
        heading: '成员甲 ↔ 成员乙　共 39 字相同',
        tone: 'plain',
        numbered: false,
        items: [
          {
            text: [{ quote: '认真学习党的XX大精神，参加集中学习12次。二、…' }, ' 40 字'],
            detail: ['成员甲：一、第1段至二、第1段 ｜ 成员乙：一、第1段至二、第1段'],
          },
        ],
      },
    ]);
  });

  it('is counted where it is too much for a card, and none is said warmly', () => {
    const pair = {
      a: side('成员甲'),
      b: side('成员乙'),
      characters: 39,
      passages: Array(7).fill({ a: span, b: span }),
    };
    const card = sharedCard({ chatName: null, compared: 30, pairs: Array(15).fill(pair) });
    expect(card.blocks.at(-1)).toEqual({ kind: 'text', text: [{ faint: '另有 3 对，相同的字数更少' }] });
    const [list] = card.blocks.filter((block) => block.kind === 'list');
    expect(list?.items).toHaveLength(6);
    expect(sharedCard({ chatName: null, compared: 3, pairs: [] })).toMatchObject({
      tone: 'good',
      title: '比对了 3 份报告，没有雷同',
    });
  });
});
