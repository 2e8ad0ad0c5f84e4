import type { ActionAnswer, ChatEvent } from '../core/chat-event.ts';
import { onBotAdded, onBotRemoved } from './bot-added.ts';
import { onCardAction } from './card-action.ts';
import { onMembersChanged } from './members-changed.ts';
import { onMessageRecalled } from './message-recalled.ts';
import { onMessageReceived } from './message-received.ts';
import type { HandlerPorts } from './ports.ts';

/** What handling an event gave: an answer to show at once, and work that may take its time. */
export interface Handled {
  readonly answer?: ActionAnswer;
  readonly work?: () => Promise<void>;
}

export type Handle = (event: ChatEvent) => Promise<Handled>;

/** Event type → handler. Handling the same event twice has the effect of handling it once. */
export const createHandlers = (ports: HandlerPorts): Handle => {
  const later = (work: () => Promise<void>): Handled => ({ work });
  return async (event) => {
    switch (event.type) {
      case 'card-action':
        return onCardAction(event, ports);
      case 'message-received':
        return later(() => onMessageReceived(event, ports));
      case 'message-recalled':
        return later(() => onMessageRecalled(event, ports));
      case 'bot-added':
        return later(() => onBotAdded(event, ports));
      case 'bot-removed':
        return later(() => onBotRemoved(event, ports));
      case 'members-changed':
        return later(() => onMembersChanged(event, ports));
    }
  };
};
