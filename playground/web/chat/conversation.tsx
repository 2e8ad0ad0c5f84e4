import { type DragEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { PlaygroundChat, PlaygroundMember, PlaygroundMessage } from '../../web-api.ts';
import type { CardClick } from '../card/card-context.ts';
import { everybody } from '../client/mentions.ts';
import { clickCard, RequestFailure, recall, sendText } from '../client/playground-client.ts';
import { Composer } from './composer.tsx';
import { Guide } from './guide.tsx';
import { MessageList } from './message-list.tsx';
import { readableText } from './preview.ts';
import { UploadList } from './upload-list.tsx';
import type { Toast } from './use-toasts.ts';
import type { Uploads } from './use-uploads.ts';

interface ConversationProperties {
  readonly chat: PlaygroundChat;
  readonly messages: readonly PlaygroundMessage[];
  readonly members: ReadonlyMap<string, PlaygroundMember>;
  readonly viewer: PlaygroundMember;
  readonly header: ReactNode;
  readonly uploads: Uploads;
  toast(type: Toast['type'], content: string): void;
}

const sentenceOf = (cause: unknown): string =>
  cause instanceof RequestFailure ? cause.message : '操作未成功，请稍后重试。';

const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** One chat: its talk, the box below it, and files dropped anywhere on it. */
export function Conversation({
  chat,
  messages,
  members,
  viewer,
  header,
  uploads: pending,
  toast,
}: ConversationProperties) {
  const [replyTo, setReplyTo] = useState<PlaygroundMessage | null>(null);
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const { uploads, start, retry, drop } = pending;
  const parentId = replyTo?.id;

  const present = useMemo(() => chat.memberIds.flatMap((id) => members.get(id) ?? []), [chat.memberIds, members]);
  const surroundings = useMemo(
    () => ({ members, viewerId: viewer.id, people: present.filter(({ isBot }) => !isBot) }),
    [members, present, viewer.id],
  );
  const mentionable = useMemo(() => {
    const bots = [...members.values()].filter(({ isBot }) => isBot);
    const others = present.filter(({ id, isBot }) => !isBot && id !== viewer.id);
    const all = chat.type === 'group' ? [{ ...everybody, colour: '#696e77', isBot: false }] : [];
    return [...bots, ...all, ...others];
  }, [members, present, viewer.id, chat.type]);

  const sendFiles = useCallback(
    (files: readonly File[]): void => {
      for (const file of files) {
        if (file.size === 0) toast('warning', `“${file.name}”是空文件或文件夹，不能发送。`);
        else start(chat.id, viewer.id, parentId, file);
      }
      setReplyTo(null);
    },
    [chat.id, viewer.id, parentId, start, toast],
  );

  const send = async (text: string): Promise<boolean> => {
    try {
      await sendText(chat.id, { as: viewer.id, text, ...(parentId === undefined ? {} : { parentId }) });
      setReplyTo(null);
      return true;
    } catch (cause) {
      toast('error', sentenceOf(cause));
      return false;
    }
  };

  const act = useCallback(
    async (messageId: string, click: CardClick): Promise<void> => {
      try {
        const answer = await clickCard(messageId, { as: viewer.id, timezone, ...click });
        if (answer.toast !== undefined) toast(answer.toast.type, answer.toast.content);
        else if (answer.error !== undefined) toast('error', answer.error);
      } catch (cause) {
        toast('error', sentenceOf(cause));
      }
    },
    [viewer.id, toast],
  );

  const onRecall = useCallback(
    (message: PlaygroundMessage): void => {
      recall(message.id, viewer.id).catch((cause: unknown) => toast('error', sentenceOf(cause)));
    },
    [viewer.id, toast],
  );

  const onCopy = useCallback(
    (message: PlaygroundMessage): void => {
      if (message.content.kind !== 'text') return;
      navigator.clipboard.writeText(readableText(message.content)).then(
        () => toast('success', '已复制'),
        () => toast('error', '浏览器不允许复制，请手动选择文字。'),
      );
    },
    [toast],
  );

  const botId = mentionable.find(({ isBot }) => isBot)?.id;
  // Nothing but perhaps the bot's greeting.
  const untouched =
    messages.length <= 1 &&
    messages.every(({ senderId }) => senderId === botId) &&
    !uploads.some(({ chatId }) => chatId === chat.id);

  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return (
    <section
      className="conversation"
      aria-label={chat.name}
      onDragEnter={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      }}
      onDragOver={(event) => {
        if (holdsFiles(event)) event.preventDefault();
      }}
      onDragLeave={() => {
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        sendFiles([...event.dataTransfer.files]);
      }}
    >
      {header}
      <MessageList
        chatId={chat.id}
        noticeId={chat.topNoticeId}
        messages={messages}
        members={members}
        surroundings={surroundings}
        onAct={act}
        onReply={setReplyTo}
        onRecall={onRecall}
        onCopy={onCopy}
      >
        {untouched && botId !== undefined && (
          <Guide
            chat={chat}
            viewerName={viewer.name}
            botId={botId}
            onFile={(file) => sendFiles([file])}
            onText={(text) => void send(text)}
          />
        )}
        <UploadList uploads={uploads.filter(({ chatId }) => chatId === chat.id)} onCancel={drop} onRetry={retry} />
      </MessageList>
      <Composer
        recipient={chat.name}
        draftKey={chat.id}
        mentionable={mentionable}
        replyTo={
          replyTo === null ? null : { message: replyTo, name: members.get(replyTo.senderId)?.name ?? '未知成员' }
        }
        onSend={send}
        onFiles={sendFiles}
        onCancelReply={() => setReplyTo(null)}
      />
      {over && <div className="drop-zone">松开鼠标，把文件发送到“{chat.name}”</div>}
    </section>
  );
}
