import { currentCollection } from '../collection/roster.ts';
import type { ActionAnswer, CardAction } from '../core/chat-event.ts';
import { AppError } from '../core/errors.ts';
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

/** Whether somebody organises everywhere or the chat's collection, or owns or administers the chat. */
export const isOrganiser = async (
  chat: { readonly platform: string; readonly chatId: string },
  memberId: string,
  ports: HandlerPorts,
): Promise<boolean> => {
  if (ports.settings.organiserIds.has(memberId)) return true;
  const collection = currentCollection(await ports.stores.collections.ofChat(chat.platform, chat.chatId));
  if (collection?.organisers.includes(memberId)) return true;
  try {
    const { ownerId, adminIds } = await ports.platformOf(chat.platform).chatInfo(chat.chatId);
    return ownerId === memberId || adminIds.includes(memberId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ports.log.warn({ chatId: chat.chatId, code: error.code }, 'chat-info-unavailable');
    return false;
  }
};

export const toast = (tone: 'info' | 'good' | 'warn' | 'bad', text: string): ActionAnswer => ({
  toast: { tone, text },
});

/** Clicks of the same button within this time are one, milliseconds. */
export const CLICK_WINDOW = 3000;
