import { z } from 'zod';
import type { ChatRecord, MessageRecord } from '../state/records.ts';
import { chatWithBot, standingMessage } from './lookups.ts';
import { messageView } from './message-view.ts';
import { outgoingContent } from './outgoing-content.ts';
import type { Platform } from './platform.ts';
import { Refusal } from './refusals.ts';
import type { Route } from './routing.ts';

const onceFor = 60 * 60 * 1000;
const outgoing = z.object({
  msg_type: z.string(),
  content: z.string(),
  uuid: z.string().max(50).optional(),
  reply_in_thread: z.boolean().optional(),
});
const create = outgoing.extend({ receive_id: z.string() });

export const sendRoutes: readonly Route[] = [
  {
    name: 'send',
    method: 'post',
    path: '/open-apis/im/v1/messages',
    handle(call, platform) {
      const given = parse(create, call.body);
      const chat = receiver(platform, call.query.receive_id_type, given.receive_id);
      return store(platform, chat, given, null);
    },
  },
  {
    name: 'reply',
    method: 'post',
    path: '/open-apis/im/v1/messages/:messageId/reply',
    handle(call, platform) {
      const given = parse(outgoing, call.body);
      const parent = standingMessage(platform.world, call.params.messageId ?? '');
      return store(platform, chatWithBot(platform.world, parent.chatId), given, parent);
    },
  },
];

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Refusal(230001, { detail: `ext=invalid field: ${fields}` });
  }
  return parsed.data;
}

function receiver({ world, p2pChat }: Platform, idType: string | undefined, id: string): ChatRecord {
  if (idType === 'chat_id') return chatWithBot(world, id);
  if (idType !== 'open_id' && idType !== 'union_id') throw new Refusal(230001, { detail: 'ext=receive_id_type' });
  const openId = idType === 'union_id' ? id.replace(/^on_/, 'ou_') : id;
  if (!world.members.has(openId)) throw new Refusal(230013);
  return p2pChat(openId);
}

function store(
  platform: Platform,
  chat: ChatRecord,
  given: z.infer<typeof outgoing>,
  parent: MessageRecord | null,
): object {
  const { world, clock, rates, limits } = platform;
  const now = clock.now();
  const earlier = given.uuid ? world.messageByUuid(given.uuid) : null;
  if (earlier && now - earlier.createdAt < onceFor) return messageView(world, earlier);
  const { content, mentions } = outgoingContent(platform, chat, given.msg_type, given.content);
  if (!rates.take(`chat ${chat.id}`, limits.messagesPerSecond, now)) throw new Refusal(230020);
  const message = world.addMessage({
    chatId: chat.id,
    senderId: world.app.botId,
    fromBot: true,
    type: given.msg_type,
    content,
    mentions,
    createdAt: now,
    parentId: parent?.id ?? null,
    rootId: parent ? (parent.rootId ?? parent.id) : null,
    uuid: given.uuid ?? null,
  });
  return messageView(world, message);
}
