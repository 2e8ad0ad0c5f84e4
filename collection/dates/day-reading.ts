import type { Day } from '../calendar/civil-day.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';

/** What a phrase is read against. */
export interface DateContext {
  readonly now: Date;
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
  readonly today: Day;
  readonly year: number;
  readonly month: number;
}

/** A day named by some words; `clock` where the words imply one (minutes since midnight). */
export interface DayReading {
  readonly kind: 'explicit' | 'day-only' | 'weekday' | 'relative';
  readonly day: Day;
  /** An exact instant (48小时内): day and clock say nothing then. */
  readonly instant?: Date;
  readonly clock?: number;
  /** Chinese clauses: what was taken for granted. */
  readonly assumed?: readonly string[];
  /** A question to the organiser, with the days it may be; the first is `day`. */
  readonly question?: { readonly text: string; readonly days: readonly Day[] };
  /** A month and day without a year: it may be last year's or next year's. */
  readonly yearGuessed?: boolean;
}

export type DayOutcome = DayReading | { readonly impossible: string };

/** Finds one way of naming a day; `pattern` is global and runs on folded text. */
export interface DayReader {
  readonly pattern: RegExp;
  read(match: RegExpExecArray, context: DateContext): DayOutcome | null;
}
