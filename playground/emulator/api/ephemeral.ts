import { z } from 'zod';
import { chatWithBot } from './lookups.ts';
import { assertCard } from './outgoing-content.ts';
import { Refusal } from './refusals.ts';
import type { Route } from './routing.ts';

const sendBody = z.object({
  chat_id: z.string(),
  open_id: z.string(),
  msg_type: z.literal('interactive'),
  card: z.record(z.string(), z.unknown()),
});
const deleteBody = z.object({ message_id: z.string() });

/** Cards that one member of a group sees. */
export const ephemeralRoutes: readonly Route[] = [
  {
    name: 'ephemeral',
    method: 'post',
    path: '/open-apis/ephemeral/v1/send',
    handle(call, { world, clock, rates, limits }) {
      const given = sendBody.safeParse(call.body);
      if (!given.success) throw new Refusal(230001, { detail: 'ext=ephemeral' });
      const { chat_id, open_id, card } = given.data;
      const chat = chatWithBot(world, chat_id);
      if (chat.type !== 'group' || !chat.memberIds.includes(open_id)) throw new Refusal(230013);
      const content = JSON.stringify(card);
      if (Buffer.byteLength(content) > limits.cardBytes) throw new Refusal(230025);
      assertCard(world, card);
      const now = clock.now();
      if (!rates.take(`chat ${chat.id}`, limits.messagesPerSecond, now)) throw new Refusal(230020);
      const message = world.addMessage({
        chatId: chat.id,
        senderId: world.app.botId,
        fromBot: true,
        type: 'interactive',
        content,
        createdAt: now,
        onlyFor: open_id,
      });
      return { message_id: message.id };
    },
  },
  {
    name: 'ephemeral-delete',
    method: 'post',
    path: '/open-apis/ephemeral/v1/delete',
    handle(call, { world, clock }) {
      const given = deleteBody.safeParse(call.body);
      const message = given.success ? world.messages.get(given.data.message_id) : undefined;
      if (!message?.onlyFor || message.recalled) throw new Refusal(231003);
      world.saveMessage({ ...message, recalled: true, updatedAt: clock.now() });
      return {};
    },
  },
];
