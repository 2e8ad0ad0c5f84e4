import { imageMime } from './api/uploads.ts';
import type { EmulatorClock } from './clock.ts';
import { envelope, userIds } from './delivery/envelope.ts';
import { newFileKey, newImageKey } from './ids.ts';
import type { ChatRecord, MentionRecord, MessageRecord } from './state/records.ts';
import type { World } from './state/world.ts';

const mentionMark = /@\{([a-z0-9_]{1,64})\}/g;

export interface PeopleOptions {
  readonly world: World;
  readonly clock: EmulatorClock;
  /** Without it the bot hears only messages of groups that mention it (no im:message.group_msg). */
  readonly allGroupMessages: boolean;
  /** Hands an event to the queue; returns its id. */
  emit(body: Record<string, unknown>): void;
}

export interface MessageOptions {
  /** The message this one answers. */
  readonly parentId?: string;
}

/** What people do in chats; each deed is stored first and then told to the bot. */
export class People {
  readonly #options: PeopleOptions;

  constructor(options: PeopleOptions) {
    this.#options = options;
  }

  /** `@{memberId}` in the text mentions somebody, `@{all}` everybody. */
  sendText(chatId: string, memberId: string, text: string, options: MessageOptions = {}): MessageRecord {
    const { world } = this.#options;
    const mentions: MentionRecord[] = [];
    const written = text.replace(mentionMark, (mark, id: string) => {
      if (id === 'all') return '@_all';
      const name = world.nameOf(id);
      if (name === '') return mark;
      const known = mentions.find((mention) => mention.id === id);
      if (known) return known.key;
      const key = `@_user_${mentions.length + 1}`;
      mentions.push({ key, id, name });
      return key;
    });
    return this.#send(chatId, memberId, 'text', { text: written }, mentions, options);
  }

  /** `content` is the body of a post: paragraphs of {tag, …} elements. */
  sendPost(
    chatId: string,
    memberId: string,
    post: { title?: string; content: readonly (readonly object[])[] },
    options: MessageOptions = {},
  ): MessageRecord {
    return this.#send(chatId, memberId, 'post', { title: post.title ?? '', content: post.content }, [], options);
  }

  sendFile(
    chatId: string,
    memberId: string,
    file: { name: string; bytes: Uint8Array; mime?: string },
    options: MessageOptions = {},
  ): MessageRecord {
    const key = this.upload(file);
    return this.#send(chatId, memberId, 'file', { file_key: key, file_name: file.name }, [], options);
  }

  sendImage(chatId: string, memberId: string, bytes: Uint8Array, options: MessageOptions = {}): MessageRecord {
    const key = newImageKey();
    const mime = imageMime(Buffer.from(bytes));
    const about = { key, kind: 'image' as const, name: 'image', mime, size: bytes.length, fromBot: false };
    this.#options.world.saveFile(about, bytes);
    return this.#send(chatId, memberId, 'image', { image_key: key }, [], options);
  }

  /** Keeps bytes without sending them; the key can stand in a post. */
  upload(file: { name: string; bytes: Uint8Array; mime?: string }): string {
    const key = newFileKey();
    const mime = file.mime ?? 'application/octet-stream';
    const about = { key, kind: 'file' as const, name: file.name, mime, size: file.bytes.length, fromBot: false };
    this.#options.world.saveFile(about, file.bytes);
    return key;
  }

  recall(messageId: string): void {
    const { world, clock } = this.#options;
    const message = world.messages.get(messageId);
    if (!message || message.recalled) return;
    const now = clock.now();
    world.saveMessage({ ...message, recalled: true, updatedAt: now });
    this.#tell(message.chatId, 'im.message.recalled_v1', {
      message_id: message.id,
      chat_id: message.chatId,
      recall_time: String(now),
      recall_type: 'message_owner',
    });
  }

  #send(
    chatId: string,
    memberId: string,
    type: string,
    content: object,
    mentions: MentionRecord[],
    options: MessageOptions,
  ): MessageRecord {
    const { world, clock } = this.#options;
    const chat = world.chats.get(chatId);
    if (!chat?.memberIds.includes(memberId)) throw new Error(`${memberId} is not in ${chatId}`);
    const parent = options.parentId ? world.messages.get(options.parentId) : undefined;
    const message = world.addMessage({
      chatId,
      senderId: memberId,
      fromBot: false,
      type,
      content: JSON.stringify(content),
      mentions,
      createdAt: clock.now(),
      parentId: parent?.id ?? null,
      rootId: parent ? (parent.rootId ?? parent.id) : null,
    });
    if (this.#heard(chat, mentions)) this.#tell(chatId, 'im.message.receive_v1', this.#received(chat, message));
    return message;
  }

  #heard(chat: ChatRecord, mentions: readonly MentionRecord[]): boolean {
    const { allGroupMessages, world } = this.#options;
    return chat.type === 'p2p' || allGroupMessages || mentions.some((mention) => mention.id === world.app.botId);
  }

  #received(chat: ChatRecord, message: MessageRecord): object {
    const { app } = this.#options.world;
    const mentions = message.mentions.map((mention) => ({
      key: mention.key,
      id: userIds(mention.id),
      mentioned_type: mention.id === app.botId ? 'bot' : 'user',
      name: mention.name,
      tenant_key: app.tenantKey,
    }));
    return {
      sender: { sender_id: userIds(message.senderId), sender_type: 'user', tenant_key: app.tenantKey },
      message: {
        message_id: message.id,
        ...(message.rootId ? { root_id: message.rootId } : {}),
        ...(message.parentId ? { parent_id: message.parentId } : {}),
        create_time: String(message.createdAt),
        update_time: String(message.updatedAt),
        chat_id: chat.id,
        chat_type: chat.type,
        message_type: message.type,
        content: message.content,
        ...(mentions.length > 0 ? { mentions } : {}),
      },
    };
  }

  #tell(chatId: string, type: string, event: object): void {
    const { world, clock, emit } = this.#options;
    if (world.chats.get(chatId)?.botInside) emit(envelope(world.app, type, event, clock.now()));
  }
}
