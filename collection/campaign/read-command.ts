import type { MemberRef } from '../../core/chat-event.ts';
import { localTime } from '../../core/local-time.ts';
import type { Audience } from '../../core/records.ts';
import type { PartCues, ReportKind } from '../../core/report-kind.ts';
import type { Span } from '../../core/span.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { readDatePhrase } from '../dates/date-phrase.ts';
import { readRequirements, requirementsOf } from '../requirements/read-requirements.ts';
import { readAudience } from './audience.ts';
import { type CollectionDraft, understoodRequirements } from './draft.ts';

export interface CommandContext {
  readonly now: Date;
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
  readonly kinds: readonly ReportKind[];
  readonly parts: readonly PartCues[];
  /** Everybody mentioned in the message but the bot, in the order of the text. */
  readonly mentions: readonly MemberRef[];
  readonly mentionsAll: boolean;
  /** Members of the chat, for names without @; empty when they are not known. */
  readonly members: readonly MemberRef[];
}

const MAX_COMMAND = 2000;
const MAX_NAME = 60;
const verbs =
  /^(?:请|麻烦|帮(?:我|忙)?|现在|开始|发起|新建|创建|现|统一)*\s*(?:收集|征集|收取|催收|催交|收一下|收缴|收|报送|提交|上交|交)(?:一下|一份|一次|各位|大家|每人)?(?:的)?[:：\s]*/u;
const NAME_END = /(?:报告|总结|材料|汇报|述职|小结|清单|台账|方案|计划|提纲|自评|表|稿)/u;

/**
 * Reads 收集2026年度述职述廉报告，12月31日18:00前，3000字以内，@成员甲 @成员乙: what is to be handed in, by when, by whom, and what
 * is asked of it. `argument` may begin with the verb or without it; at most 2,000 characters are read. Pure.
 */
export const readCollectionCommand = (argument: string, context: CommandContext): CollectionDraft => {
  const text = argument.slice(0, MAX_COMMAND);
  const date = readDatePhrase(withoutYears(text), context.now, context.timeZone, context.calendar);
  const people = readAudience(text, context);
  const fields = readRequirements(text, {
    kinds: context.kinds,
    parts: context.parts,
    presentYear: localTime(context.now, context.timeZone).year,
  });
  const name = readName(text, date.ok ? date.span : null);
  const audience: Audience = people.audience ?? { mode: 'all', chosen: [], exempt: [] };
  return {
    name: name?.words ?? null,
    requirements: requirementsOf(fields),
    audience,
    deadline: date.ok ? date.instant : null,
    understood: [
      ...(name === null ? [] : [{ field: 'name' as const, words: name.words, confidence: name.confidence }]),
      ...(date.ok
        ? [
            {
              field: 'deadline' as const,
              words: text.slice(date.span.start, date.span.end).trim(),
              confidence: date.question === null ? 0.95 : 0.6,
            },
          ]
        : []),
      ...(people.words === null ? [] : [{ field: 'audience' as const, words: people.words, confidence: 0.95 }]),
      ...understoodRequirements(fields, text),
    ],
    missing: [
      ...(name === null ? [{ field: 'name' as const, ask: '收什么？例如：收集 2026年度述职述廉报告' }] : []),
      ...(date.ok ? [] : [{ field: 'deadline' as const, ask: date.reason }]),
    ],
    questions: date.ok && date.question !== null ? [date.question] : [],
    notes: [
      ...(date.ok ? date.assumed : []),
      ...(people.audience === null ? ['没有写谁要交，按全员算'] : []),
      ...people.unknown.map((who) => `群里没有找到“${who}”，请用 @ 选人`),
    ],
  };
};

/** 2026年度 is no date, and would only stand in the way of one. */
const withoutYears = (text: string): string => text.replace(/(?:20)?\d{2}年度/gu, (words) => ' '.repeat(words.length));

/** The words that name what is collected: the first clause without verb, date and people. */
const readName = (text: string, date: Span | null): { words: string; confidence: number } | null => {
  const cleared = (
    date === null
      ? text
      : `${text.slice(0, date.start)}，${text.slice(date.end).replace(/^\s*(?:之前|以前|前|截止|内)/u, '')}`
  ).replace(/@\S+/gu, ' ');
  const book = /《([^》\n]{2,60})》/u.exec(cleared);
  if (book?.[1] !== undefined) return { words: book[1].trim(), confidence: 0.95 };
  for (const clause of cleared.split(/[，,。；;\n！!]/u)) {
    const words = clause
      .replace(verbs, '')
      .replace(/^(?:截止|截至|在|于|请|把|将)+/u, '')
      .replace(verbs, '')
      .replace(/\s+(?:全员|全体|所有人|每人|大家).{0,10}$/u, '')
      .trim();
    if (words.length < 2 || /^(?:全员|所有人|全体|除|格式|命名|不超过|不少于|字数|\d+字)/u.test(words)) continue;
    if (NAME_END.test(words))
      return { words: words.slice(0, MAX_NAME).replace(/(?:的)?(?:通知|啦|了|吧|。)$/u, ''), confidence: 0.9 };
  }
  return null;
};
