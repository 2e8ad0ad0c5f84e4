import type { CardAction } from '../../core/chat-event.ts';
import type { Reply } from '../../core/reply.ts';
import { eventReplyKey } from '../../core/reply-keys.ts';
import type { HandlerPorts } from '../ports.ts';

/** Turns the card that was clicked into another; a card nobody remembers is answered by a new one. */
export const showInPlace = async (event: CardAction, reply: Reply, ports: HandlerPorts): Promise<void> => {
  const known = await ports.stores.replies.keyOf(event.platform, event.messageId);
  const to = { chatId: event.chatId };
  if (known !== null) {
    const key = known.replace(/#\d+$/u, '');
    return ports.replier.show({ platform: event.platform, key, to }, reply);
  }
  return postAfterClick(event, reply, ports);
};

/** A message of its own, once for this click. */
export const postAfterClick = (event: CardAction, reply: Reply, ports: HandlerPorts): Promise<void> =>
  ports.replier.once(
    { platform: event.platform, key: eventReplyKey(event.platform, event.eventKey), to: { chatId: event.chatId } },
    reply,
  );
