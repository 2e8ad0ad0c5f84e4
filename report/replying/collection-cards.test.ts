import { expect, it } from 'vitest';
import { rosterCard } from './collection-cards.ts';

const deadline = '2026-12-31T10:00:00Z';
const timeZone = 'Asia/Shanghai';

it('a roster counts, names who is missing without calling them, and tells the time left', () => {
  const view = {
    deadline: { deadline, timeZone, handedIn: null },
    total: 4,
    passed: [{ id: 'ou_1', name: '成员甲' }],
    toMend: [{ id: 'ou_2', name: '成员乙' }],
    missing: [{ id: 'ou_3', name: '成员丙' }, { id: 'ou_4' }],
  };
  expect(rosterCard(view, new Date('2026-12-28T06:00:00Z'))).toEqual({
    tone: 'info',
    title: '收稿进度',
    tags: [],
    blocks: [
      {
        kind: 'progress',
        label: '已交',
        done: 2,
        total: 4,
        parts: [
          { label: '合格', count: 1, tone: 'good' },
          { label: '待改', count: 1, tone: 'warn' },
          { label: '未交', count: 2, tone: 'plain' },
        ],
      },
      { kind: 'text', text: ['未交 2：成员丙、（未署名）'] },
      { kind: 'text', text: ['待改 1：成员乙'] },
      { kind: 'divider' },
      { kind: 'text', text: ['⏰ 距截止 ', { bold: '12月31日 18:00' }, ' 还有 ', '3 天 4 小时'] },
    ],
  });
});

it('a complete roster says so', () => {
  const view = { deadline: null, total: 1, passed: [{ id: 'ou_1', name: '成员甲' }], toMend: [], missing: [] };
  expect(rosterCard(view, new Date())).toEqual({
    tone: 'good',
    title: '收稿进度',
    tags: [],
    blocks: [
      {
        kind: 'progress',
        label: '已交',
        done: 1,
        total: 1,
        parts: [
          { label: '合格', count: 1, tone: 'good' },
          { label: '待改', count: 0, tone: 'warn' },
          { label: '未交', count: 0, tone: 'plain' },
        ],
      },
      { kind: 'text', text: [{ tinted: '全部交齐，辛苦各位！', tone: 'good' }] },
    ],
  });
});
