import { expect, it } from 'vitest';
import { deadlineLine } from './deadline-line.ts';

const deadline = '2026-12-31T10:00:00.000Z';
const line = (now: string, handedIn: { done: number; total: number } | null = null) =>
  deadlineLine({ deadline, timeZone: 'Asia/Shanghai', handedIn }, new Date(now));

it.each([
  ['days before', '2026-12-28T06:00:00Z', ['⏰ 距截止 ', { bold: '12月31日 18:00' }, ' 还有 ', '3 天 4 小时']],
  [
    'hours before',
    '2026-12-31T04:40:00Z',
    ['⏰ 距截止 ', { bold: '12月31日 18:00' }, ' 还有 ', { tinted: '5 小时 20 分', tone: 'warn' }],
  ],
  [
    'seconds before',
    '2026-12-31T09:59:50Z',
    ['⏰ 距截止 ', { bold: '12月31日 18:00' }, ' 还有 ', { tinted: '1 分钟', tone: 'warn' }],
  ],
  ['hours late', '2026-12-31T12:00:00Z', ['⏰ ', { tinted: '已逾期 2 小时', tone: 'bad' }, '（截止 12月31日 18:00）']],
  [
    'in the next year',
    '2027-01-01T10:00:00Z',
    ['⏰ ', { tinted: '已逾期 1 天', tone: 'bad' }, '（截止 2026年12月31日 18:00）'],
  ],
])('the deadline line %s', (_name, now, expected) => {
  expect(line(now)).toEqual(expected);
});

it('tells how many have handed in when the members are known', () => {
  expect(line('2026-12-28T10:00:00Z', { done: 7, total: 12 })).toEqual([
    '⏰ 距截止 ',
    { bold: '12月31日 18:00' },
    ' 还有 ',
    '3 天',
    ' ｜ 本群已交 7/12',
  ]);
});
