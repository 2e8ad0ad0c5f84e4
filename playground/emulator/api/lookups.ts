import type { ChatRecord, MessageRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { Refusal } from './refusals.ts';

/** A chat the bot is in, or the refusal with the given codes. */
export function chatWithBot(world: World, chatId: string, codes = { unknown: 230034, outside: 230002 }): ChatRecord {
  const chat = world.chats.get(chatId);
  if (!chat) throw new Refusal(codes.unknown);
  if (!chat.botInside) throw new Refusal(codes.outside);
  return chat;
}

/** A message that stands, in a chat the bot is in. */
export function standingMessage(world: World, messageId: string): MessageRecord {
  const message = world.messages.get(messageId);
  if (!message) throw new Refusal(231003);
  chatWithBot(world, message.chatId);
  if (message.recalled) throw new Refusal(message.fromBot ? 230110 : 230011);
  return message;
}

/** Cuts one page out of `items`; tokens are positions. `refusal` is what the API calls a wrong parameter. */
export function page<T>(
  items: readonly T[],
  query: Readonly<Record<string, string>>,
  most: number,
  refusal = 230001,
): { items: T[]; page_token: string; has_more: boolean } {
  const size = Number(query.page_size ?? Math.min(20, most));
  const start = query.page_token ? Number(Buffer.from(query.page_token, 'base64url').toString().replace('at:', '')) : 0;
  if (!Number.isInteger(size) || size < 1 || size > most) throw new Refusal(refusal, { detail: 'page_size' });
  if (!Number.isInteger(start) || start < 0) throw new Refusal(refusal, { detail: 'page_token' });
  const end = start + size;
  const more = end < items.length;
  return {
    items: items.slice(start, end),
    page_token: more ? Buffer.from(`at:${end}`).toString('base64url') : '',
    has_more: more,
  };
}
