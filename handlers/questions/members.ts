import type { MemberRef } from '../../core/chat-event.ts';
import { AppError } from '../../core/errors.ts';
import { sayOfAnswers } from '../../report/replying/answer-wording.ts';
import type { HandlerPorts } from '../ports.ts';

interface Chat {
  readonly platform: string;
  readonly chatId: string;
}

/** The members of a chat as we know them, else as the platform tells; none when it does not. */
export const membersOf = async (chat: Chat, ports: HandlerPorts): Promise<MemberRef[]> => {
  const known = await ports.stores.chats.members(chat.platform, chat.chatId);
  if (known !== null) return known;
  try {
    const members = await ports.platformOf(chat.platform).members(chat.chatId);
    await ports.stores.chats.replaceMembers(chat.platform, chat.chatId, members);
    return members;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ports.log.warn({ chatId: chat.chatId, code: error.code }, 'members-unavailable');
    return [];
  }
};

/** Whose a report is, as its answer says; null: of the one who asks, in a talk of two or where names are not known. */
export const ownerName = async (
  author: MemberRef,
  asked: Chat & { readonly by: string; readonly isGroup: boolean },
  ports: HandlerPorts,
): Promise<string | null> => {
  const own = author.id === asked.by;
  const members = asked.isGroup || !own ? await membersOf(asked, ports) : await known(asked, ports);
  return author.name ?? members.find(({ id }) => id === author.id)?.name ?? (own ? null : sayOfAnswers.somebody);
};

const known = async (chat: Chat, ports: HandlerPorts): Promise<MemberRef[]> =>
  (await ports.stores.chats.members(chat.platform, chat.chatId)) ?? [];

/** What to call a member in a chat. */
export const memberName = async (member: MemberRef, chat: Chat, ports: HandlerPorts): Promise<string> =>
  member.name ?? (await membersOf(chat, ports)).find(({ id }) => id === member.id)?.name ?? sayOfAnswers.somebody;
