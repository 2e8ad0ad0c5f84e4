import type { Names } from '../../collection/replying/description.ts';
import type { MemberRef } from '../../core/chat-event.ts';
import { collectionIdOf } from '../../core/derived-id.ts';
import { AppError } from '../../core/errors.ts';
import type { Collection, CollectionDraft } from '../../core/records.ts';
import type { HandlerPorts } from '../ports.ts';
import type { Chat } from './organisers.ts';

export const TIME_ZONE = 'Asia/Shanghai';

/** Starts what a draft says; starting it again gives the collection that stands. */
export const startCollection = async (
  draft: CollectionDraft & { readonly deadline: string },
  starter: { readonly id: string; readonly at: string },
  ports: HandlerPorts,
): Promise<Collection> => {
  const { collections } = ports.stores;
  const id = collectionIdOf(draft.id);
  const known = await collections.get(id);
  if (known !== null) return known;
  const collection: Collection = {
    id,
    platform: draft.platform,
    chatId: draft.chatId,
    name: draft.name,
    requirements: draft.requirements,
    audience: draft.audience,
    deadline: draft.deadline,
    timeZone: draft.timeZone,
    policy: 'default',
    organisers: [...new Set([starter.id, draft.by])],
    state: 'open',
    createdBy: starter.id,
    createdAt: starter.at,
  };
  await collections.create(collection, starter.id);
  return collection;
};

/** Cards tell how many of how many have handed in; without the names of members they simply leave it out. */
export const rememberMembers = async (chat: Chat, ports: HandlerPorts): Promise<void> => {
  try {
    const members = await ports.platformOf(chat.platform).members(chat.chatId);
    await ports.stores.chats.replaceMembers(chat.platform, chat.chatId, members);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ports.log.warn({ chatId: chat.chatId, code: error.code }, 'members-unavailable');
  }
};

export const namesIn = async (chat: Chat, ports: HandlerPorts): Promise<Names> => ({
  kinds: ports.settings.kinds,
  parts: ports.settings.parts,
  members: await ports.stores.chats.members(chat.platform, chat.chatId),
});

/** The open ones of a chat, due first first. */
export const openCollections = async (chat: Chat, ports: HandlerPorts): Promise<Collection[]> =>
  (await ports.stores.collections.ofChat(chat.platform, chat.chatId))
    .filter((collection) => collection.state === 'open')
    .sort((a, b) => Date.parse(a.deadline) - Date.parse(b.deadline));

/** Somebody with the name the chat knows; events seldom carry one. */
export const namedMember = async (chat: Chat, member: MemberRef, ports: HandlerPorts): Promise<MemberRef> => {
  if (member.name !== undefined) return member;
  const members = await ports.stores.chats.members(chat.platform, chat.chatId);
  return members?.find(({ id }) => id === member.id) ?? member;
};
