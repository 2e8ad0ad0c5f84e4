import type { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';

/** The bot's messages in a chat, oldest first. */
export const botMessages = (emulator: FeishuEmulator, chatId: string): MessageRecord[] =>
  emulator.messages(chatId).filter((message) => message.fromBot);

/** The bot's answers under a message. */
export const answersTo = (emulator: FeishuEmulator, message: MessageRecord): MessageRecord[] =>
  botMessages(emulator, message.chatId).filter((answer) => answer.parentId === message.id);

/** A card's header as one line. */
export const titleOf = (message: MessageRecord): string =>
  String(find(JSON.parse(message.content), ['header', 'title', 'content']) ?? '');

/** Every word a card shows, markup taken out. */
export const wordsOf = (message: MessageRecord): string =>
  strings(JSON.parse(message.content))
    .join('\n')
    .replace(/<at id=([^>]*)><\/at>/gu, '@$1')
    .replace(/<[^>]+>|\*\*|\u200b/gu, '')
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));

/** The callback value of the button with this label. */
export const buttonValue = (message: MessageRecord, label: string): unknown => {
  const button = objects(JSON.parse(message.content)).find(
    (part) => part.tag === 'button' && find(part, ['text', 'content']) === label,
  );
  if (button === undefined) throw new Error(`no button ${label} on ${titleOf(message)}`);
  const behaviours = button.behaviors;
  return Array.isArray(behaviours) ? find(behaviours[0], ['value']) : button.value;
};

export const isProgress = (message: MessageRecord): boolean => /^(已收到|正在检查)/u.test(titleOf(message));

const find = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[key] : undefined),
    value,
  );

const objects = (value: unknown): Record<string, unknown>[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(objects);
  return Array.isArray(value) ? inside : [value as Record<string, unknown>, ...inside];
};

const strings = (value: unknown): string[] =>
  objects(value).flatMap((part) => (typeof part.content === 'string' ? [part.content] : []));
