import type { MemberRef } from '../../core/chat-event.ts';
import type { Collection, Override, Verdict } from '../../core/records.ts';
import { audienceOf, countsAsHandedIn, type Submission } from '../roster.ts';

/** What an organiser decided about a person; the newest of each kind counts. */
export type RosterDecision = {
  readonly memberId: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
} & (
  | { readonly what: 'exempt' | 'on-leave' | 'asked-again' }
  /** Sends one version back; the next one is judged afresh. */
  | { readonly what: 'returned'; readonly revisionId: string }
);

/** What organisers decided, as it is stored. */
export const decisionsOf = (overrides: readonly Override[]): RosterDecision[] =>
  overrides.flatMap(({ member, kind, reason, revisionId, by, at }): RosterDecision[] => {
    const common = { memberId: member.id, by, at, reason };
    if (kind === 'returned') return revisionId === null ? [] : [{ ...common, what: 'returned', revisionId }];
    return [{ ...common, what: kind === 'leave' ? 'on-leave' : 'exempt' }];
  });

/**
 * missing 未交 · unreadable 未交, what was sent could not be read · unassigned 未交, nobody said for which collection it is ·
 * checking 已交, not read yet · to-mend 已交, something must be mended · passed 已交(合格) · returned 退回 · exempt 免交 ·
 * on-leave 已请假.
 */
export type MemberState =
  | 'missing'
  | 'unreadable'
  | 'unassigned'
  | 'checking'
  | 'to-mend'
  | 'passed'
  | 'returned'
  | 'exempt'
  | 'on-leave';

export interface MemberStanding {
  readonly member: MemberRef;
  readonly state: MemberState;
  /** 迟交: the first version that counts came after the deadline; while missing: the deadline has passed. */
  readonly late: boolean;
  /** The version that counts, and what is to be mended in it; null while missing. */
  readonly revision: {
    readonly id: string;
    readonly number: number;
    readonly receivedAt: string;
    readonly final: boolean;
  } | null;
  readonly mustMend: number;
  /** Why it was returned, or why the person need not hand in. */
  readonly reason: string | null;
  /** Handed in but no longer in the chat. */
  readonly left: boolean;
}

export interface RosterCounts {
  /** Everybody who is asked: all but 免交 and 请假. */
  readonly total: number;
  readonly handedIn: number;
  readonly passed: number;
  readonly toMend: number;
  readonly checking: number;
  readonly returned: number;
  readonly missing: number;
  readonly late: number;
  readonly exempt: number;
}

export interface CollectionRoster {
  readonly members: readonly MemberStanding[];
  readonly counts: RosterCounts;
  /** Who is to be nudged: missing or returned, and still in the chat. */
  readonly owing: readonly MemberRef[];
}

export interface RosterInput {
  readonly collection: Collection;
  /** Who is in the chat now; null-free and complete, or the roster is not to be built. */
  readonly members: readonly MemberRef[];
  /** All versions of everybody, in any order; the newest that counts is taken. */
  readonly submissions: readonly Submission[];
  readonly decisions: readonly RosterDecision[];
  readonly now: Date;
}

/**
 * Where everybody stands. Who joined is asked like the others; who left and has handed in stays in the list, who left
 * without is gone. Pure.
 */
export const readRoster = (input: RosterInput): CollectionRoster => {
  const { collection, members } = input;
  const byAuthor = groupBy(input.submissions, ({ revision }) => revision.author.id);
  const decisions = groupBy(input.decisions, ({ memberId }) => memberId);
  const present = new Set(members.map(({ id }) => id));
  const asked = audienceOf(members, { ...collection.audience, exempt: [] });
  const gone = [...byAuthor.values()]
    .flatMap(([first]) => (first === undefined ? [] : [first.revision.author]))
    .filter(({ id }) => !present.has(id) && wasAsked(id, collection));
  const standings = [...asked, ...gone].flatMap((member) => {
    const versions = byAuthor.get(member.id) ?? [];
    const standing = standingOf(member, versions, decisions.get(member.id) ?? [], present.has(member.id), input);
    return standing.left && standing.revision === null ? [] : [standing];
  });
  return {
    members: standings,
    counts: countsOf(standings),
    owing: standings.filter(({ state, left }) => !left && isOwing(state)).map(({ member }) => member),
  };
};

const wasAsked = (id: string, { audience }: Collection): boolean =>
  audience.mode === 'all' || audience.chosen.some((member) => member.id === id);

