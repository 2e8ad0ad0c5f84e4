import { collectionCard } from '../../collection/replying/collection-card.ts';
import { collectionFormCard } from '../../collection/replying/collection-form.ts';
import { tell } from '../../collection/replying/wording.ts';
import type { CardAction } from '../../core/chat-event.ts';
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
  if ('refused' in clicked) return { answer: toast('warn', clicked.refused) };
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
  if (!(await ports.stores.drafts.settle(draft.id, 'started'))) return { answer: toast('info', tell.toastAlready) };
  return {
    answer: toast('good', tell.toastStarted),
    work: async () => {
      const starter = { id: event.operator.id, at: event.at };
      const collection = await startCollection({ ...draft, deadline }, starter, ports);
      await showInPlace(event, await startedReply(collection, draft.remarks, ports), ports);
    },
  };
};

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
): Promise<{ readonly draft: CollectionDraft } | { readonly refused: string }> => {
  const draft = await ports.stores.drafts.get(event.value.draft ?? '');
  if (draft === null || draft.platform !== event.platform || draft.chatId !== event.chatId) {
    return { refused: tell.toastGone };
  }
  const own = draft.source !== 'notice' && draft.by === event.operator.id;
  if (!own && !(await mayOrganiseChat(event, event.operator.id, ports))) {
    return { refused: draft.source === 'notice' ? tell.startNotAllowed : tell.toastNotAsker };
  }
  return draft.state === 'open' ? { draft } : { refused: tell.toastSettled };
};
