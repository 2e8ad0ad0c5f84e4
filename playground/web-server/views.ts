import { z } from 'zod';
import type { FeishuEmulator } from '../emulator/feishu-emulator.ts';
import type { ChatRecord, MessageRecord } from '../emulator/state/records.ts';
import type { World } from '../emulator/state/world.ts';
import type {
  PlaygroundChat,
  PlaygroundContent,
  PlaygroundMember,
  PlaygroundMessage,
  PlaygroundState,
} from '../web-api.ts';

const colours = ['#2b67f0', '#00875a', '#b85c00', '#8a47d1', '#cf3f37', '#0e7f8a', '#a45a17', '#5b6b8c'];
const botColour = '#1456f0';

const text = z.object({ text: z.string() });
const file = z.object({ file_key: z.string() });
const image = z.object({ image_key: z.string() });
const post = z.object({ title: z.string().default(''), content: z.array(z.array(z.unknown())) });
const card = z.record(z.string(), z.unknown());

/** The tenant as the page shows it. */
export function stateView(emulator: FeishuEmulator): PlaygroundState {
  const { world } = emulator;
  const people = [...world.members.values()].map((member) => memberView(member.id, member.name, false));
  return {
    chats: [...world.chats.values()].map((chat) => chatView(world, chat)),
    members: [...people, memberView(world.app.botId, world.app.botName, true)],
    botId: world.app.botId,
    botConnected: emulator.connections.count > 0,
  };
}

export function messageView(world: World, message: MessageRecord): PlaygroundMessage {
  const reactions = new Map<string, string[]>();
  for (const { emoji, operatorId } of message.reactions) {
    reactions.set(emoji, [...(reactions.get(emoji) ?? []), operatorId]);
  }
  return {
    id: message.id,
    chatId: message.chatId,
    senderId: message.senderId,
    sentAt: message.createdAt,
    ...(message.edited || message.recalled ? { updatedAt: message.updatedAt } : {}),
    ...(message.parentId ? { parentId: message.parentId } : {}),
    content: message.recalled ? { kind: 'recalled' } : contentView(world, message),
    reactions: [...reactions].map(([emoji, memberIds]) => ({ emoji, memberIds })),
    ...(message.pinned ? { pinned: true } : {}),
    ...(message.onlyFor ? { onlyFor: message.onlyFor } : {}),
  };
}

function contentView(world: World, message: MessageRecord): PlaygroundContent {
  const value: unknown = JSON.parse(message.content);
  if (message.type === 'interactive') return { kind: 'card', card: card.parse(value) };
  if (message.type === 'image') return { kind: 'image', fileKey: image.parse(value).image_key };
  if (message.type === 'file') {
    const key = file.parse(value).file_key;
    const stored = world.files.get(key);
    return { kind: 'file', fileKey: key, name: stored?.name ?? '文件', size: stored?.size ?? 0 };
  }
  if (message.type === 'post') return postView(value);
  const parsed = text.safeParse(value);
  return { kind: 'text', text: parsed.success ? parsed.data.text : message.content, mentions: message.mentions };
}

/** A post is kept as sent: people send the body itself, bots one body per language. */
function postView(value: unknown): PlaygroundContent {
  const direct = post.safeParse(value);
  const localised = z.object({ zh_cn: post }).safeParse(value);
  const { title, content } = direct.data ?? localised.data?.zh_cn ?? { title: '', content: [] };
  return { kind: 'post', title, paragraphs: content };
}

function chatView(world: World, chat: ChatRecord): PlaygroundChat {
  return {
    id: chat.id,
    name: chat.name,
    type: chat.type,
    memberIds: chat.botInside ? [...chat.memberIds, world.app.botId] : chat.memberIds,
    ...(chat.personId ? { personId: chat.personId } : {}),
    ...(chat.announcement ? { announcement: chat.announcement } : {}),
    ...(chat.topNotice && chat.topNotice !== 'announcement' ? { topNoticeId: chat.topNotice } : {}),
  };
}

function memberView(id: string, name: string, isBot: boolean): PlaygroundMember {
  const spread = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
  return { id, name, colour: isBot ? botColour : (colours[spread % colours.length] ?? botColour), isBot };
}
