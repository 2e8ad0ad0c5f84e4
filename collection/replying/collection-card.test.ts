import { describe, expect, it } from 'vitest';
import type { Collection } from '../../core/records.ts';
import { sampleCollection } from '../../testing/builders/campaign.ts';
import { collectionCard, dateQuestionCard } from './collection-card.ts';
import { descriptionBlock } from './description.ts';

const now = new Date('2026-11-20T07:00:00Z');
const names = {
  kinds: [{ id: 'duty', name: '述职报告' }],
  parts: [{ part: 'problems' as const, name: '存在的问题' }],
  members: ['甲', '乙', '丙'].map((name) => ({ id: name, name: `成员${name}` })),
};
const linesOf = (change: Partial<Collection>) => {
  const block = descriptionBlock({ ...sampleCollection('2026-12-31T18:00'), ...change }, names, now);
  if (block.kind !== 'text') throw new Error('not a text');
  return block.text
    .map((part) => (typeof part === 'string' ? part : Object.values(part)[0]))
    .join('')
    .split('\n');
};

describe('a collection is described', () => {
  it('by its deadline with weekday, its kind and whom it asks, when it demands nothing', () => {
    expect(linesOf({ requirements: {} })).toEqual([
      '截止　　12月31日（星期四）18:00，还有 41 天 3 小时',
      '文种　　不限文种',
      '谁要交　全员 3 人',
    ]);
  });

  it('by all that it demands', () => {
    const requirements = {
      kind: 'duty',
      year: 2026,
      minCharacters: 1500,
      maxCharacters: 3000,
      problemShare: 1 / 3,
      parts: ['problems' as const],
      formats: ['docx', 'doc'],
      fileName: '{unit}+{name}+{kind}',
    };
    const audience = { mode: 'all' as const, chosen: [], exempt: [{ id: '丙' }] };
    expect(linesOf({ requirements, audience }).slice(1)).toEqual([
      '文种　　述职报告（2026年）',
      '谁要交　除成员丙外的全员，共 2 人',
      '要求　　1500—3000 字；存在的问题不少于全文 33%',
      '内容　　存在的问题',
      '格式　　.docx、.doc',
      '文件名　单位+姓名+文种',
    ]);
  });

  it('by the chosen with their names', () => {
    const chosen = [{ id: '甲' }, { id: '乙' }];
    expect(linesOf({ requirements: {}, audience: { mode: 'chosen', chosen, exempt: [] } })[2]).toBe(
      '谁要交　成员甲、成员乙，共 2 人',
    );
  });
});

it('a closed collection has no buttons any more', () => {
  const closed = { ...sampleCollection('2026-12-31T18:00'), state: 'closed' as const };
  const card = collectionCard(closed, names, { now, heading: 'changed' });
  expect(card.blocks.some(({ kind }) => kind === 'actions')).toBe(false);
});

it('a question about a date has a button for every day it may be', () => {
  const card = dateQuestionCard(
    {
      text: '您说的“周五”是 11月27日 吗？',
      candidates: [new Date('2026-11-27T10:00:00Z'), new Date('2026-12-04T10:00:00Z')],
      timeZone: 'Asia/Shanghai',
      heading: '年度报告',
      value: { collection: 'c1' },
    },
    now,
  );
  const actions = card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  expect(actions.map(({ label, value }) => [label, value])).toEqual([
    ['11月27日（星期五）18:00', { collection: 'c1', at: '2026-11-27T10:00:00.000Z' }],
    ['12月4日（星期五）18:00', { collection: 'c1', at: '2026-12-04T10:00:00.000Z' }],
  ]);
});
