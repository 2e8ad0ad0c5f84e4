import type { ActionAnswer, CardAction } from '../core/chat-event.ts';
import type { Revision } from '../core/records.ts';
import { say } from '../report/replying/wording.ts';
import type { HandlerPorts } from './ports.ts';

/** The version the button is about. Cards can be forwarded: only its own chat may act on it. */
export const clickedRevision = async (
  event: CardAction,
  ports: HandlerPorts,
): Promise<{ revision: Revision; refused: null } | { revision: null; refused: string }> => {
  const revision = await ports.stores.submissions.get(event.value.revision ?? '');
  if (revision === null || revision.state === 'withdrawn' || revision.platform !== event.platform) {
    return { revision: null, refused: say.toastGone };
  }
  if (revision.chatId !== event.chatId) return { revision: null, refused: say.toastOtherChat };
  return { revision, refused: null };
};

export const toast = (tone: 'info' | 'good' | 'warn' | 'bad', text: string): ActionAnswer => ({
  toast: { tone, text },
});

/** Clicks of the same button within this time are one, milliseconds. */
export const CLICK_WINDOW = 3000;
