import type { EmulatorClock } from './clock.ts';
import { envelope, userIds } from './delivery/envelope.ts';
import { newChatId, newOpenId } from './ids.ts';
import type { ChatRecord, MemberRecord } from './state/records.ts';
import type { World } from './state/world.ts';

export interface NewChat {
  readonly name: string;
  /** Names of new people, or ids of known ones. The first owns the chat. */
  readonly members: readonly string[];
  readonly botInside?: boolean;
  readonly external?: boolean;
}

/** Who is in which chat; changes are told to the bot where it is present. */
export class Membership {
  readonly #world: World;
  readonly #clock: EmulatorClock;
  readonly #emit: (body: Record<string, unknown>) => void;

  constructor(world: World, clock: EmulatorClock, emit: (body: Record<string, unknown>) => void) {
    this.#world = world;
    this.#clock = clock;
    this.#emit = emit;
  }

  addMember(name: string): MemberRecord {
    const member = { id: newOpenId(), name };
    this.#world.saveMember(member);
    return member;
  }

  addChat(chat: NewChat): { id: string; members: MemberRecord[] } {
    const members = chat.members.map((who) => this.#world.members.get(who) ?? this.addMember(who));
    const record = this.#newChat('group', chat.name, members);
    this.#world.saveChat({ ...record, botInside: chat.botInside ?? true, external: chat.external ?? false });
    return { id: record.id, members };
  }

  /** The chat of one person with the bot, made when there is none yet. */
  p2pChat(memberId: string): ChatRecord {
    const known = this.#world.p2pChatOf(memberId);
    if (known) return known;
    const member = this.#world.members.get(memberId);
    if (!member) throw new Error(`no member ${memberId}`);
    const record = { ...this.#newChat('p2p', this.#world.app.botName, [member]), personId: memberId };
    this.#world.saveChat(record);
    return record;
  }

  join(chatId: string, memberId: string): void {
    const chat = this.#chat(chatId);
    if (chat.memberIds.includes(memberId)) return;
    this.#world.saveChat({ ...chat, memberIds: [...chat.memberIds, memberId] });
    this.#tellAboutUser(chat, 'im.chat.member.user.added_v1', memberId);
  }

  leave(chatId: string, memberId: string): void {
    const chat = this.#chat(chatId);
    if (!chat.memberIds.includes(memberId)) return;
    this.#world.saveChat({ ...chat, memberIds: chat.memberIds.filter((id) => id !== memberId) });
    this.#tellAboutUser(chat, 'im.chat.member.user.deleted_v1', memberId);
  }

  /** Who manages the chat besides its owner. */
  setAdmins(chatId: string, memberIds: readonly string[]): void {
    this.#world.saveChat({ ...this.#chat(chatId), adminIds: [...memberIds] });
  }

  addBot(chatId: string, byMemberId: string): void {
    const chat = this.#chat(chatId);
    this.#world.saveChat({ ...chat, botInside: true });
    this.#send('im.chat.member.bot.added_v1', this.#event(chat, byMemberId));
  }

  removeBot(chatId: string, byMemberId: string): void {
    const chat = this.#chat(chatId);
    this.#world.saveChat({ ...chat, botInside: false });
    this.#send('im.chat.member.bot.deleted_v1', this.#event(chat, byMemberId));
  }

  #tellAboutUser(chat: ChatRecord, type: string, memberId: string): void {
    if (!chat.botInside || chat.type !== 'group') return;
    const { tenantKey } = this.#world.app;
    const users = [{ name: this.#world.nameOf(memberId), tenant_key: tenantKey, user_id: userIds(memberId) }];
    this.#send(type, { ...this.#event(chat, memberId), users });
  }

  #event(chat: ChatRecord, operatorId: string): object {
    return {
      chat_id: chat.id,
      operator_id: userIds(operatorId),
      external: chat.external,
      operator_tenant_key: this.#world.app.tenantKey,
      name: chat.name,
      i18n_names: { zh_cn: chat.name },
    };
  }

  #send(type: string, event: object): void {
    this.#emit(envelope(this.#world.app, type, event, this.#clock.now()));
  }

  #chat(chatId: string): ChatRecord {
    const chat = this.#world.chats.get(chatId);
    if (!chat) throw new Error(`no chat ${chatId}`);
    return chat;
  }

  #newChat(type: 'group' | 'p2p', name: string, members: readonly MemberRecord[]): ChatRecord {
    return {
      id: newChatId(),
      name,
      type,
      memberIds: members.map((member) => member.id),
      personId: null,
      ownerId: type === 'group' ? (members[0]?.id ?? null) : null,
      adminIds: [],
      botInside: true,
      external: false,
      announcement: null,
      topNotice: null,
      createdAt: this.#clock.now(),
    };
  }
}
