import type { Collection, CollectionDraft } from '../../core/records.ts';
import type { Reply, ReplyAction, ReplyBlock } from '../../core/reply.ts';
import { reply } from '../../report/replying/card-parts.ts';
import { descriptionBlock, type Names, weekdayDateText } from './description.ts';
import { tell } from './wording.ts';

export const button = (id: string, label: string, value: Record<string, string>, rest: Partial<ReplyAction> = {}) => ({
  id,
  label,
  style: 'default' as const,
  value,
  ...rest,
});

const remarkBlocks = (remarks: readonly string[]): ReplyBlock[] =>
  remarks.map((remark) => ({ kind: 'text', text: [{ faint: remark }] }));

/** A collection and all that was understood of it; `remarks` say what was taken for granted. */
export const collectionCard = (
  collection: Collection,
  names: Names,
  options: { readonly now: Date; readonly heading: 'started' | 'changed'; readonly remarks?: readonly string[] },
): Reply => {
  const value = { collection: collection.id };
  const open = collection.state === 'open';
  return reply({
    tone: open ? 'good' : 'info',
    title: !open
      ? tell.closedTitle(collection.name)
      : options.heading === 'started'
        ? tell.startedTitle(collection.name)
        : tell.changedTitle(collection.name),
    blocks: [
      descriptionBlock(collection, names, options.now),
      ...remarkBlocks(options.remarks ?? []),
      ...(open && options.heading === 'started'
        ? [{ kind: 'divider' as const }, { kind: 'text' as const, text: [tell.startedHow] }]
        : []),
      ...(open
        ? [
            {
              kind: 'actions' as const,
              actions: [
                button('roster', tell.roster, value),
                button('collection-edit', tell.edit, value),
                button('collection-close', tell.close, value, { style: 'danger', confirm: tell.closeConfirm }),
              ],
            },
          ]
        : [{ kind: 'text' as const, text: [tell.closed] }]),
    ],
  });
};

/** What a notice says, for somebody who may organise to confirm. `origin` is the file's name, null for pasted text. */
export const draftCard = (
  draft: CollectionDraft,
  names: Names,
  options: { readonly now: Date; readonly origin: string | null },
): Reply => {
  const value = { draft: draft.id };
  return reply({
    tone: 'info',
    title: tell.draftTitle,
    subtitle: draft.name,
    blocks: [
      { kind: 'text', text: [options.origin === null ? tell.draftFromText : tell.draftFrom(options.origin)] },
      descriptionBlock(draft, names, options.now),
      ...remarkBlocks(draft.remarks),
      {
        kind: 'actions',
        actions: [
          ...(draft.deadline === null
            ? [button('collection-draft-edit', tell.draftEdit, value, { style: 'primary' })]
            : [
                button('collection-draft-start', tell.draftStart, value, { style: 'primary' }),
                button('collection-draft-edit', tell.draftEdit, value),
              ]),
          button('collection-draft-drop', tell.draftDrop, value),
        ],
      },
    ],
  });
};

/** Asks which of some instants is meant; `value` goes back with the chosen one as `at`. */
export const dateQuestionCard = (
  question: {
    readonly text: string;
    readonly candidates: readonly Date[];
    readonly timeZone: string;
    readonly heading: string;
    readonly value: Readonly<Record<string, string>>;
  },
  now: Date,
): Reply =>
  reply({
    tone: 'warn',
    title: tell.questionTitle,
    subtitle: question.heading,
    blocks: [
      { kind: 'text', text: [question.text] },
      {
        kind: 'actions',
        actions: question.candidates.map((candidate, index) =>
          button(
            'collection-date',
            weekdayDateText(candidate, now, question.timeZone),
            { ...question.value, at: candidate.toISOString() },
            index === 0 ? { style: 'primary' } : {},
          ),
        ),
      },
    ],
  });

/** Asks which of several; every choice is a button with the keys it stands for. */
export const pickCard = (
  lead: string,
  action: string,
  choices: readonly { readonly label: string; readonly value: Readonly<Record<string, string>> }[],
): Reply =>
  reply({
    tone: 'info',
    title: tell.pickTitle,
    blocks: [
      { kind: 'text', text: [lead] },
      {
        kind: 'actions',
        actions: choices.slice(0, 12).map((choice) => button(action, choice.label, { ...choice.value })),
      },
    ],
  });
