import type { MemberRef } from '../../core/chat-event.ts';
import type { Inline, Reply, ReplyBlock } from '../../core/reply.ts';
import { reply } from './card-parts.ts';
import { type DeadlineView, deadlineLine } from './deadline-line.ts';
import { say } from './wording.ts';

const rosterButton = { id: 'roster', label: say.rosterButton };
const helpButton = { id: 'help', label: say.helpButton };

/** `lines` are what there is to say to this chat besides. */
export const greetingCard = (lines: readonly string[] = []): Reply =>
  reply({
    tone: 'info',
    title: say.greetingTitle,
    blocks: [
      { kind: 'text', text: [say.greeting] },
      { kind: 'list', items: say.greetingHow.map((line) => ({ text: [line] })) },
      ...lines.map((line) => ({ kind: 'text' as const, text: [{ bold: line }] })),
      { kind: 'actions', actions: [helpButton] },
    ],
  });

/** `usages` are the commands' own lines; `unknown` when the bot did not understand, `perhaps` what was meant to be said. */
export const helpCard = (
  usages: readonly string[],
  options: { readonly unknown: boolean; readonly perhaps: string | null },
): Reply =>
  reply({
    tone: 'info',
    title: say.helpTitle,
    blocks: [
      ...(options.unknown
        ? [
            {
              kind: 'text' as const,
              text: [options.perhaps === null ? say.unknown : say.unknownPerhaps(options.perhaps)],
            },
          ]
        : []),
      linesOf([say.helpUpload, ...usages.filter((line) => !line.endsWith(say.forOrganisers))]),
      ...(usages.some((line) => line.endsWith(say.forOrganisers)) ? [organisersFold(usages)] : []),
      { kind: 'actions', actions: [rosterButton] },
    ],
  });

const linesOf = (lines: readonly string[]) => ({
  kind: 'list' as const,
  tone: 'plain' as const,
  numbered: false,
  items: lines.map((line) => ({ text: [line] })),
});

const organisersFold = (usages: readonly string[]) => ({
  kind: 'fold' as const,
  title: say.helpOrganisers,
  blocks: [
    linesOf(
      usages.filter((line) => line.endsWith(say.forOrganisers)).map((line) => line.slice(0, -say.forOrganisers.length)),
    ),
  ],
});

/** A short answer of one or more lines. */
export const noteCard = (tone: Reply['tone'], title: string, lines: readonly (string | readonly Inline[])[]): Reply =>
  reply({
    tone,
    title,
    blocks: lines.map((line) => ({ kind: 'text', text: typeof line === 'string' ? [line] : [...line] })),
  });

export interface RosterView {
  readonly deadline: DeadlineView | null;
  readonly total: number;
  /** Handed in and without anything that must be mended. */
  readonly passed: readonly MemberRef[];
  /** Handed in with something that must be mended, or not checked yet. */
  readonly toMend: readonly MemberRef[];
  readonly missing: readonly MemberRef[];
}

/** 收稿进度: how many, who not yet, who has to mend. Names are not @-mentioned here. */
export const rosterCard = (view: RosterView, now: Date): Reply => {
  const done = view.passed.length + view.toMend.length;
  const blocks: ReplyBlock[] = [
    {
      kind: 'progress',
      label: say.rosterProgress,
      done,
      total: view.total,
      parts: [
        { label: say.rosterPassed, count: view.passed.length, tone: 'good' },
        { label: say.rosterMending, count: view.toMend.length, tone: 'warn' },
        { label: say.rosterStillMissing, count: view.missing.length, tone: 'plain' },
      ],
    },
  ];
  if (view.missing.length > 0) blocks.push({ kind: 'text', text: [say.rosterMissing(view.missing.map(nameOf))] });
  else if (view.total > 0) blocks.push({ kind: 'text', text: [{ tinted: say.rosterAllIn, tone: 'good' }] });
  if (view.toMend.length > 0) blocks.push({ kind: 'text', text: [say.rosterToMend(view.toMend.map(nameOf))] });
  if (view.deadline !== null) {
    blocks.push({ kind: 'divider' }, { kind: 'text', text: deadlineLine({ ...view.deadline, handedIn: null }, now) });
  }
  return reply({ tone: view.missing.length === 0 ? 'good' : 'info', title: say.rosterTitle, blocks });
};

const nameOf = (member: MemberRef): string => member.name ?? say.nameless;
