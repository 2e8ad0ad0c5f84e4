import type { MemberRef } from '../core/chat-event.ts';
import type { Audience, Collection, Revision, Verdict } from '../core/records.ts';

/** One upload and what checking it gave; null before that. */
export interface Submission {
  readonly revision: Revision;
  readonly result: Verdict | null;
  /** Why the file was not taken; absent where nobody asks. */
  readonly refusal?: string | null;
}

export interface Roster {
  readonly total: number;
  /** Handed in, nothing that must be mended. */
  readonly passed: readonly MemberRef[];
  /** Handed in, and either something must be mended or the check is not through yet. */
  readonly toMend: readonly MemberRef[];
  readonly missing: readonly MemberRef[];
}

/**
 * Reads who has handed in what in a chat. `members: 'known'` goes by the stored member list and gives null when there
 * is none; 'fresh' asks the platform and rejects when it cannot answer.
 */
export type RosterReader = (
  chat: { readonly platform: string; readonly chatId: string },
  collection: Collection | null,
  members: 'known' | 'fresh',
) => Promise<Roster | null>;

/** What could not be read and a text that is no report are not taken as handed in; what is on its way is. */
export const countsAsHandedIn = ({ revision, result }: Submission): boolean =>
  revision.state === 'received' || (revision.state === 'checked' && result !== null && result.kind !== null);

export const needsMending = (result: Verdict): boolean =>
  result.missing.some((part) => part.severity === 'must') ||
  result.findings.some((finding) => finding.severity === 'must');

/** Who of the members is asked to hand in. */
export const audienceOf = (members: readonly MemberRef[], audience: Audience | null): MemberRef[] => {
  if (audience === null) return [...members];
  const exempt = new Set(audience.exempt.map((member) => member.id));
  const chosen = new Set(audience.chosen.map((member) => member.id));
  return members.filter((member) => !exempt.has(member.id) && (audience.mode === 'all' || chosen.has(member.id)));
};

/** Whether a collection asks somebody to hand in. */
export const asks = ({ audience }: Pick<Collection, 'audience'>, id: string): boolean =>
  audienceOf([{ id }], audience).length > 0;

/** `submissions` hold at most one per member: the newest that counts. */
export const buildRoster = (asked: readonly MemberRef[], submissions: readonly Submission[]): Roster => {
  const byAuthor = new Map(
    submissions.filter(countsAsHandedIn).map((submission) => [submission.revision.author.id, submission]),
  );
  const passed: MemberRef[] = [];
  const toMend: MemberRef[] = [];
  const missing: MemberRef[] = [];
  for (const member of asked) {
    const submission = byAuthor.get(member.id);
    if (submission === undefined) missing.push(member);
    else if (submission.result === null || needsMending(submission.result)) toMend.push(member);
    else passed.push(member);
  }
  return { total: asked.length, passed, toMend, missing };
};
