import { z } from 'zod';
import { type CardContext, checkCard } from '../cards/check-card.ts';
import type { ChatRecord, MentionRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { Platform } from './platform.ts';
import { Refusal } from './refusals.ts';

const textContent = z.object({ text: z.string().min(1) });
const fileContent = z.object({ file_key: z.string() });
const imageContent = z.object({ image_key: z.string() });
/** A mobile or landline number or an e-mail address in plain sight. */
const contact = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?!\d)|[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]{2,10}/i;
const atTag = /<at user_id="([^"]{1,80})">([^<]{0,80})<\/at>/g;

/** Checks what the bot wants to send and turns it into the form in which messages are kept. */
export function outgoingContent(
  platform: Platform,
  chat: ChatRecord,
  type: string,
  content: string,
): { content: string; mentions: MentionRecord[] } {
  const { world, limits } = platform;
  const most = type === 'text' ? limits.textBytes : limits.cardBytes;
  if (Buffer.byteLength(content) > most) throw new Refusal(230025);
  const value = parseContent(content);
  if (platform.refusesContacts && contact.test(content)) throw new Refusal(230028);
  if (type === 'text') return textWithMentions(world, chat, ofForm(textContent, value).text);
  if (type === 'file') ownFile(world, ofForm(fileContent, value).file_key, 'file');
  else if (type === 'image') ownFile(world, ofForm(imageContent, value).image_key, 'image');
  else if (type === 'interactive') assertCard(world, value);
  else if (type !== 'post') throw new Refusal(230001, { detail: `ext=invalid msg_type: ${type}` });
  return { content, mentions: [] };
}

/** Throws 230099 with the card checker's sub-code. */
export function assertCard(world: World, card: unknown): void {
  const problem = checkCard(card, cardContext(world));
  if (problem) {
    throw new Refusal(230099, {
      detail: `, ext=ErrCode: ${problem.code}; ErrMsg: ${problem.message}; ErrorValue: ${problem.value}; `,
    });
  }
}

/** Cards may name people of the tenant and images the bot uploaded. */
export function cardContext(world: World): CardContext {
  return {
    knowsPerson: (id) => world.members.has(id) || id === world.app.botId,
    knowsImage: (key) => world.files.get(key)?.fromBot === true,
  };
}

function parseContent(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new Refusal(230001, { detail: 'ext=content is not a string in json format' });
  }
}

function ofForm<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Refusal(230001, { detail: 'ext=content is not of the form of msg_type' });
  return parsed.data;
}

function ownFile(world: World, key: string, kind: 'file' | 'image'): void {
  const file = world.files.get(key);
  if (!file?.fromBot) throw new Refusal(230017);
  if (file.kind !== kind) throw new Refusal(230055);
}

function textWithMentions(
  world: World,
  chat: ChatRecord,
  text: string,
): { content: string; mentions: MentionRecord[] } {
  const mentions: MentionRecord[] = [];
  const plain = text.replace(atTag, (_whole, id: string, name: string) => {
    if (id === 'all') return '@_all';
    if (!chat.memberIds.includes(id)) throw new Refusal(230001, { detail: `ext=invalid at user id: ${id}` });
    const key = `@_user_${mentions.length + 1}`;
    mentions.push({ key, id, name: world.nameOf(id) || name });
    return key;
  });
  return { content: JSON.stringify({ text: plain }), mentions };
}
