import { type Day, dayText, mondayOf, weekdayName, weekdayOf } from '../calendar/civil-day.ts';
import type { DateContext, DayReader } from './day-reading.ts';

const distances: Readonly<Record<string, number>> = { 昨: -1, 前: -2, 今: 0, 当: 0, 明: 1, 后: 2, 大后: 3 };
const WEEKDAYS = '一二三四五六日';

/** 今天, 明晚, 后天, 大后天; 晚 and 早 are left to the clock. */
const near: DayReader = {
  pattern: /(大后|[今明后昨])(?:天|日(?!常)|(?=[晚早晨]))|当[日天]/gu,
  read: (match, context) => {
    const distance = distances[match[1] ?? '当'];
    if (distance === undefined) return null;
    const day = context.today + distance;
    return { kind: 'relative', day };
  },
};

/** 周五, 本周五, 下周一, 下下周三, 上周五, 周日; 每周五 is no day. */
const weekday: DayReader = {
  pattern: /(?<!每个?)(本|这个?|这一|下下个?|下个?|上个?)?(?:周|星期|礼拜)([一二三四五六日天])(?!期|年|月)/gu,
  read: (match, context) => {
    const [words, which, name = ''] = match;
    const wanted = WEEKDAYS.indexOf(name.replace('天', '日'));
    const monday = mondayOf(context.today);
    if (which !== undefined) {
      const weeks = which.startsWith('下下') ? 2 : which.startsWith('下') ? 1 : which.startsWith('上') ? -1 : 0;
      return { kind: 'relative', day: monday + weeks * 7 + wanted };
    }
    const day = monday + wanted + (wanted < weekdayOf(context.today) ? 7 : 0);
    return { kind: 'weekday', day, question: askDay(words, [day, day + 7], context) };
  },
};

/** 本周内, 这周, 下周, 周末, 本周末: which day is left open. */
const week: DayReader = {
  pattern: /(本|这个?|这一|下个?)(?:周|星期|礼拜)(末|内|之内|底)?(?![一二三四五六日天年期])|(?<![本这个一下上])周末/gu,
  read: (match, context) => {
    const [words, which = '', what = ''] = match;
    const monday = mondayOf(context.today) + (which.startsWith('下') ? 7 : 0);
    if (words.endsWith('末')) {
      const [saturday, sunday] = [monday + 5, monday + 6];
      return { kind: 'relative', day: sunday, question: askDay(words, [sunday, saturday], context) };
    }
    const last = lastWorkingDay(monday, context);
    return { kind: 'relative', day: last, question: askDay(`${which}周${what}`, [last, monday + 6], context) };
  },
};

const lastWorkingDay = (monday: Day, context: DateContext): Day => {
  for (let day = monday + 6; day >= monday; day -= 1) if (context.calendar.isWorkingDay(day)) return day;
  return monday + 4;
};

/** 您说的“周五”是 11月27日（星期五）吗？ */
export const askDay = (words: string, days: readonly Day[], context: DateContext) => ({
  text: `您说的“${words}”是 ${dayText(days[0] ?? 0, context.year)}（${weekdayName(days[0] ?? 0)}）吗？`,
  days,
});

export const nearDays: readonly DayReader[] = [near, weekday, week];
