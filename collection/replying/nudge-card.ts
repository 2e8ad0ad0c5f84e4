import type { MemberRef } from '../../core/chat-event.ts';
import { localTime } from '../../core/local-time.ts';
import type { Collection } from '../../core/records.ts';
import type { NudgeTone } from '../../core/reminder-policy.ts';
import type { Inline, Reply, ReplyBlock } from '../../core/reply.ts';
import { reply } from '../../report/replying/card-parts.ts';
import { clockText, durationText } from '../../report/replying/deadline-line.ts';
import { dayAt, weekdayName } from '../calendar/civil-day.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { nudgeWords as say } from './nudge-words.ts';

/** What one message says about one collection. */
export interface NudgeCardPart {
  readonly collection: Collection;
  readonly tone: NudgeTone;
  readonly members: readonly MemberRef[];
  /** Ids of those of them who sent what cannot be counted yet, and why. */
  readonly sent?: { readonly unreadable: readonly string[]; readonly unassigned: readonly string[] };
  readonly handedIn: number;
  readonly total: number;
}

/** One message that names several people, or speaks to one in private; with ways to put it off. */
export const nudgeCard = (
  parts: readonly NudgeCardPart[],
  options: { readonly now: Date; readonly calendar: WorkingCalendar; readonly inPrivate: boolean },
): Reply => {
  const tones = new Set(parts.map(({ tone }) => tone));
  const late = tones.has('late') || tones.has('due');
  const value = { collection: parts.map(({ collection }) => collection.id).join(',') };
  const blocks = parts.flatMap((part, index): ReplyBlock[] => [
    ...(index > 0 ? [{ kind: 'divider' as const }] : []),
    { kind: 'text', text: partText(part, options) },
  ]);
  return reply({
    tone: late ? 'bad' : tones.has('hours') || tones.has('soon') ? 'warn' : 'info',
    title: say.title(parts.map(({ collection }) => collection.name)),
    blocks: [
      ...blocks,
      {
        kind: 'actions',
        actions: [
          { id: 'nudge-today', label: say.today, style: 'primary', value },
          { id: 'nudge-snooze', label: say.snooze, value },
          options.inPrivate
            ? { id: 'nudge-in-chat', label: say.inChat, value }
            : { id: 'nudge-private', label: say.inPrivate, value },
        ],
      },
    ],
  });
};

const partText = (
  { collection, tone, members, sent, handedIn, total }: NudgeCardPart,
  { now, calendar, inPrivate }: { readonly now: Date; readonly calendar: WorkingCalendar; readonly inPrivate: boolean },
): Inline[] => {
  const deadline = new Date(collection.deadline);
  const { timeZone } = collection;
  const rest = deadline.getTime() - now.getTime();
  const today = dayAt(now, timeZone);
  // Midnight is the end of the day before.
  const lastDay = dayAt(new Date(deadline.getTime() - 1), timeZone);
  const due = {
    name: collection.name,
    date: `${localDate(deadline, timeZone, lastDay === dayAt(deadline, timeZone))}（${weekdayName(lastDay).replace('星期', '周')}）`,
    clock: lastDay === dayAt(deadline, timeZone) ? clockText(deadline, timeZone) : '24:00',
    day: lastDay === today ? say.dayToday : lastDay === today + 1 ? say.dayTomorrow : null,
    workingDays: calendar.workingDaysBetween(today, lastDay),
    rest: rest > 0 ? durationText(rest) : null,
  };
  const words = say.tones[tone];
  const standing = say.standing(handedIn, total);
  const names: Inline[] = inPrivate ? [] : members.flatMap((member): Inline[] => [{ mention: member.id }, ' ']);
  return [
    words.opening(due, inPrivate),
    inPrivate ? '' : standing,
    ...names,
    words.closing(inPrivate),
    ...hints(sent?.unreadable ?? [], say.unreadable(inPrivate)),
    ...hints(sent?.unassigned ?? [], say.unassigned(inPrivate)),
  ].filter((part) => part !== '');

  function hints(ids: readonly string[], hint: string): Inline[] {
    if (ids.length === 0) return [];
    return [' ', ...(inPrivate ? [] : ids.flatMap((id): Inline[] => [{ mention: id }, ' '])), hint];
  }
};

const localDate = (instant: Date, timeZone: string, sameDay: boolean): string => {
  const { month, day } = localTime(sameDay ? instant : new Date(instant.getTime() - 1), timeZone);
  return `${month}月${day}日`;
};
