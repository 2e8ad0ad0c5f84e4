import { memo, useState } from 'react';
import type { PlaygroundMember, PlaygroundMessage } from '../../web-api.ts';
import { Boundary } from '../boundary.tsx';
import type { CardSurroundings } from '../card/card-context.ts';
import { timeLabel } from '../client/readable.ts';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { Icon } from '../icon.tsx';
import { Avatar } from './avatar.tsx';
import { MessageContent } from './message-content.tsx';
import { preview } from './preview.ts';
import { Reactions } from './reactions.tsx';

export interface RowProperties {
  readonly message: PlaygroundMessage;
  readonly parent: PlaygroundMessage | undefined;
  readonly members: ReadonlyMap<string, PlaygroundMember>;
  readonly surroundings: Omit<CardSurroundings, 'act'>;
  /** Follows another message of the same sender closely: no picture, no name. */
  readonly joined: boolean;
  onAct(messageId: string, click: Parameters<CardSurroundings['act']>[0]): Promise<void>;
  onReply(message: PlaygroundMessage): void;
  onRecall(message: PlaygroundMessage): void;
  onCopy(message: PlaygroundMessage): void;
  onShow(messageId: string): void;
}

function Quote({ parent, name, onShow }: { parent: PlaygroundMessage | undefined; name: string; onShow(): void }) {
  if (parent === undefined) return <div className="quote gone">引用的消息不在此会话中</div>;
  return (
    <button
      type="button"
      className="quote"
      aria-label={`查看被回复的消息：${preview(parent.content)}`}
      onClick={onShow}
    >
      <span className="cut">
        回复 {name}：{preview(parent.content)}
      </span>
    </button>
  );
}

function Actions({ message, own, onReply, onRecall, onCopy }: RowProperties & { own: boolean }) {
  const [asking, setAsking] = useState(false);
  return (
    <div className="message-actions" role="toolbar" aria-label="消息操作">
      <button type="button" className="round-button" aria-label="回复" title="回复" onClick={() => onReply(message)}>
        <Icon name="reply" />
      </button>
      {message.content.kind === 'text' && (
        <button type="button" className="round-button" aria-label="复制" title="复制" onClick={() => onCopy(message)}>
          <Icon name="copy" />
        </button>
      )}
      {own && (
        <button type="button" className="round-button" aria-label="撤回" title="撤回" onClick={() => setAsking(true)}>
          <Icon name="recall" />
        </button>
      )}
      {asking && (
        <ConfirmDialog
          title="撤回这条消息？"
          text="撤回后，群里的人都看不到这条消息。"
          confirmLabel="撤回"
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onRecall(message);
          }}
        />
      )}
    </div>
  );
}

function Row(properties: RowProperties) {
  const { message, parent, members, surroundings, joined } = properties;
  const sender = members.get(message.senderId);
  const name = sender?.name ?? '未知成员';
  const own = message.senderId === surroundings.viewerId;
  if (message.content.kind === 'recalled') {
    return (
      <li className="system-line" id={`message-${message.id}`}>
        {own ? '你' : name}撤回了一条消息
      </li>
    );
  }
  const bare = message.content.kind !== 'text' && message.content.kind !== 'post';
  const parentName = parent === undefined ? '' : (members.get(parent.senderId)?.name ?? '未知成员');
  return (
    <li
      id={`message-${message.id}`}
      data-message={message.id}
      // A tap gives it the focus, and with it its actions: touch screens know no hovering.
      tabIndex={-1}
      className={`message ${own ? 'own' : ''} ${joined ? 'joined' : ''} kind-${message.content.kind}`}
      aria-label={`${name}，${timeLabel(message.sentAt, Date.now())}`}
    >
      <div className="message-side">
        {!joined && <Avatar name={name} colour={sender?.colour ?? '#696e77'} kind={sender?.isBot ? 'bot' : 'person'} />}
      </div>
      <div className="message-main">
        {!joined && (
          <div className="message-head">
            <span>{name}</span>
            {sender?.isBot === true && <span className="bot-mark">机器人</span>}
            <time dateTime={new Date(message.sentAt).toISOString()}>{timeLabel(message.sentAt, Date.now())}</time>
            {message.onlyFor !== undefined && <span className="only-you">仅你可见</span>}
          </div>
        )}
        <div className="message-line">
          <div className={`bubble ${bare ? 'bare' : ''}`}>
            {message.parentId !== undefined && (
              <Quote parent={parent} name={parentName} onShow={() => properties.onShow(message.parentId ?? '')} />
            )}
            <Boundary watch={message.content} fallback={<div className="unknown-element">这条消息无法显示</div>}>
              <MessageContent
                message={message}
                surroundings={{ ...surroundings, act: (click) => properties.onAct(message.id, click) }}
              />
            </Boundary>
          </div>
          <Actions {...properties} own={own} />
        </div>
        <Reactions reactions={message.reactions} members={members} />
        {message.pinned === true && (
          <span className="pinned-mark">
            <Icon name="pin" /> 已 Pin
          </span>
        )}
      </div>
    </li>
  );
}

export const MessageRow = memo(Row);
