import { tell } from '../../collection/replying/wording.ts';
import type { CardAction } from '../../core/chat-event.ts';
import type { Collection } from '../../core/records.ts';
import type { HandlerPorts } from '../ports.ts';
import { mayOrganise } from './organisers.ts';

/** The open collection a button is about, when it is of this chat and the operator may run it. */
export const clickedCollection = async (
  event: CardAction,
  ports: HandlerPorts,
): Promise<{ readonly collection: Collection } | { readonly refused: string }> => {
  const collection = await ports.stores.collections.get(event.value.collection ?? '');
  if (collection === null || collection.state !== 'open' || !isHere(collection, event))
    return { refused: tell.toastGone };
  return (await mayOrganise(event, event.operator.id, collection, ports))
    ? { collection }
    : { refused: tell.toastNotAllowed };
};

/** Cards can be forwarded: only the collection's own chat may act on it. */
export const isHere = (collection: Collection, event: CardAction): boolean =>
  collection.platform === event.platform && collection.chatId === event.chatId;
