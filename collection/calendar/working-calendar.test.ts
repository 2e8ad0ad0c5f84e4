import { describe, expect, it } from 'vitest';
import { type OfficeHours, officeHoursSchema } from '../../core/office-hours.ts';
import { dayOfIso, isoDay, weekdayName } from './civil-day.ts';
import { holidaySpan } from './statutory-days.ts';
import { workingCalendar } from './working-calendar.ts';

const hours: OfficeHours = officeHoursSchema.parse({
  working: [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '18:00' },
  ],
  deadline: '18:00',
  evening: '22:00',
  restDays: ['2027-02-08'],
  workDays: ['2027-02-07'],
});
const calendar = workingCalendar(hours);
const zone = 'Asia/Shanghai';

describe('a working day', () => {
  it.each([
    ['2026-11-20', '星期五', true],
    ['2026-11-21', '星期六', false],
    ['2026-10-01', '星期四', false],
    ['2026-10-07', '星期三', false],
    ['2026-10-08', '星期四', true],
    ['2026-10-10', '星期六', true],
    ['2026-09-20', '星期日', true],
    ['2026-02-14', '星期六', true],
    ['2026-02-23', '星期一', false],
    ['2026-01-04', '星期日', true],
    ['2027-02-07', '星期日', true],
    ['2027-02-08', '星期一', false],
    ['2027-10-01', '星期五', true],
  ])('%s, a %s: %s', (day, weekday, worked) => {
    expect([weekdayName(dayOfIso(day)), calendar.isWorkingDay(dayOfIso(day))]).toEqual([weekday, worked]);
  });

  it('says which years it knows', () => {
    expect([2025, 2026, 2031].map(calendar.knowsYear)).toEqual([true, true, false]);
  });

  it.each([
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-10-10', 1, '2026-10-12'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-12-31', -3, '2026-12-28'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-20', 0, '2026-11-20'],
  ])('%s and %i working days is %s', (day, count, result) => {
    expect(isoDay(calendar.addWorkingDays(dayOfIso(day), count))).toBe(result);
  });

  it('counts working days after one day up to another', () => {
    expect(calendar.workingDaysBetween(dayOfIso('2026-09-30'), dayOfIso('2026-10-12'))).toBe(4);
  });
});

describe('working time', () => {
  it.each([
    ['2026-11-20T07:00:00Z', '2026-11-20T07:00:00Z', 'a Friday afternoon is one'],
    ['2026-11-20T00:30:00Z', '2026-11-20T01:00:00Z', 'before 上班'],
    ['2026-11-20T04:10:00Z', '2026-11-20T06:00:00Z', 'at noon'],
    ['2026-11-20T10:00:00Z', '2026-11-23T01:00:00Z', '下班 on Friday'],
    ['2026-09-30T11:00:00Z', '2026-10-08T01:00:00Z', 'the evening before the holiday'],
    ['2026-10-10T02:00:00Z', '2026-10-10T02:00:00Z', 'a make-up Saturday'],
  ])('%s leads to %s: %s', (from, to) => {
    expect(calendar.workingTimeFrom(new Date(from), zone)).toEqual(new Date(to));
    expect(calendar.isWorkingTime(new Date(from), zone)).toBe(from === to);
  });
});

describe('a holiday', () => {
  it.each([
    ['国庆节', 2026, '2026-10-01', '2026-10-07', true],
    ['春节', 2026, '2026-02-15', '2026-02-23', true],
    ['春节', 2031, '2031-01-22', '2031-01-29', false],
    ['清明', 2031, '2031-04-05', '2031-04-05', false],
    ['中秋', 2031, '2031-10-01', '2031-10-01', false],
  ] as const)('%s %i lasts from %s to %s', (name, year, first, last, announced) => {
    const span = holidaySpan(name, year);
    expect([isoDay(span.first), isoDay(span.last), span.announced]).toEqual([first, last, announced]);
  });
});
