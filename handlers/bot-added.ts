import { tell } from '../collection/replying/wording.ts';
import type { ChatEvent } from '../core/chat-event.ts';
import { eventReplyKey } from '../core/reply-keys.ts';
import { greetingCard } from '../report/replying/collection-cards.ts';
import type { HandlerPorts } from './ports.ts';

type BotAdded = Extract<ChatEvent, { type: 'bot-added' }>;
type BotRemoved = Extract<ChatEvent, { type: 'bot-removed' }>;

/** Says once how to hand in. */
export const onBotAdded = (event: BotAdded, ports: HandlerPorts): Promise<void> => {
  const key = eventReplyKey(event.platform, event.eventKey);
  return ports.replier.once({ platform: event.platform, key, to: { chatId: event.chatId } }, greetingCard());
};

/** Nobody can be reminded in a chat the bot has left. */
export const onBotRemoved = async (event: BotRemoved, ports: HandlerPorts): Promise<void> => {
  for (const collection of await ports.stores.collections.ofChat(event.platform, event.chatId)) {
    if (collection.state !== 'open') continue;
    await ports.stores.collections.change(collection.id, 'bot', (standing) =>
      standing.state === 'closed' ? null : { collection: { ...standing, state: 'closed' }, what: tell.historyBotLeft },
    );
  }
};
