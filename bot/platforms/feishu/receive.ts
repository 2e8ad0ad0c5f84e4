import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import type { ChatEvent, FileRef, MemberRef } from '../../../core/chat-event.ts';
import { fieldNameOf } from './card-form.ts';
import { readContent } from './message-content.ts';
import {
  botChatEventSchema,
  cardActionEventSchema,
  type Envelope,
  membersEventSchema,
  messageEventSchema,
  recalledEventSchema,
} from './schema.ts';

const sha256 = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Equal without telling by its duration where they differ. */
export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(sha256(a), sha256(b));

/** The platform's signature over the bytes as they came: SHA-256 of timestamp, nonce, key and body, hex. */
export const signatureMatches = (
  body: Uint8Array,
  key: string,
  headers: { timestamp: string | undefined; nonce: string | undefined; signature: string | undefined },
): boolean => {
  const { timestamp, nonce, signature } = headers;
  if (timestamp === undefined || nonce === undefined || signature === undefined) return false;
  return sameSecret(sha256(timestamp, nonce, key, body).toString('hex'), signature.toLowerCase());
};

/** AES-256-CBC with the key's SHA-256, the first 16 bytes being the IV. Throws when it does not decrypt. */
export const decrypt = (encrypted: string, key: string): string => {
  const bytes = Buffer.from(encrypted, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', sha256(key), bytes.subarray(0, 16));
  return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
};

export type Received =
  | { readonly event: ChatEvent }
  /** Nothing for us; `why` is for the debug log. */
  | { readonly ignored: string };

/** A platform event as ours. Throws a ZodError when a type we know lacks what we need. */
export const toChatEvent = (envelope: Envelope, bot: { openId: string }): Received => {
  const { header, event } = envelope;
  const base = { platform: 'feishu', eventKey: header.event_id, at: isoTime(header.create_time) };
  switch (header.event_type) {
    case 'im.message.receive_v1':
      return messageReceived(event, base, bot.openId);
    case 'card.action.trigger':
      return cardAction(event, base);
    case 'im.message.recalled_v1': {
      const { chat_id, message_id } = recalledEventSchema.parse(event);
      return { event: { ...base, type: 'message-recalled', chatId: chat_id, messageId: message_id } };
    }
    case 'im.chat.member.bot.added_v1': {
      const { chat_id, operator_id } = botChatEventSchema.parse(event);
      const operator = member(operator_id?.open_id, undefined);
      return {
        event: { ...base, type: 'bot-added', chatId: chat_id, ...(operator === null ? {} : { operator }) },
      };
    }
    case 'im.chat.member.bot.deleted_v1':
    case 'im.chat.disbanded_v1':
      return { event: { ...base, type: 'bot-removed', chatId: botChatEventSchema.parse(event).chat_id } };
    case 'im.chat.member.user.added_v1':
      return membersChanged(event, base, 'joined');
    case 'im.chat.member.user.deleted_v1':
    case 'im.chat.member.user.withdrawn_v1':
      return membersChanged(event, base, 'left');
    default:
      return { ignored: `type ${header.event_type}` };
  }
};

/** The event types the application must subscribe to; documented in README.md. */
export const subscribedEvents = [
  'im.message.receive_v1',
  'card.action.trigger',
  'im.message.recalled_v1',
  'im.chat.member.bot.added_v1',
  'im.chat.member.bot.deleted_v1',
  'im.chat.disbanded_v1',
  'im.chat.member.user.added_v1',
  'im.chat.member.user.deleted_v1',
  'im.chat.member.user.withdrawn_v1',
] as const;

type Base = { platform: string; eventKey: string; at: string };

const messageReceived = (payload: unknown, base: Base, botId: string): Received => {
  const { sender, message } = messageEventSchema.parse(payload);
  const from = member(sender.sender_id?.open_id, undefined);
  if (sender.sender_type !== 'user' || from?.id === botId) return { ignored: 'sent by a bot' };
  if (from === null) return { ignored: 'sender unknown' };
  const content = readContent(message.message_type, message.content, message.mentions ?? [], botId);
  return {
    event: {
      ...base,
      type: 'message-received',
      eventKey: message.message_id,
      at: isoTime(message.create_time ?? undefined, base.at),
      chatId: message.chat_id,
      messageId: message.message_id,
      chatType: message.chat_type === 'p2p' ? 'p2p' : 'group',
      sender: from,
      ...(message.parent_id ? { parentId: message.parent_id } : {}),
      text: content.text,
      files: content.files.map((file): FileRef => ({ messageId: message.message_id, ...file })),
      mentionsBot: content.mentionsBot,
      mentions: content.mentions,
      mentionsAll: content.mentionsAll,
    },
  };
};

const cardAction = (payload: unknown, base: Base): Received => {
  const { operator, action, context } = cardActionEventSchema.parse(payload);
  const by = member(operator.open_id, undefined);
  const value = typeof action.value === 'string' ? parseObject(action.value) : (action.value ?? {});
  const name = value.action;
  if (by === null || typeof name !== 'string') return { ignored: 'not one of our buttons' };
  return {
    event: {
      ...base,
      type: 'card-action',
      chatId: context.open_chat_id,
      messageId: context.open_message_id,
      operator: by,
      action: name,
      value: strings(value, 'action'),
      form: formValues(action.form_value ?? {}),
    },
  };
};

const membersChanged = (payload: unknown, base: Base, side: 'joined' | 'left'): Received => {
  const { chat_id, users } = membersEventSchema.parse(payload);
  const who = users.map((user) => member(user.user_id?.open_id, user.name ?? undefined)).filter((ref) => ref !== null);
  return {
    event: {
      ...base,
      type: 'members-changed',
      chatId: chat_id,
      joined: side === 'joined' ? who : [],
      left: side === 'left' ? who : [],
    },
  };
};

const member = (id: string | null | undefined, name: string | undefined): MemberRef | null =>
  id ? { id, ...(name ? { name } : {}) } : null;

/** Events carry milliseconds, clicks microseconds. */
const isoTime = (given: string | undefined, otherwise = new Date(0).toISOString()): string => {
  const time = Number(given);
  if (given === undefined || !Number.isFinite(time) || time <= 0 || time >= 1e17) return otherwise;
  return new Date(time >= 1e14 ? time / 1000 : time).toISOString();
};

const parseObject = (json: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
};

const strings = (value: Record<string, unknown>, without: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => key !== without && ['string', 'number', 'boolean'].includes(typeof item))
      .map(([key, item]) => [key, String(item)]),
  );

/** "2026-12-31 18:00 +0800" becomes the wall time the person chose; empty fields are left out. */
const formValues = (form: Record<string, unknown>): Record<string, string | string[]> => {
  const values: Record<string, string | string[]> = {};
  for (const [given, value] of Object.entries(form)) {
    const name = fieldNameOf(given);
    if (Array.isArray(value)) values[name] = value.filter((item) => typeof item === 'string');
    else if (typeof value === 'string') {
      const trimmed = value.replace(/^(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?) [+-]\d{4}$/u, '$1');
      if (trimmed !== '') values[name] = trimmed;
    } else if (typeof value === 'number' || typeof value === 'boolean') values[name] = String(value);
  }
  return values;
};
