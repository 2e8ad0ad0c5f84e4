import type { MemberRef } from '../../core/chat-event.ts';
import type { Reply, ReplyAction, ReplyBlock } from '../../core/reply.ts';
import { campaignSay as say } from './campaign-wording.ts';
import { reply } from './card-parts.ts';
import { dateText } from './deadline-line.ts';

/** Somebody's counting version: how much must be mended, null while it is being checked. */
export interface RosterEntry {
  readonly member: MemberRef;
  readonly must: number | null;
  readonly late: boolean;
}

export interface RosterCardView {
  readonly collectionId: string;
  readonly name: string;
  /** ISO instant. */
  readonly deadline: string;
  readonly timeZone: string;
  readonly closed: boolean;
  readonly handedIn: readonly RosterEntry[];
  readonly missing: readonly MemberRef[];
  /** 请假 and 免交. */
  readonly excused: readonly MemberRef[];
}

/** Names that stand openly in one group; the card stays readable on a phone. */
const MOST_NAMES = 60;

/** The live card of a collection. Names are not @-mentioned: it is edited often and must not ring every time. */
export const rosterCard = (view: RosterCardView, now: Date): Reply => {
  const total = view.handedIn.length + view.missing.length;
  const over = Date.parse(view.deadline) <= now.getTime();
  const toMend = view.handedIn.filter(({ must }) => must === null || must > 0);
  const late = view.handedIn.filter((entry) => entry.late);
  const complete = total > 0 && view.missing.length === 0;
  const blocks: ReplyBlock[] = [
    { kind: 'progress', label: say.handedIn, done: view.handedIn.length, total },
    {
      kind: 'facts',
      facts: [
        { label: say.passed, value: String(view.handedIn.length - toMend.length), tone: 'good' },
        { label: say.toMend, value: String(toMend.length), tone: toMend.length > 0 ? 'warn' : 'plain' },
        { label: say.missing, value: String(view.missing.length), tone: view.missing.length > 0 ? 'bad' : 'plain' },
        ...(late.length > 0 ? [{ label: say.late, value: String(late.length), tone: 'warn' as const }] : []),
      ],
    },
    ...group(say.missing, view.missing.map(nameOf)),
    ...group(say.toMend, toMend.map(mendName)),
    ...group(
      say.late,
      late.map(({ member }) => nameOf(member)),
    ),
    ...group(say.excused, view.excused.map(nameOf)),
  ];
  if (complete) blocks.push({ kind: 'text', text: [{ tinted: say.allIn, tone: 'good' }] });
  if (total === 0) blocks.push({ kind: 'text', text: [say.nobodyAsked] });
  blocks.push({
    kind: 'actions',
    actions: [
      ...(view.missing.length > 0 && !view.closed ? [nudgeNowButton(view.collectionId)] : []),
      exportButton(view.collectionId),
    ],
  });
  blocks.push({ kind: 'text', text: [{ faint: say.updated(dateText(now, now, view.timeZone)) }] });
  return reply({
    tone: complete ? 'good' : over && !view.closed ? 'warn' : 'info',
    title: say.rosterTitle(view.name),
    subtitle: say.due(dateText(new Date(view.deadline), now, view.timeZone)),
    tags: view.closed ? [{ text: say.closed }] : over ? [{ text: say.over, tone: 'warn' }] : [],
    blocks,
  });
};

/** What is left of a card when a newer one has taken its place. */
export const movedRosterCard = (name: string): Reply =>
  reply({ tone: 'info', title: say.movedTitle(name), blocks: [{ kind: 'text', text: [say.moved] }] });

export const nudgeNowButton = (collectionId: string): ReplyAction => ({
  id: 'nudge-now',
  label: say.nudgeNow,
  style: 'primary',
  value: { collection: collectionId },
  confirm: say.nudgeNowConfirm,
});

export const exportButton = (collectionId: string): ReplyAction => ({
  id: 'export-ledger',
  label: say.exportLedger,
  style: 'default',
  value: { collection: collectionId },
});

const group = (label: string, names: readonly string[]): ReplyBlock[] => {
  if (names.length === 0) return [];
  const shown = names.slice(0, MOST_NAMES).join('、');
  const rest = names.length - MOST_NAMES;
  return [
    {
      kind: 'text',
      text: [{ bold: say.listed(label, names.length) }, '　', shown, ...(rest > 0 ? [say.andOthers(rest)] : [])],
    },
  ];
};

const nameOf = (member: MemberRef): string => member.name ?? say.nameless;
const mendName = ({ member, must }: RosterEntry): string =>
  `${nameOf(member)}${must === null ? say.checking : say.mustCount(must)}`;
