import { AppError } from '../../core/errors.ts';
import type { Collection } from '../../core/records.ts';
import type { HandlerPorts } from '../ports.ts';

export interface Chat {
  readonly platform: string;
  readonly chatId: string;
}

/** What it takes to know. */
export type OrganiserPorts = Pick<HandlerPorts, 'platformOf' | 'stores' | 'log'> & {
  readonly settings: Pick<HandlerPorts['settings'], 'organiserIds'>;
};

/** Whether somebody may run a collection: its organisers, who is set to organise everywhere, the chat's own. */
export const mayOrganise = async (
  chat: Chat,
  memberId: string,
  collection: Pick<Collection, 'organisers'> | null,
  ports: OrganiserPorts,
): Promise<boolean> => {
  if (collection?.organisers.includes(memberId)) return true;
  if (ports.settings.organiserIds.has(memberId)) return true;
  return runsChat(chat, memberId, ports);
};

/** Whether somebody may act as an organiser of a chat, whichever collection it is about. */
export const mayOrganiseChat = async (chat: Chat, memberId: string, ports: OrganiserPorts): Promise<boolean> => {
  const collections = await ports.stores.collections.ofChat(chat.platform, chat.chatId);
  const organisers = collections.filter(({ state }) => state === 'open').flatMap((collection) => collection.organisers);
  return mayOrganise(chat, memberId, { organisers }, ports);
};

/** Owners and administrators; nobody when the platform does not tell. */
const runsChat = async (chat: Chat, memberId: string, ports: OrganiserPorts): Promise<boolean> => {
  try {
    const { ownerId, adminIds } = await ports.platformOf(chat.platform).chatInfo(chat.chatId);
    return ownerId === memberId || adminIds.includes(memberId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ports.log.warn({ chatId: chat.chatId, code: error.code }, 'chat-info-unavailable');
    return false;
  }
};
