import { useEffect, useMemo, useState } from 'react';
import type { PlaygroundChat, PlaygroundMember } from '../web-api.ts';
import { ChatList } from './chat/chat-list.tsx';
import { Conversation } from './chat/conversation.tsx';
import { IdentityMenu } from './chat/identity-menu.tsx';
import { MemberList } from './chat/member-list.tsx';
import { ToastList } from './chat/toast-list.tsx';
import { useToasts } from './chat/use-toasts.ts';
import { useUploads } from './chat/use-uploads.ts';
import { chatsOf, memberMap, messagesFor, unreadOf } from './client/chat-state.ts';
import { useTabState } from './client/kept-state.ts';
import { usePlayground } from './client/use-playground.ts';
import { useReadMarks } from './client/use-read-marks.ts';
import { Icon } from './icon.tsx';

const openedAt = Date.now();

/** Whether the member list stands beside the talk; on narrower screens it covers it. */
const isWide = (): boolean => window.matchMedia('(min-width: 1100px)').matches;

export function App() {
  const state = usePlayground();
  const { toasts, show } = useToasts();
  const uploads = useUploads();
  const [asId, setAsId] = useTabState('playground.as', '');
  const [wantedChat, setWantedChat] = useTabState('playground.chat', '');
  const [drawer, setDrawer] = useState(false);
  const [panel, setPanel] = useState(isWide);

  const members = useMemo(() => memberMap(state.playground?.members ?? []), [state.playground]);
  const people = useMemo(() => [...members.values()].filter(({ isBot }) => !isBot), [members]);
  const viewer = people.find(({ id }) => id === asId) ?? people[0];
  const viewerId = viewer?.id ?? '';
  const chats = useMemo(() => chatsOf(state, viewerId), [state, viewerId]);
  // Without a choice it is the first group there is: the list's own order changes with every message.
  const own = state.playground?.chats.filter((some) => chats.includes(some)) ?? [];
  const chat = own.find(({ id }) => id === wantedChat) ?? own.find(({ type }) => type === 'group') ?? own[0];
  const chatId = chat?.id;
  const messages = useMemo(
    () => (chatId === undefined ? [] : messagesFor(state, chatId, viewerId)),
    [state, chatId, viewerId],
  );

  // What came before the first visit does not count as new.
  const marks = useReadMarks(viewerId, chatId, messages.at(-1)?.sentAt ?? 0);
  const readUpTo = Object.fromEntries(chats.map(({ id }) => [id, marks[viewerId]?.[id] ?? openedAt]));

  const unread = chats.reduce(
    (sum, { id }) => sum + unreadOf(messagesFor(state, id, viewerId), viewerId, readUpTo[id] ?? openedAt).count,
    0,
  );
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${chat?.name ?? '催稿'} · 催稿试用`;
  }, [unread, chat?.name]);

  if (state.playground === null || viewer === undefined) {
    return <p className="starting">{state.stream === 'lost' ? '连不上服务，正在重试…' : '正在连接…'}</p>;
  }

  return (
    <div className={`app ${drawer ? 'drawer-open' : ''} ${panel ? 'panel-open' : ''}`}>
      <nav className="sidebar" aria-label="会话">
        <IdentityMenu viewer={viewer} members={people} onActAs={setAsId} />
        <ChatList
          chats={chats}
          state={state}
          members={members}
          viewerId={viewerId}
          openId={chatId}
          readUpTo={readUpTo}
          onOpen={(id) => {
            setWantedChat(id);
            setDrawer(false);
          }}
        />
        <BotState connected={state.playground.botConnected} lost={state.stream === 'lost'} />
      </nav>
      {drawer && <button type="button" className="veil" aria-label="收起会话列表" onClick={() => setDrawer(false)} />}
      <main className="stage">
        {state.stream === 'lost' && (
          <p className="stream-lost" role="alert">
            <Icon name="alert" /> 网络已断开，正在重新连接…
          </p>
        )}
        {chat === undefined ? (
          <p className="starting">这个成员还没有会话</p>
        ) : (
          <Conversation
            key={chat.id}
            chat={chat}
            messages={messages}
            members={members}
            viewer={viewer}
            toast={show}
            uploads={uploads}
            header={
              <ChatHeader
                chat={chat}
                connected={state.playground.botConnected}
                panel={panel}
                onMenu={() => setDrawer(true)}
                onPanel={() => setPanel(!panel)}
              />
            }
          />
        )}
      </main>
      {panel && (
        <button type="button" className="veil panel-veil" aria-label="收起成员列表" onClick={() => setPanel(false)} />
      )}
      {panel && chat !== undefined && (
        <MemberPanel
          chat={chat}
          members={chat.memberIds.flatMap((id) => members.get(id) ?? [])}
          viewerId={viewerId}
          onClose={() => setPanel(false)}
          onActAs={(id) => {
            setAsId(id);
            if (!isWide()) setPanel(false);
          }}
        />
      )}
      <ToastList toasts={toasts} />
    </div>
  );
}

function BotState({ connected, lost }: { connected: boolean; lost: boolean }) {
  return (
    <p className={`bot-state ${connected && !lost ? 'on' : 'off'}`} role="status">
      <span className="lamp" aria-hidden="true" />
      {lost ? '正在重新连接' : connected ? '机器人在线' : '机器人未连接'}
    </p>
  );
}

interface PanelProperties {
  readonly chat: PlaygroundChat;
  readonly members: readonly PlaygroundMember[];
  readonly viewerId: string;
  onClose(): void;
  onActAs(memberId: string): void;
}

function MemberPanel({ chat, members, viewerId, onClose, onActAs }: PanelProperties) {
  return (
    <aside className="member-panel" aria-label="群成员">
      <header>
        <h2>{chat.type === 'group' ? `群成员 ${chat.memberIds.length}` : '成员'}</h2>
        <button type="button" className="round-button" aria-label="关闭成员列表" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <MemberList members={members} viewerId={viewerId} onActAs={onActAs} />
    </aside>
  );
}

interface HeaderProperties {
  readonly chat: PlaygroundChat;
  readonly connected: boolean;
  readonly panel: boolean;
  onMenu(): void;
  onPanel(): void;
}

function ChatHeader({ chat, connected, panel, onMenu, onPanel }: HeaderProperties) {
  return (
    <header className="chat-header">
      <button type="button" className="round-button menu-button" aria-label="打开会话列表" onClick={onMenu}>
        <Icon name="menu" />
      </button>
      <div className="chat-title">
        <h1 className="cut">{chat.name}</h1>
        {chat.type === 'group' && <span className="member-count">{chat.memberIds.length}</span>}
        {!connected && <span className="offline">机器人未连接</span>}
        {chat.announcement !== undefined && chat.announcement !== '' && (
          <p className="announcement cut" title={chat.announcement}>
            群公告：{chat.announcement}
          </p>
        )}
      </div>
      <button
        type="button"
        className="round-button"
        aria-label={panel ? '收起成员列表' : '查看成员列表'}
        aria-pressed={panel}
        title="成员"
        onClick={onPanel}
      >
        <Icon name="people" />
      </button>
    </header>
  );
}