const standingOf = (
  member: MemberRef,
  submissions: readonly Submission[],
  decisions: readonly RosterDecision[],
  present: boolean,
  { collection, now }: RosterInput,
): MemberStanding => {
  const deadline = Date.parse(collection.deadline);
  const counting = submissions
    .filter(countsAsHandedIn)
    .sort(
      (a, b) =>
        Date.parse(a.revision.receivedAt) - Date.parse(b.revision.receivedAt) || a.revision.number - b.revision.number,
    );
  const [first] = counting;
  const newest = counting.findLast(({ revision }) => revision.final) ?? counting.at(-1);
  const excused = excuseOf(member.id, decisions, collection);
  const late = first === undefined ? now.getTime() > deadline : Date.parse(first.revision.receivedAt) > deadline;
  const base = { member, left: !present, revision: revisionOf(newest), mustMend: mustMend(newest?.result ?? null) };
  if (excused !== null) return { ...base, state: excused.state, late: false, reason: excused.reason };
  if (newest === undefined) return { ...base, state: owingState(submissions), late, reason: null };
  const returned = decisions.findLast((each) => each.what === 'returned' && each.revisionId === newest.revision.id);
  if (returned !== undefined) return { ...base, state: 'returned', late, reason: returned.reason };
  const state = newest.result === null ? 'checking' : base.mustMend > 0 ? 'to-mend' : 'passed';
  return { ...base, state, late, reason: null };
};

/** Nothing counts: was anything sent at all? */
const owingState = (submissions: readonly Submission[]): MemberState => {
  const refused = submissions.filter(({ revision }) => revision.state === 'refused' || revision.state === 'failed');
  if (refused.length === 0) return 'missing';
  return refused.some(({ refusal }) => refusal === 'collection-unclear') ? 'unassigned' : 'unreadable';
};

/** The states of those who have still to hand in, for what tells who has not. */
export const missingStates = ['missing', 'unreadable', 'unassigned'] as const satisfies readonly MemberState[];

const isOwing = (state: MemberState): boolean =>
  state === 'returned' || missingStates.some((missing) => missing === state);

const excuseOf = (
  id: string,
  decisions: readonly RosterDecision[],
  { audience }: Collection,
): { state: 'exempt' | 'on-leave'; reason: string | null } | null => {
  const last = [...decisions]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .findLast(({ what }) => what !== 'returned');
  if (last?.what === 'exempt' || last?.what === 'on-leave') return { state: last.what, reason: last.reason };
  if (last === undefined && audience.exempt.some((member) => member.id === id))
    return { state: 'exempt', reason: null };
  return null;
};

const revisionOf = (submission: Submission | undefined): MemberStanding['revision'] => {
  if (submission === undefined) return null;
  const { id, number, receivedAt, final } = submission.revision;
  return { id, number, receivedAt, final };
};

/** Points that must be mended, missing parts among them. */
export const mustMend = (result: Verdict | null): number =>
  result === null ? 0 : [...result.missing, ...result.findings].filter(({ severity }) => severity === 'must').length;

const countsOf = (standings: readonly MemberStanding[]): RosterCounts => {
  const count = (...states: MemberState[]): number => standings.filter(({ state }) => states.includes(state)).length;
  return {
    total: standings.length - count('exempt', 'on-leave'),
    handedIn: count('passed', 'to-mend', 'checking'),
    passed: count('passed'),
    toMend: count('to-mend'),
    checking: count('checking'),
    returned: count('returned'),
    missing: count(...missingStates),
    late: standings.filter(({ late, revision }) => late && revision !== null).length,
    exempt: count('exempt', 'on-leave'),
  };
};

/** 未交, 已交（第2稿，3处必须改）, 迟交（第1稿，合格）, 已退回（第1稿）, 免交, 请假. */
export const standingText = ({ state, late, revision, mustMend: points }: MemberStanding): string => {
  const version = revision === null ? '' : `第${revision.number}稿`;
  const handed = late ? '迟交' : '已交';
  switch (state) {
    case 'missing':
      return late ? '未交（已逾期）' : '未交';
    case 'unreadable':
      return late ? '未交（文件没能读出，已逾期）' : '未交（文件没能读出）';
    case 'unassigned':
      return late ? '未交（没选交到哪一项，已逾期）' : '未交（还没选交到哪一项）';
    case 'checking':
      return `${handed}（${version}，检查中）`;
    case 'to-mend':
      return `${handed}（${version}，${points}处必须改）`;
    case 'passed':
      return `${handed}（${version}，合格${revision?.final === true ? '，终稿' : ''}）`;
    case 'returned':
      return `已退回（${version}）`;
    case 'exempt':
      return '免交';
    case 'on-leave':
      return '请假';
  }
};

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
};
