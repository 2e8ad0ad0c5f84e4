import type { PlaygroundChat, PlaygroundMember } from '../../web-api.ts';
import { type ChatState, messagesFor, unreadOf } from '../client/chat-state.ts';
import { shortTimeLabel } from '../client/readable.ts';
import { Avatar } from './avatar.tsx';
import { previewWithName } from './preview.ts';

interface ChatListProperties {
  readonly chats: readonly PlaygroundChat[];
  readonly state: ChatState;
  readonly members: ReadonlyMap<string, PlaygroundMember>;
  readonly viewerId: string;
  readonly openId: string | undefined;
  /** Up to when the viewer has read, by chat. */
  readonly readUpTo: Readonly<Record<string, number>>;
  onOpen(chatId: string): void;
}

export function ChatList({ chats, state, members, viewerId, openId, readUpTo, onOpen }: ChatListProperties) {
  const now = Date.now();
  return (
    <ul className="chat-list" aria-label="会话列表">
      {chats.map((chat) => {
        const messages = messagesFor(state, chat.id, viewerId);
        const last = messages.at(-1);
        const { count, mentioned } = unreadOf(messages, viewerId, readUpTo[chat.id] ?? Number.POSITIVE_INFINITY);
        const bot = chat.type === 'p2p';
        return (
          <li key={chat.id}>
            <button
              type="button"
              className={`chat-entry ${chat.id === openId ? 'open' : ''}`}
              aria-current={chat.id === openId}
              aria-label={`${chat.name}${count > 0 ? `，${count} 条未读` : ''}`}
              onClick={() => onOpen(chat.id)}
            >
              <Avatar
                name={chat.name}
                kind={bot ? 'bot' : 'group'}
                colour={bot ? (members.get(state.playground?.botId ?? '')?.colour ?? '#2b67f0') : '#3a6be0'}
              />
              <span className="chat-words">
                <span className="chat-name">
                  <span className="cut">{chat.name}</span>
                  {bot && <span className="bot-mark">机器人</span>}
                  {last !== undefined && <time>{shortTimeLabel(last.sentAt, now)}</time>}
                </span>
                <span className="chat-last">
                  <span className="cut">
                    {mentioned && <em>[有人@我] </em>}
                    {last === undefined ? '暂无消息' : previewWithName(last, members, viewerId)}
                  </span>
                  {count > 0 && <span className="unread">{count > 99 ? '99+' : count}</span>}
                </span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
