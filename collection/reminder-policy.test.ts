import { expect, it } from 'vitest';
import type { Collection } from '../core/records.ts';
import { dueSlots } from './reminder-policy.ts';

const collection = (state: Collection['state'] = 'open', deadline = '2026-12-31T18:00:00+08:00'): Collection => ({
  id: 'c1',
  platform: 'feishu',
  chatId: 'oc_1',
  name: '年度报告',
  requirements: {},
  audience: { mode: 'all', chosen: [], exempt: [] },
  deadline,
  timeZone: 'Asia/Shanghai',
  policy: 'default',
  organisers: [],
  state,
  createdBy: 'ou_1',
  createdAt: '2026-12-01T00:00:00Z',
});

it.each([
  ['a moment before the last day nothing', collection(), '2026-12-30T09:59:59Z', []],
  ['a day before one nudge', collection(), '2026-12-30T10:00:00Z', ['T-1d-202612311000']],
  ['shortly before the deadline the same nudge', collection(), '2026-12-31T09:59:59Z', ['T-1d-202612311000']],
  ['at the deadline nothing', collection(), '2026-12-31T10:00:00Z', []],
  ['for a closed collection nothing', collection('closed'), '2026-12-31T09:00:00Z', []],
  [
    'after a move of the deadline another nudge',
    collection('open', '2027-01-07T18:00:00+08:00'),
    '2027-01-06T12:00:00Z',
    ['T-1d-202701071000'],
  ],
])('%s is due', (_name, due, now, slots) => {
  expect(dueSlots(due, new Date(now))).toEqual(slots);
});
