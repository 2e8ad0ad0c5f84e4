import { describe, expect, it } from 'vitest';
import { instantOf, localTime } from './local-time.ts';

describe('local time', () => {
  it.each([
    ['2026-12-31T10:00:00Z', 'Asia/Shanghai', { year: 2026, month: 12, day: 31, hour: 18, minute: 0, weekday: 4 }],
    ['2026-12-31T16:30:00Z', 'Asia/Shanghai', { year: 2027, month: 1, day: 1, hour: 0, minute: 30, weekday: 5 }],
    ['2026-07-01T12:00:00Z', 'Europe/Berlin', { year: 2026, month: 7, day: 1, hour: 14, minute: 0, weekday: 3 }],
  ])('%s is shown in %s and read back', (instant, zone, shown) => {
    expect(localTime(new Date(instant), zone)).toEqual(shown);
    expect(instantOf(shown, zone)).toEqual(new Date(instant));
  });

  it('takes 24:00 as the beginning of the next day', () => {
    expect(instantOf({ year: 2026, month: 12, day: 31, hour: 24, minute: 0 }, 'Asia/Shanghai')).toEqual(
      new Date('2026-12-31T16:00:00Z'),
    );
  });
});
