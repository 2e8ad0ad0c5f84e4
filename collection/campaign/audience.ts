import type { MemberRef } from '../../core/chat-event.ts';
import type { Audience } from '../../core/records.ts';

export interface AudienceReading {
  /** null: the words do not say. */
  readonly audience: Audience | null;
  readonly words: string | null;
  /** Names that are nobody's in the chat. */
  readonly unknown: readonly string[];
}

export interface People {
  readonly mentions: readonly MemberRef[];
  readonly mentionsAll: boolean;
  readonly members: readonly MemberRef[];
}

const everybody = /全员|全体(?:成员|人员|同志|干部|党员)?|所有(?:人|成员|同志)|每(?:个)?人|人人|@所有人|@all|大家都?/iu;
/** 除…外, 不含…, …除外, …免交. */
const exceptions: readonly RegExp[] = [
  /除(?:了)?([^，,。；;\n]{1,200}?)(?:之?以?外|外)/gu,
  /(?:不含|不包括|不用|排除)([^，,。；;\n]{1,200})/gu,
  /((?:@\S+\s*[、和及]?\s*)+)(?:除外|免交|不用交|不交|请假)/gu,
];

/** Who must hand in: @people, 全员, 除@成员丙外. Names without @ count where they are a member's. */
export const readAudience = (text: string, people: People): AudienceReading => {
  const mentioned = placed(text, people.mentions);
  const exempt: MemberRef[] = [];
  const unknown: string[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const pattern of exceptions) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (spans.some(({ start, end }) => span.start < end && start < span.end)) continue;
      const within = mentioned.filter(({ at }) => at >= span.start && at < span.end).map(({ member }) => member);
      const named = within.length > 0 ? { found: within, unknown: [] } : byName(match[1] ?? '', people.members);
      if (named.found.length === 0 && named.unknown.length === 0) continue;
      spans.push(span);
      exempt.push(...named.found);
      unknown.push(...named.unknown);
    }
  }
  const outside = (at: number): boolean => !spans.some(({ start, end }) => at >= start && at < end);
  const chosen = unique(mentioned.filter(({ at }) => outside(at)).map(({ member }) => member));
  const all = everybody.exec(text);
  const words = [all?.[0] ?? '', ...spans.map(({ start, end }) => text.slice(start, end))].filter(
    (each) => each !== '',
  );
  if (all !== null || people.mentionsAll || (chosen.length === 0 && spans.length > 0))
    return {
      audience: { mode: 'all', chosen: [], exempt: unique(exempt) },
      words: words.join('，') || '@所有人',
      unknown,
    };
  if (chosen.length > 0)
    return {
      audience: { mode: 'chosen', chosen, exempt: unique(exempt) },
      words: chosen.map(({ id, name }) => `@${name ?? id}`).join(' '),
      unknown,
    };
  return { audience: null, words: null, unknown };
};

/** Where each mention stands: the n-th @name of the text. */
const placed = (text: string, mentions: readonly MemberRef[]): { member: MemberRef; at: number }[] => {
  let from = 0;
  return mentions.map((member) => {
    const named = member.name === undefined ? -1 : text.indexOf(`@${member.name}`, from);
    const at = named >= 0 ? named : Math.max(text.indexOf('@', from), 0);
    from = at + 1;
    return { member, at };
  });
};

const byName = (words: string, members: readonly MemberRef[]): { found: MemberRef[]; unknown: string[] } => {
  const names = words
    .split(/[、，,\s和及与]+/u)
    .map((name) => name.replace(/^@|(?:同志|主任|书记|局长|科长|老师)$/gu, ''))
    .filter((name) => name.length >= 2 && name.length <= 20);
  const found = members.filter((member) => member.name !== undefined && names.includes(member.name));
  return { found, unknown: names.filter((name) => !found.some((member) => member.name === name)) };
};

const unique = (members: readonly MemberRef[]): MemberRef[] => [
  ...new Map(members.map((member) => [member.id, member])).values(),
];
