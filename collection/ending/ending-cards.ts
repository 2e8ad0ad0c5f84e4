import type { Collection } from '../../core/records.ts';
import type { Reply, ReplyBlock } from '../../core/reply.ts';
import { reply } from '../../report/replying/card-parts.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { dateText } from '../../report/replying/deadline-line.ts';
import { type SharedTotal, sharedFold } from '../../report/replying/shared-cards.ts';
import { missingHint } from '../replying/campaign-words.ts';
import { progressOf } from '../replying/roster-card.ts';
import {
  type CollectionRoster,
  type MemberStanding,
  type MemberState,
  missingStates,
} from '../roster/member-states.ts';
import { ledgerWords as say } from './words.ts';

const MOST_NAMES = 60;

/** How far the files are: so many of so many reports packed, or what came of it. */
export type Packing =
  | { readonly done: number; readonly total: number }
  | {
      readonly archives: number;
      readonly reports: number;
      readonly tooLarge: readonly string[];
      readonly gone: readonly string[];
    }
  | 'failed';

/** For an organiser, in private: counts, who is missing, and how far the files are. */
export const summaryCard = (
  collection: Collection,
  roster: CollectionRoster,
  input: {
    readonly occasion: 'deadline' | 'asked';
    readonly packing: Packing;
    /** Reports that share passages; nothing is said without. */
    readonly shared?: SharedTotal;
    readonly now: Date;
  },
): Reply => {
  const { name, deadline, timeZone } = collection;
  return reply({
    tone: input.packing === 'failed' ? 'bad' : roster.owing.length === 0 ? 'good' : 'info',
    title: input.occasion === 'deadline' ? say.endedTitle(name) : say.exportTitle(name),
    subtitle: say.deadline(dateText(new Date(deadline), input.now, timeZone)),
    blocks: [
      ...standing(roster),
      ...(input.shared === undefined ? [] : sharedFold(input.shared)),
      { kind: 'divider' },
      ...packingBlocks(input.packing),
    ],
  });
};

/** For the chat: counts and names, nobody @-mentioned; the nudge at the deadline does that. */
export const endedCard = (collection: Collection, roster: CollectionRoster): Reply =>
  reply({
    tone: roster.owing.length === 0 ? 'good' : 'warn',
    title: say.endedTitle(collection.name),
    blocks: [
      ...standing(roster),
      { kind: 'text', text: [{ faint: roster.owing.length === 0 ? say.chatDone : say.chatHint }] },
    ],
  });

export const notReachedCard = (collection: Collection): Reply =>
  noteCard('warn', say.exportTitle(collection.name), [say.notReached]);

const standing = ({ counts, members }: CollectionRoster): ReplyBlock[] => {
  const missing = counts.missing + counts.returned;
  const toMend = counts.toMend + counts.checking;
  return [
    progressOf(counts),
    {
      kind: 'facts',
      facts: [
        { label: say.passed, value: String(counts.passed), tone: 'good' },
        { label: say.toMend, value: String(toMend), tone: toMend > 0 ? 'warn' : 'plain' },
        { label: say.missing, value: String(missing), tone: missing > 0 ? 'bad' : 'plain' },
        ...(counts.late > 0 ? [{ label: say.late, value: String(counts.late), tone: 'warn' as const }] : []),
      ],
    },
    ...named(say.missing, members, ...missingStates, 'returned'),
    ...named(say.toMend, members, 'to-mend', 'checking'),
    ...(missing === 0 && counts.total > 0
      ? [{ kind: 'text' as const, text: [{ tinted: say.allIn, tone: 'good' as const }] }]
      : []),
  ];
};

const named = (label: string, members: readonly MemberStanding[], ...states: MemberState[]): ReplyBlock[] => {
  const names = members.filter(({ state }) => states.includes(state)).map(nameOf);
  if (names.length === 0) return [];
  const shown = names.slice(0, MOST_NAMES);
  return [{ kind: 'text', text: [say.listed(label, shown, names.length - shown.length)] }];
};

const nameOf = ({ member, state }: MemberStanding): string => `${member.name ?? say.nameless}${missingHint(state)}`;

const packingBlocks = (packing: Packing): ReplyBlock[] => {
  if (packing === 'failed') return [{ kind: 'text', text: [{ tinted: say.failed, tone: 'bad' }] }];
  if ('done' in packing) {
    return [
      { kind: 'progress', label: say.packing, done: packing.done, total: packing.total },
      { kind: 'text', text: [{ faint: say.packingNow }] },
    ];
  }
  return [
    { kind: 'text', text: [say.sent(packing.archives, packing.reports)] },
    ...(packing.tooLarge.length > 0 ? [{ kind: 'text' as const, text: [say.tooLarge(packing.tooLarge)] }] : []),
    ...(packing.gone.length > 0 ? [{ kind: 'text' as const, text: [say.gone(packing.gone)] }] : []),
  ];
};
