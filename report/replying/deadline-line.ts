import { localTime } from '../../core/local-time.ts';
import type { Inline } from '../../core/reply.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 12月31日 18:00, with the year when it is not the present one. */
export const dateText = (instant: Date, now: Date, timeZone: string): string => {
  const time = localTime(instant, timeZone);
  const year = time.year === localTime(now, timeZone).year ? '' : `${time.year}年`;
  return `${year}${time.month}月${time.day}日 ${clockText(instant, timeZone)}`;
};

export const clockText = (instant: Date, timeZone: string): string => {
  const time = localTime(instant, timeZone);
  return `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
};

/** 3 天 4 小时, 5 小时 20 分, 8 分钟; never less than a minute. */
export const durationText = (milliseconds: number): string => {
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分` : `${hours} 小时`;
  return `${Math.max(1, minutes)} 分钟`;
};

export interface DeadlineView {
  /** ISO instant. */
  readonly deadline: string;
  readonly timeZone: string;
  /** How many of how many have handed in; null when the members are not known yet. */
  readonly handedIn: { readonly done: number; readonly total: number } | null;
}

/** ⏰ 距截止 12月31日 18:00 还有 3 天 4 小时 ｜ 本群已交 7/12 */
export const deadlineLine = (view: DeadlineView, now: Date): Inline[] => {
  const deadline = new Date(view.deadline);
  const rest = deadline.getTime() - now.getTime();
  const date = dateText(deadline, now, view.timeZone);
  const line: Inline[] =
    rest > 0
      ? [
          '⏰ 距截止 ',
          { bold: date },
          ' 还有 ',
          rest < DAY ? { tinted: durationText(rest), tone: 'warn' } : durationText(rest),
        ]
      : ['⏰ ', { tinted: `已逾期 ${durationText(-rest)}`, tone: 'bad' }, `（截止 ${date}）`];
  if (view.handedIn !== null) line.push(` ｜ 本群已交 ${view.handedIn.done}/${view.handedIn.total}`);
  return line;
};
