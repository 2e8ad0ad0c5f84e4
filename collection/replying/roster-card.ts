import type { Collection } from '../../core/records.ts';
import type { Reply, ReplyAction, ReplyBlock } from '../../core/reply.ts';
import { reply } from '../../report/replying/card-parts.ts';
import { dateText } from '../../report/replying/deadline-line.ts';
import {
  type CollectionRoster,
  type MemberStanding,
  type MemberState,
  missingStates,
  type RosterCounts,
} from '../roster/member-states.ts';
import { missingHint, campaignWords as say } from './campaign-words.ts';
import { tell } from './wording.ts';

/** Names that stand openly in one group; the card stays readable on a phone. */
const MOST_NAMES = 60;

/** The live card of a collection. Names are not @-mentioned: it is edited often and must not ring every time. */
export const rosterCard = (collection: Collection, roster: CollectionRoster, now: Date): Reply => {
  const { counts } = roster;
  const { timeZone } = collection;
  const closed = collection.state === 'closed';
  const over = Date.parse(collection.deadline) <= now.getTime();
  const complete = counts.total > 0 && counts.handedIn >= counts.total;
  const inState = (...states: MemberState[]) => roster.members.filter(({ state }) => states.includes(state));
  const blocks: ReplyBlock[] = [
    progressOf(counts),
    { kind: 'facts', facts: factsOf(counts) },
    ...group(say.missing, inState(...missingStates).map(missingName)),
    ...group(say.returned, inState('returned').map(nameOf)),
    ...group(say.toMend, inState('to-mend', 'checking').map(mendName)),
    ...group(say.late, roster.members.filter(({ late, revision }) => late && revision !== null).map(nameOf)),
    ...group(say.excused, inState('exempt', 'on-leave').map(excusedName)),
  ];
  if (complete) blocks.push({ kind: 'text', text: [{ tinted: say.allIn, tone: 'good' }] });
  if (counts.total === 0) blocks.push({ kind: 'text', text: [say.nobodyAsked] });
  const nudges = roster.owing.length > 0 && !closed ? [nudgeNowButton(collection.id)] : [];
  blocks.push(
    {
      kind: 'actions',
      actions: [...nudges, exportButton(collection.id), ...(closed ? [] : [excuseButton(collection.id)])],
    },
    { kind: 'text', text: [{ faint: say.updated(dateText(now, now, timeZone)) }] },
  );
  return reply({
    tone: complete ? 'good' : over && !closed ? 'warn' : 'info',
    title: say.rosterTitle(collection.name),
    subtitle: say.due(dateText(new Date(collection.deadline), now, timeZone)),
    tags: closed ? [{ text: say.closed }] : over ? [{ text: say.over, tone: 'warn' }] : [],
    blocks,
  });
};

const factsOf = (counts: RosterCounts): Extract<ReplyBlock, { kind: 'facts' }>['facts'] => {
  const toMend = counts.toMend + counts.checking;
  const missing = counts.missing + counts.returned;
  return [
    { label: say.passed, value: String(counts.passed), tone: 'good' },
    { label: say.toMend, value: String(toMend), tone: toMend > 0 ? 'warn' : 'plain' },
    { label: say.missing, value: String(missing), tone: missing > 0 ? 'bad' : 'plain' },
    ...(counts.late > 0 ? [{ label: say.late, value: String(counts.late), tone: 'warn' as const }] : []),
  ];
};

/** How the whole is made up: the chart of the card. */
export const progressOf = (counts: RosterCounts): ReplyBlock => ({
  kind: 'progress',
  label: say.handedIn,
  done: counts.handedIn,
  total: counts.total,
  parts: [
    { label: say.passed, count: counts.passed, tone: 'good' },
    { label: say.toMend, count: counts.toMend + counts.checking, tone: 'warn' },
    { label: say.missing, count: counts.missing + counts.returned, tone: 'plain' },
  ],
});

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

/** Opens a form for organisers: who need not hand in. */
const excuseButton = (collectionId: string): ReplyAction => ({
  id: 'collection-excuse',
  label: tell.excuse,
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

const nameOf = ({ member }: MemberStanding): string => member.name ?? say.nameless;
const excusedName = (standing: MemberStanding): string =>
  `${nameOf(standing)}${standing.state === 'on-leave' ? say.onLeave : ''}`;
const missingName = (standing: MemberStanding): string => `${nameOf(standing)}${missingHint(standing.state)}`;
const mendName = (standing: MemberStanding): string =>
  `${nameOf(standing)}${standing.state === 'checking' ? say.checking : say.mustCount(standing.mustMend)}`;
