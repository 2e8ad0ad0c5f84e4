import type {
  PlaygroundChat,
  PlaygroundEvent,
  PlaygroundMember,
  PlaygroundMessage,
  PlaygroundState,
} from '../../web-api.ts';
import type { StreamState } from './event-stream.ts';

export interface ChatState {
  readonly playground: PlaygroundState | null;
  /** Oldest first. */
  readonly messages: Readonly<Record<string, readonly PlaygroundMessage[]>>;
  readonly stream: StreamState;
}

export type ChatChange =
  | { type: 'loaded'; playground: PlaygroundState; messages: Record<string, PlaygroundMessage[]> }
  | { type: 'event'; event: PlaygroundEvent }
  | { type: 'stream'; state: StreamState };

export const emptyState: ChatState = { playground: null, messages: {}, stream: 'connecting' };

const bySending = (a: PlaygroundMessage, b: PlaygroundMessage): number => a.sentAt - b.sentAt;

/** A newer copy replaces an older one; an older copy that comes late is dropped. */
export function withMessage(
  list: readonly PlaygroundMessage[],
  message: PlaygroundMessage,
): readonly PlaygroundMessage[] {
  const at = list.findIndex((known) => known.id === message.id);
  if (at === -1) return [...list, message].sort(bySending);
  const known = list[at];
  if (known !== undefined && (known.updatedAt ?? 0) > (message.updatedAt ?? 0)) return list;
  return list.with(at, message);
}

export function reduce(state: ChatState, change: ChatChange): ChatState {
  switch (change.type) {
    case 'stream':
      return { ...state, stream: change.state };
    case 'loaded': {
      // Events may have overtaken the answer: what is known already is laid over it.
      const messages: Record<string, readonly PlaygroundMessage[]> = { ...state.messages };
      for (const [chatId, loaded] of Object.entries(change.messages)) {
        messages[chatId] = loaded.reduce(withMessage, messages[chatId] ?? []);
      }
      return { ...state, playground: change.playground, messages };
    }
    case 'event':
      if (change.event.type === 'state') return { ...state, playground: change.event.state };
      return {
        ...state,
        messages: {
          ...state.messages,
          [change.event.message.chatId]: withMessage(
            state.messages[change.event.message.chatId] ?? [],
            change.event.message,
          ),
        },
      };
  }
}

export const memberMap = (members: readonly PlaygroundMember[]): ReadonlyMap<string, PlaygroundMember> =>
  new Map(members.map((member) => [member.id, member]));

/** The chats a member sees: groups they are in and their own talk with the bot; the latest talk first. */
export function chatsOf(state: ChatState, memberId: string): PlaygroundChat[] {
  const latest = (chat: PlaygroundChat): number => state.messages[chat.id]?.at(-1)?.sentAt ?? 0;
  return (state.playground?.chats ?? [])
    .filter((chat) => (chat.type === 'p2p' ? chat.personId === memberId : chat.memberIds.includes(memberId)))
    .sort((a, b) => latest(b) - latest(a));
}

export const messagesFor = (state: ChatState, chatId: string, memberId: string): PlaygroundMessage[] =>
  (state.messages[chatId] ?? []).filter((message) => message.onlyFor === undefined || message.onlyFor === memberId);

/** Messages of others after the instant up to which the member has read; `mentioned` when one of them names them. */
export function unreadOf(
  messages: readonly PlaygroundMessage[],
  memberId: string,
  readUpTo: number,
): { count: number; mentioned: boolean } {
  const fresh = messages.filter(
    ({ senderId, sentAt, content }) => senderId !== memberId && sentAt > readUpTo && content.kind !== 'recalled',
  );
  const mentioned = fresh.some(
    ({ content }) =>
      content.kind === 'text' && (content.text.includes('@_all') || content.mentions.some(({ id }) => id === memberId)),
  );
  return { count: fresh.length, mentioned };
}
