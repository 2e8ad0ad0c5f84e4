import { newAppId, newMessageId, newOpenId, newSecret, newTenantKey } from '../ids.ts';
import type { BlobStore } from './blobs.ts';
import type { Journal } from './journal.ts';
import {
  type AppRecord,
  appRecord,
  type ChatRecord,
  chatRecord,
  type EventRecord,
  eventRecord,
  type FileRecord,
  fileRecord,
  type MemberRecord,
  type MessageRecord,
  memberRecord,
  messageRecord,
} from './records.ts';

const deliveredKept = 2000;

export type WorldChange =
  | { readonly kind: 'message'; readonly message: MessageRecord; readonly isNew: boolean }
  | { readonly kind: 'chats' };

/** The tenant: people, chats, messages and files. Every change is in the journal before anybody hears of it. */
export class World {
  readonly app: AppRecord;
  readonly members = new Map<string, MemberRecord>();
  readonly chats = new Map<string, ChatRecord>();
  readonly messages = new Map<string, MessageRecord>();
  readonly files = new Map<string, FileRecord>();
  readonly events = new Map<string, EventRecord>();
  readonly #byChat = new Map<string, string[]>();
  readonly #byUuid = new Map<string, string>();
  readonly #delivered: string[] = [];
  readonly #listeners = new Set<(change: WorldChange) => void>();
  readonly #journal: Journal;
  readonly blobs: BlobStore;

  constructor(journal: Journal, blobs: BlobStore, botName: string) {
    this.#journal = journal;
    this.blobs = blobs;
    const [known] = journal.all('app');
    this.app = known ? appRecord.parse(known) : newApp(botName);
    if (!known) journal.put('app', 'app', this.app);
    for (const value of journal.all('member')) this.#index(this.members, memberRecord.parse(value));
    for (const value of journal.all('chat')) this.#index(this.chats, chatRecord.parse(value));
    for (const value of journal.all('event')) this.#index(this.events, eventRecord.parse(value));
    for (const value of journal.all('file')) {
      const file = fileRecord.parse(value);
      this.files.set(file.key, file);
    }
    const messages = journal.all('message').map((value) => messageRecord.parse(value));
    for (const message of messages.sort((a, b) => a.order - b.order)) this.#indexMessage(message);
  }

  onChange(listener: (change: WorldChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  saveMember(member: MemberRecord): void {
    this.#journal.put('member', member.id, member);
    this.members.set(member.id, member);
    this.#tell({ kind: 'chats' });
  }

  saveChat(chat: ChatRecord): void {
    this.#journal.put('chat', chat.id, chat);
    this.chats.set(chat.id, chat);
    this.#tell({ kind: 'chats' });
  }

  saveFile(file: FileRecord, bytes: Uint8Array): void {
    this.blobs.put(file.key, bytes);
    this.#journal.put('file', file.key, file);
    this.files.set(file.key, file);
  }

  /** Delivered events leave the journal and, after a while, the memory; the others wait for their next push. */
  saveEvent(event: EventRecord): void {
    this.#journal.put('event', event.id, event.state === 'delivered' ? null : event);
    this.events.set(event.id, event);
    if (event.state !== 'delivered') return;
    this.#delivered.push(event.id);
    if (this.#delivered.length > deliveredKept) this.events.delete(this.#delivered.shift() ?? '');
  }

  saveMessage(message: MessageRecord): void {
    const isNew = !this.messages.has(message.id);
    this.#journal.put('message', message.id, message);
    this.#indexMessage(message);
    this.#tell({ kind: 'message', message, isNew });
  }

  addMessage(
    fields: Pick<MessageRecord, 'chatId' | 'senderId' | 'fromBot' | 'type' | 'content' | 'createdAt'> &
      Partial<MessageRecord>,
  ): MessageRecord {
    const message: MessageRecord = {
      id: newMessageId(),
      mentions: [],
      edited: false,
      recalled: false,
      parentId: null,
      rootId: null,
      reactions: [],
      pinned: false,
      onlyFor: null,
      uuid: null,
      updatedAt: fields.createdAt,
      order: this.messages.size,
      ...fields,
    };
    this.saveMessage(message);
    return message;
  }

  /** Oldest first. */
  messagesOf(chatId: string): MessageRecord[] {
    return (this.#byChat.get(chatId) ?? []).flatMap((id) => this.messages.get(id) ?? []);
  }

  messageByUuid(uuid: string): MessageRecord | null {
    const id = this.#byUuid.get(uuid);
    return (id && this.messages.get(id)) || null;
  }

  /** The chat of a person with the bot. */
  p2pChatOf(personId: string): ChatRecord | null {
    return [...this.chats.values()].find((chat) => chat.type === 'p2p' && chat.personId === personId) ?? null;
  }

  nameOf(id: string): string {
    return id === this.app.botId ? this.app.botName : (this.members.get(id)?.name ?? '');
  }

  close(): void {
    this.#journal.close();
  }

  #index<T extends { id: string }>(map: Map<string, T>, value: T): void {
    map.set(value.id, value);
  }

  #indexMessage(message: MessageRecord): void {
    if (!this.messages.has(message.id)) {
      const ids = this.#byChat.get(message.chatId) ?? [];
      ids.push(message.id);
      this.#byChat.set(message.chatId, ids);
    }
    this.messages.set(message.id, message);
    if (message.uuid) this.#byUuid.set(message.uuid, message.id);
  }

  #tell(change: WorldChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function newApp(botName: string): AppRecord {
  return {
    appId: newAppId(),
    appSecret: newSecret(),
    botId: newOpenId(),
    botName,
    tenantKey: newTenantKey(),
    verificationToken: newSecret(),
    encryptKey: newSecret(),
  };
}
