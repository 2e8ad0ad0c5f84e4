import type { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';

/** What a nudge says about one collection, and to whom. */
export interface ReadNudge {
  readonly chatId: string;
  /** The collection's. */
  readonly name: string;
  /** Ids: those named, or the one who is spoken to in private. */
  readonly people: readonly string[];
}

interface Element {
  readonly tag: string;
  readonly content?: string;
}

/** The nudges in a message of the bot, one per collection; none when it is another kind of message. */
export const readNudges = (emulator: FeishuEmulator, message: MessageRecord): ReadNudge[] => {
  if (message.type !== 'interactive') return [];
  const card = JSON.parse(message.content) as {
    header?: { title?: { content?: string } };
    body?: { elements?: readonly Element[] };
  };
  if (!card.header?.title?.content?.startsWith('交稿提醒')) return [];
  const alone = emulator.world.chats.get(message.chatId)?.personId ?? null;
  return (card.body?.elements ?? []).flatMap(({ tag, content = '' }): ReadNudge[] => {
    const name = /《([^》]+)》/u.exec(content)?.[1];
    if (tag !== 'markdown' || name === undefined) return [];
    const named = [...content.matchAll(/<at id=(\w+)>/gu)].map((match) => match[1] ?? '');
    return [{ chatId: message.chatId, name, people: alone === null ? named : [alone] }];
  });
};
