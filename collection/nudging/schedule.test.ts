import { describe, expect, it } from 'vitest';
import { officeHoursSchema } from '../../core/office-hours.ts';
import { type Collection, collectionSchema } from '../../core/records.ts';
import { reminderPolicySchema } from '../../core/reminder-policy.ts';
import { workingCalendar } from '../calendar/working-calendar.ts';
import { currentNudge, scheduleOf } from './schedule.ts';

const calendar = workingCalendar(
  officeHoursSchema.parse({
    working: [
      { from: '09:00', to: '12:00' },
      { from: '14:00', to: '18:00' },
    ],
    deadline: '18:00',
    evening: '22:00',
  }),
);
const policy = reminderPolicySchema.parse({
  id: 'default',
  name: '常规提醒',
  steps: [
    { slot: 'T-3wd', when: { workingDaysBefore: 3, at: '09:30' }, tone: 'early' },
    { slot: 'T-1d', when: { daysBefore: 1, at: '09:30' }, tone: 'soon' },
    { slot: 'T-2h', when: { minutesBefore: 120 }, tone: 'hours' },
    { slot: 'due', when: { minutesBefore: 0 }, tone: 'due' },
    { slot: 'late', when: { eachWorkingMorning: '09:00', atMost: 3 }, tone: 'late' },
  ],
  jitter: { from: 7, to: 7 },
});
const collection = (deadline: string, createdAt = '2026-01-01T00:00:00+08:00'): Collection =>
  collectionSchema.parse({
    id: 'c1',
    platform: 'feishu',
    chatId: 'oc_1',
    name: '年度报告',
    requirements: {},
    audience: { mode: 'all' },
    deadline: `${deadline}:00+08:00`,
    organisers: [],
    state: 'open',
    createdBy: 'ou_1',
    createdAt,
  });
const shown = (instant: Date): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');

describe('a schedule', () => {
  it.each([
    [
      '2026-11-26T17:30',
      ['T-3wd 11-23 09:37', 'T-1d 11-25 09:37', 'T-2h 11-26 15:37', 'due 11-26 17:37'],
      'a Thursday',
    ],
    ['2026-11-26T18:00', ['T-3wd 11-23 09:37', 'T-1d 11-25 09:37', 'T-2h 11-26 16:07', 'due 11-27 09:07'], 'at 下班'],
    ['2026-11-26T13:00', ['T-3wd 11-23 09:37', 'T-1d 11-25 09:37', 'T-2h 11-26 11:07', 'due 11-26 14:07'], 'at noon'],
    ['2026-11-26T09:10', ['T-3wd 11-23 09:37', 'T-1d 11-25 09:37', 'T-2h 11-26 09:05', 'due 11-26 09:17'], 'early'],
    ['2026-11-27T00:00', ['T-3wd 11-23 09:37', 'T-1d 11-25 09:37', 'T-2h 11-26 14:07', 'due 11-27 09:07'], 'midnight'],
    ['2026-11-23T17:30', ['T-3wd 11-18 09:37', 'T-1d 11-23 09:07', 'T-2h 11-23 15:37', 'due 11-23 17:37'], 'a Monday'],
    ['2026-11-22T18:00', ['T-3wd 11-18 09:37', 'T-1d 11-20 09:37', 'T-2h 11-20 16:07', 'due 11-23 09:07'], 'a Sunday'],
    [
      '2026-10-08T17:30',
      ['T-3wd 09-28 09:37', 'T-1d 10-08 09:07', 'T-2h 10-08 15:37', 'due 10-08 17:37'],
      'after a holiday',
    ],
    [
      '2026-10-10T17:30',
      ['T-3wd 09-30 09:37', 'T-1d 10-09 09:37', 'T-2h 10-10 15:37', 'due 10-10 17:37'],
      'a make-up Saturday',
    ],
  ])('for %s is %j: %s', (deadline, expected) => {
    const schedule = scheduleOf(collection(deadline), policy, calendar);
    expect(schedule.map(({ step, sendAt }) => `${step.slot} ${shown(sendAt)}`)).toEqual(expected);
  });

  it('leaves out what lies before the collection began', () => {
    const late = collection('2026-11-26T17:30', '2026-11-25T10:00:00+08:00');
    expect(scheduleOf(late, policy, calendar).map(({ slot }) => slot)).toEqual([
      'T-2h-202611260930',
      'due-202611260930',
    ]);
  });
});

describe('the nudge that stands', () => {
  const standing = (deadline: string, now: string) =>
    currentNudge(collection(deadline), policy, calendar, new Date(`${now}:00+08:00`))?.slot ?? null;
  it.each([
    ['2026-11-23T09:36', null],
    ['2026-11-23T09:37', 'T-3wd-202611260930'],
    ['2026-11-25T09:36', 'T-3wd-202611260930'],
    ['2026-11-26T15:37', 'T-2h-202611260930'],
    ['2026-11-26T17:36', 'T-2h-202611260930'],
    ['2026-11-26T17:37', 'due-202611260930'],
    ['2026-11-27T09:06', 'due-202611260930'],
    ['2026-11-27T09:07', 'late-2026-11-27'],
    ['2026-11-29T12:00', 'late-2026-11-27'],
    ['2026-11-30T09:07', 'late-2026-11-30'],
    ['2026-12-01T09:07', 'late-2026-12-01'],
    ['2026-12-02T09:07', null],
  ])('at %s is %s', (now, slot) => {
    expect(standing('2026-11-26T17:30', now)).toBe(slot);
  });
});
