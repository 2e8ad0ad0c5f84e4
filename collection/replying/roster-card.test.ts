import { expect, it } from 'vitest';
import { sampleCollection } from '../../testing/builders/campaign.ts';
import { sampleFinding, sampleResult, sampleRevision } from '../../testing/builders/report-result.ts';
import { readRoster } from '../roster/member-states.ts';
import { rosterCard } from './roster-card.ts';

const members = ['甲', '乙', '丙', '丁', '戊'].map((name) => ({ id: name, name: `成员${name}` }));
const bad = sampleResult({ findings: [sampleFinding('%'), sampleFinding('，，')] });
const submission = (author: string, result: typeof bad | null, receivedAt = '2026-12-20T09:00:00+08:00') => ({
  revision: sampleRevision(author, { receivedAt, state: result === null ? 'received' : 'checked' }),
  result,
});
const cardAt = (
  wall: string,
  submissions: ReturnType<typeof submission>[],
  change: Parameters<typeof sampleCollection>[1] = {},
) => {
  const collection = sampleCollection('2026-12-31T18:00', change);
  const now = new Date(`${wall}:00+08:00`);
  return rosterCard(collection, readRoster({ collection, members, submissions, decisions: [], now }), now);
};
const lines = (card: ReturnType<typeof cardAt>): string[] =>
  card.blocks.map((block) => {
    switch (block.kind) {
      case 'text':
        return block.text.map((part) => (typeof part === 'string' ? part : Object.values(part)[0])).join('');
      case 'progress':
        return `${block.label} ${block.done}/${block.total}`;
      case 'facts':
        return block.facts.map(({ label, value }) => `${label} ${value}`).join(' ');
      default:
        return block.kind;
    }
  });

it('counts and names who is missing, has to mend, was late or is let off', () => {
  const card = cardAt(
    '2027-01-02T10:00',
    [submission('甲', sampleResult()), submission('乙', bad, '2027-01-01T09:00:00+08:00'), submission('丙', null)],
    { audience: { mode: 'all', chosen: [], exempt: [{ id: '戊' }] } },
  );
  expect([card.title, card.subtitle, card.tags.map(({ text }) => text), card.tone]).toEqual([
    '收稿进度 · 2026年度述职述廉报告',
    '截止 2026年12月31日 18:00',
    ['已截止'],
    'warn',
  ]);
  expect(lines(card).filter((line) => line !== 'actions')).toEqual([
    '已交 3/4',
    '合格 1 待改 2 未交 1 迟交 1',
    '未交 1　成员丁',
    '待改 2　成员乙（2 处）、成员丙（检查中）',
    '迟交 1　成员乙',
    '免交 1　成员戊',
    '更新于 1月2日 10:00，有人交稿或撤回时自动更新',
  ]);
});

it('says so when everybody has handed in, and when the collection is over', () => {
  const all = members.map(({ id }) => submission(id, sampleResult()));
  expect([
    cardAt('2026-12-25T10:00', all).tone,
    lines(cardAt('2026-12-25T10:00', all)).includes('全部交齐，辛苦各位！'),
  ]).toEqual(['good', true]);
  expect(cardAt('2027-01-02T10:00', [], { state: 'closed' }).tags.map(({ text }) => text)).toEqual(['已结束']);
});

it('names sixty people at most', () => {
  const collection = sampleCollection('2026-12-31T18:00');
  const now = new Date('2026-12-25T10:00:00+08:00');
  const many = Array.from({ length: 200 }, (_, index) => ({ id: `${index}`, name: `成员${index}` }));
  const card = rosterCard(
    collection,
    readRoster({ collection, members: many, submissions: [], decisions: [], now }),
    now,
  );
  expect(lines(card)[2]).toMatch(/^未交 200　成员0、.*成员59等，另有 140 人$/u);
});
