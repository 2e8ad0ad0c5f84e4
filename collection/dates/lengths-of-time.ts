import { casual } from 'chrono-node/zh/hans';
import { datesParts, dayAt, dayOf, lastDayOfMonth } from '../calendar/civil-day.ts';
import { NUMBER, smallNumber } from './characters.ts';
import type { DayReader } from './day-reading.ts';

const MINUTE = 60_000;
const FROM = '(?:自|从|收到|接到|接|见)?(?:本)?(?:通知|文|发文|发布|下发|即日)(?:之日|当日|发出)?(?:起|后)?的?\\s?';
const assumedStart = (words: string) => (/通知|文|发布|下发/u.test(words) ? { assumed: ['从今天起算'] } : {});

/** 3个工作日内, 收到通知后5个工作日内, 两个工作日后: today is not counted. */
const workingDays: DayReader = {
  pattern: new RegExp(`(?:${FROM})?(${NUMBER})\\s?个?工作日(?:之内|以内|内|之后|以后|后)?`, 'gu'),
  read: (match, context) => {
    const count = smallNumber(match[1] ?? '');
    if (!(count >= 1 && count <= 99)) return null;
    return { kind: 'relative', day: context.calendar.addWorkingDays(context.today, count), ...assumedStart(match[0]) };
  },
};

/** 48小时内, 两个半小时后, 半小时内, 30分钟内: an exact instant. */
const hours: DayReader = {
  pattern:
    /(\d{1,3}|[零一二三四五六七八九十廿两]{1,3})?\s?个?(半)?个?(小时|钟头|分钟|刻钟)(?:之内|以内|内|之后|以后|后)/gu,
  read: (match, context) => {
    const [, number, half, unit] = match;
    if (number === undefined && half === undefined) return null;
    const count = (number === undefined ? 0 : smallNumber(number)) + (half === undefined ? 0 : 0.5);
    const minutes = count * (unit === '分钟' ? 1 : unit === '刻钟' ? 15 : 60);
    if (!(minutes > 0)) return null;
    const instant = new Date(Math.floor((context.now.getTime() + minutes * MINUTE) / MINUTE) * MINUTE);
    return { kind: 'relative', day: dayAt(instant, context.timeZone), instant };
  },
};

/** 一周内, 两星期后. */
const weeks: DayReader = {
  pattern: new RegExp(`(?:${FROM})?(${NUMBER})\\s?个?(?:周|星期|礼拜)(?:之内|以内|内|之后|以后|后)`, 'gu'),
  read: (match, context) => {
    const count = smallNumber(match[1] ?? '');
    return count >= 1 ? { kind: 'relative', day: context.today + count * 7, ...assumedStart(match[0]) } : null;
  },
};

/**
 * 三天后, 5日内, 半年内: whole days are read by chrono, of which only the day is taken (its zh-Hans hours go astray
 * when the zone is not the machine's own).
 */
const days: DayReader = {
  pattern: new RegExp(
    `(?:${FROM})?(?:\\d{1,3}|[零一二三四五六七八九十廿两]{1,3}|半)\\s?个?(?:天|日|年)(?:之内|以内|内|之后|以后|后)`,
    'gu',
  ),
  read: (match, context) => {
    const { year, month, day } = datesParts(context.today);
    const words = match[0]
      .replace(/^.*?(?=\d|[零一二三四五六七八九十廿两]{1,3}\s?个?[天日年]|半)/u, '')
      .replace(/[之以](?=[内后])|\s/gu, '');
    // Noon of the present day in the machine's own zone keeps chrono's arithmetic to whole days.
    const found = casual.parse(words, new Date(year, month - 1, day, 12))[0]?.start;
    const parts = [found?.get('year'), found?.get('month'), found?.get('day')];
    const [y, m, d] = parts;
    if (y == null || m == null || d == null) return null;
    return { kind: 'relative', day: dayOf(y, m, d), ...assumedStart(match[0]) };
  },
};

/** 一个月内, 半个月内, 3个月后; 31 January and a month is the last of February. */
const months: DayReader = {
  pattern: new RegExp(`(?:${FROM})?(?:(${NUMBER})\\s?个(半)?|(半)个)月(?:之内|以内|内|之后|以后|后)`, 'gu'),
  read: (match, context) => {
    const count = match[1] === undefined ? 0 : smallNumber(match[1]);
    const half = match[2] === undefined && match[3] === undefined ? 0 : 15;
    if (!(count >= 0 && count <= 36)) return null;
    const { year, month, day } = datesParts(context.today);
    const target = Math.min(dayOf(year, month + count, day), lastDayOfMonth(year, month + count));
    return { kind: 'relative', day: target + half, ...assumedStart(match[0]) };
  },
};

export const lengthsOfTime: readonly DayReader[] = [workingDays, hours, weeks, months, days];
