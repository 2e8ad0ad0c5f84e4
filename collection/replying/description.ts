import type { MemberRef } from '../../core/chat-event.ts';
import type { Collection, CollectionDraft } from '../../core/records.ts';
import type { Inline, LeafBlock } from '../../core/reply.ts';
import type { PartCues, ReportKind, Requirements } from '../../core/report-kind.ts';
import { clockText, dateText, durationText } from '../../report/replying/deadline-line.ts';
import { say } from '../../report/replying/wording.ts';
import { dayAt, weekdayName } from '../calendar/civil-day.ts';
import { fileNameText } from '../file-name-pattern.ts';
import { namesText, tell } from './wording.ts';

/** Labels are made equally wide, in characters. */
const LABEL = 4;

/** What is told of a collection, or of a draft of one. */
export type Described = Pick<Collection, 'name' | 'requirements' | 'audience' | 'timeZone'> & {
  readonly deadline: string | null;
  readonly state?: Collection['state'] | CollectionDraft['state'];
};

/** Names behind the ids in a collection. */
export interface Names {
  readonly kinds: readonly Pick<ReportKind, 'id' | 'name'>[];
  readonly parts: readonly Pick<PartCues, 'part' | 'name'>[];
  /** Members of the chat, null when they are not known. */
  readonly members: readonly MemberRef[] | null;
}

export const kindName = (kinds: Names['kinds'], id: string | undefined): string =>
  kinds.find((kind) => kind.id === id)?.name ?? tell.anyKind;

export const memberNames = (people: readonly MemberRef[], members: Names['members']): string[] =>
  people.map((one) => one.name ?? members?.find((member) => member.id === one.id)?.name ?? say.nameless);

/** 12月31日（星期四）18:00 */
export const weekdayDateText = (instant: Date, now: Date, timeZone: string): string => {
  const date = dateText(instant, now, timeZone).replace(/ .*$/u, '');
  return `${date}（${weekdayName(dayAt(instant, timeZone))}）${clockText(instant, timeZone)}`;
};

export const audienceText = ({ mode, chosen, exempt }: Collection['audience'], members: Names['members']): string => {
  if (mode === 'chosen') {
    const asked = chosen.filter((one) => !exempt.some(({ id }) => id === one.id));
    return tell.chosen(namesText(memberNames(asked, members)), asked.length);
  }
  const out = new Set(exempt.map(({ id }) => id));
  const count = members === null ? null : members.filter(({ id }) => !out.has(id)).length;
  if (exempt.length === 0) return tell.everybody(count);
  return tell.everybodyBut(namesText(memberNames(exempt, members)), count);
};

/** Length and share of problems; parts, formats and file names have lines of their own. */
const demandsText = ({ minCharacters, maxCharacters, problemShare }: Requirements): string =>
  [
    minCharacters === undefined && maxCharacters === undefined ? '' : tell.characters(minCharacters, maxCharacters),
    problemShare === undefined ? '' : tell.problemShare(problemShare),
  ]
    .filter((words) => words !== '')
    .join('；');

const partsText = ({ parts = [] }: Requirements, names: Names): string =>
  parts.map((part) => names.parts.find((cues) => cues.part === part)?.name ?? part).join('、');

const leftOf = (rest: number): string => `，${rest > 0 ? tell.left(durationText(rest)) : tell.over}`;

/** Everything understood, a line each, in the order people ask for it. */
export const descriptionBlock = (described: Described, names: Names, now: Date): LeafBlock => {
  const { requirements, deadline, timeZone } = described;
  const at = deadline === null ? null : new Date(deadline);
  const rest = at === null ? 0 : at.getTime() - now.getTime();
  const kind = kindName(names.kinds, requirements.kind);
  const lines: [string, string][] = [
    [tell.kind, requirements.year === undefined ? kind : `${kind}（${tell.year(requirements.year)}）`],
    [tell.audience, audienceText(described.audience, names.members)],
    [tell.demands, demandsText(requirements)],
    [tell.contents, partsText(requirements, names)],
    [tell.formats, (requirements.formats ?? []).map((format) => `.${format}`).join('、')],
    [tell.fileName, requirements.fileName === undefined ? '' : fileNameText(requirements.fileName)],
  ];
  const due: Inline[] =
    at === null
      ? [{ tinted: tell.noDeadline, tone: 'bad' }]
      : [{ bold: weekdayDateText(at, now, timeZone) }, described.state === 'closed' ? '' : leftOf(rest)];
  const shown: [string, Inline[]][] = [
    [tell.deadline, due],
    ...lines.filter(([, words]) => words !== '').map(([label, words]): [string, Inline[]] => [label, [words]]),
  ];
  return {
    kind: 'text',
    text: shown.flatMap(([label, words], index): Inline[] => [
      ...(index === 0 ? [] : ['\n']),
      { faint: label.padEnd(LABEL, '　') },
      ...words,
    ]),
  };
};
