import { collectionCard } from '../../collection/replying/collection-card.ts';
import { collectionFormCard } from '../../collection/replying/collection-form.ts';
import { tell } from '../../collection/replying/wording.ts';
import type { CardAction } from '../../core/chat-event.ts';
import { collectionIdOf } from '../../core/derived-id.ts';
import type { Collection, CollectionDraft } from '../../core/records.ts';
import type { Reply } from '../../core/reply.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { toast } from '../clicked-revision.ts';
import type { Handled } from '../index.ts';
import type { HandlerPorts } from '../ports.ts';
import { showInPlace } from './in-place.ts';
import { mayOrganiseChat } from './organisers.ts';
import { namesIn, startCollection } from './start.ts';

/** 按此开始收集, 修改, 不是通知 on the card of a draft. */
export const onDraftClick = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const clicked = await clickedDraft(event, ports);
  if ('refused' in clicked) return draftRefusal(event, clicked, ports);
  const { draft } = clicked;
  switch (event.action) {
    case 'collection-draft-edit':
      return {
        answer: toast('info', tell.toastForm),
        work: async () => showInPlace(event, collectionFormCard({ draft }, await namesIn(event, ports)), ports),
      };
    case 'collection-draft-drop':
      if (!(await ports.stores.drafts.settle(draft.id, 'dropped'))) return { answer: toast('info', tell.toastSettled) };
      return {
        answer: toast('info', tell.toastDropped),
        work: () => showInPlace(event, noteCard('info', tell.draftDroppedTitle, [tell.draftDropped]), ports),
      };
    default:
      return startDraft(event, draft, ports);
  }
};

/** Starts what the draft says, once, and turns the clicked card into the collection's. */
export const startDraft = async (event: CardAction, draft: CollectionDraft, ports: HandlerPorts): Promise<Handled> => {
  const { deadline } = draft;
  if (deadline === null) return { answer: toast('warn', tell.toastNoDeadline) };
  if (Date.parse(deadline) <= ports.clock.now().getTime()) return { answer: toast('warn', tell.pastDeadline) };
  await ports.stores.drafts.save(draft);
  const first = await ports.stores.drafts.settle(draft.id, 'started');
  // Before the answer: a process that dies in between is told by the draft's state and the missing collection.
  const collection = await startCollection({ ...draft, deadline }, { id: event.operator.id, at: event.at }, ports);
  return {
    answer: first ? toast('good', tell.toastStarted) : toast('info', tell.toastAlready),
    work: async () => showInPlace(event, await startedReply(collection, draft.remarks, ports), ports),
  };
};

/** A draft that may not be decided on: told so, and a card that has fallen behind shows the collection it became. */
export const draftRefusal = (
  event: CardAction,
  { refused, collection }: { readonly refused: string; readonly collection?: Collection },
  ports: HandlerPorts,
): Handled => ({
  answer: toast('warn', refused),
  ...(collection === undefined
    ? {}
    : { work: async () => showInPlace(event, await startedReply(collection, [], ports), ports) }),
});

export const startedReply = async (
  collection: Collection,
  remarks: readonly string[],
  ports: HandlerPorts,
): Promise<Reply> =>
  collectionCard(collection, await namesIn(collection, ports), { now: ports.clock.now(), heading: 'started', remarks });

/** The draft behind a button: of this chat, still open, and the operator may decide on it. */
export const clickedDraft = async (
  event: CardAction,
  ports: HandlerPorts,
): Promise<{ readonly draft: CollectionDraft } | { readonly refused: string; readonly collection?: Collection }> => {
  const draft = await ports.stores.drafts.get(event.value.draft ?? '');
  if (draft === null || draft.platform !== event.platform || draft.chatId !== event.chatId) {
    return { refused: tell.toastGone };
  }
  const own = draft.source !== 'notice' && draft.by === event.operator.id;
  if (!own && !(await mayOrganiseChat(event, event.operator.id, ports))) {
    return { refused: draft.source === 'notice' ? tell.startNotAllowed : tell.toastNotAsker };
  }
  if (draft.state === 'open') return { draft };
  const collection = await ports.stores.collections.get(collectionIdOf(draft.id));
  if (collection !== null) return { refused: tell.toastSettled, collection };
  return draft.state === 'started' ? { draft } : { refused: tell.toastSettled };
};
