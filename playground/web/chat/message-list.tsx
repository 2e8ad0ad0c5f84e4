import { Fragment, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PlaygroundMessage } from '../../web-api.ts';
import { timeLabel } from '../client/readable.ts';
import { Icon } from '../icon.tsx';
import { MessageRow, type RowProperties } from './message-row.tsx';
import { preview } from './preview.ts';

const pauseMs = 5 * 60_000;
const nearBottomPx = 80;

const joins = (before: PlaygroundMessage | undefined, message: PlaygroundMessage): boolean =>
  before !== undefined &&
  before.senderId === message.senderId &&
  before.content.kind !== 'recalled' &&
  message.sentAt - before.sentAt < pauseMs;

interface ListProperties
  extends Pick<RowProperties, 'members' | 'surroundings' | 'onAct' | 'onReply' | 'onRecall' | 'onCopy'> {
  readonly chatId: string;
  /** The message shown above the talk. */
  readonly noticeId: string | undefined;
  readonly messages: readonly PlaygroundMessage[];
  /** Files on their way up, at the end. */
  readonly children?: React.ReactNode;
}

/** The talk. Stays at its end while the reader is there; otherwise says that something new came. */
export function MessageList({ chatId, noticeId, messages, children, ...row }: ListProperties) {
  const scroller = useRef<HTMLDivElement>(null);
  const inside = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [below, setBelow] = useState(false);
  const byId = useMemo(() => new Map(messages.map((message) => [message.id, message])), [messages]);
  const lastId = messages.at(-1)?.id;

  const toEnd = useCallback((): void => {
    const box = scroller.current;
    if (box !== null) box.scrollTop = box.scrollHeight;
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another chat starts at its end
  useLayoutEffect(() => {
    atEnd.current = true;
    setBelow(false);
    toEnd();
  }, [chatId]);

  const lastOwn = messages.at(-1)?.senderId === row.surroundings.viewerId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when a message came, not when the reader changed
  useLayoutEffect(() => {
    if (atEnd.current || lastOwn) toEnd();
    else setBelow(true);
  }, [lastId]);

  // Cards grow after they came: charts and pictures load, panels open, the bot edits them. And the room for them shrinks:
  // a banner comes on top, a reply begins below, a phone's keyboard opens.
  useEffect(() => {
    if (inside.current === null || scroller.current === null) return;
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    watcher.observe(inside.current);
    watcher.observe(scroller.current);
    return () => watcher.disconnect();
  }, [toEnd]);

  const show = useCallback((messageId: string): void => {
    const target = document.getElementById(`message-${messageId}`);
    target?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    target?.classList.remove('flash');
    // Reading the size lets the animation begin again.
    void target?.offsetWidth;
    target?.classList.add('flash');
  }, []);

  const present = messages.filter(({ content }) => content.kind !== 'recalled');
  const pinned = present.find(({ id }) => id === noticeId) ?? present.findLast((message) => message.pinned === true);
  return (
    <div className="talk">
      {pinned !== undefined && <PinBanner message={pinned} members={row.members} onShow={() => show(pinned.id)} />}
      <div
        ref={scroller}
        className="scroller"
        onScroll={({ currentTarget: box }) => {
          atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearBottomPx;
          if (atEnd.current) setBelow(false);
        }}
      >
        <div ref={inside} className="scrolled">
          <ol className="messages" role="log" aria-label="聊天记录" aria-live="polite">
            {messages.map((message, index) => {
              const before = messages[index - 1];
              const paused = before === undefined || message.sentAt - before.sentAt >= pauseMs;
              return (
                <Fragment key={message.id}>
                  {paused && <li className="system-line">{timeLabel(message.sentAt, Date.now())}</li>}
                  <MessageRow
                    {...row}
                    message={message}
                    parent={message.parentId === undefined ? undefined : byId.get(message.parentId)}
                    joined={!paused && joins(before, message)}
                    onShow={show}
                  />
                </Fragment>
              );
            })}
          </ol>
          {children}
        </div>
      </div>
      {below && (
        <button
          type="button"
          className="new-below"
          onClick={() => {
            setBelow(false);
            toEnd();
          }}
        >
          <Icon name="down" /> 有新消息
        </button>
      )}
    </div>
  );
}

function PinBanner({ message, members, onShow }: Pick<RowProperties, 'message' | 'members'> & { onShow(): void }) {
  return (
    <button type="button" className="pin-banner" onClick={onShow}>
      <Icon name="pin" />
      <span className="cut">
        <strong>置顶</strong> {members.get(message.senderId)?.name ?? ''}：{preview(message.content)}
      </span>
    </button>
  );
}
