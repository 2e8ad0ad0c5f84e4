import { z } from 'zod';
import type { MessageRecord } from '../state/records.ts';
import { chatWithBot, standingMessage } from './lookups.ts';
import { messageView } from './message-view.ts';
import { outgoingContent } from './outgoing-content.ts';
import type { Platform } from './platform.ts';
import { Refusal } from './refusals.ts';
import type { Route } from './routing.ts';

const cardAge = 14 * 24 * 60 * 60 * 1000;
const patchBody = z.object({ content: z.string() });
const editBody = z.object({ msg_type: z.enum(['text', 'post']), content: z.string() });
const updateBody = z.object({ token: z.string(), card: z.record(z.string(), z.unknown()) });

export const changeRoutes: readonly Route[] = [
  {
    name: 'patch',
    method: 'patch',
    path: '/open-apis/im/v1/messages/:messageId',
    handle(call, platform) {
      const given = patchBody.safeParse(call.body);
      if (!given.success) throw new Refusal(230001, { detail: 'ext=content' });
      const message = ownMessage(platform, call.params.messageId);
      if (message.type !== 'interactive') throw new Refusal(230001, { detail: 'ext=This message is NOT a card.' });
      if (message.onlyFor) throw new Refusal(230001, { detail: 'ext=Ephemeral cards can NOT be updated.' });
      changeCard(platform, message, given.data.content);
      return {};
    },
  },
  {
    name: 'edit',
    method: 'put',
    path: '/open-apis/im/v1/messages/:messageId',
    handle(call, platform) {
      const given = editBody.safeParse(call.body);
      if (!given.success) throw new Refusal(230001, { detail: 'ext=msg_type' });
      const { world, clock } = platform;
      const message = ownMessage(platform, call.params.messageId);
      const chat = chatWithBot(world, message.chatId);
      if (message.type !== given.data.msg_type) throw new Refusal(230001, { detail: 'ext=msg_type' });
      const changed = {
        ...message,
        ...outgoingContent(platform, chat, given.data.msg_type, given.data.content),
        updatedAt: clock.now(),
        edited: true,
      };
      world.saveMessage(changed);
      return messageView(world, changed);
    },
  },
  {
    name: 'card-update',
    method: 'post',
    path: '/open-apis/interactive/v1/card/update',
    handle(call, platform) {
      const given = updateBody.safeParse(call.body);
      if (!given.success) throw new Refusal(10002);
      const message = standingMessage(platform.world, platform.cardTokens.use(given.data.token));
      changeCard(platform, message, JSON.stringify(given.data.card));
      return {};
    },
  },
  {
    name: 'recall',
    method: 'delete',
    path: '/open-apis/im/v1/messages/:messageId',
    handle(call, { world, clock }) {
      const message = standingMessage(world, call.params.messageId ?? '');
      if (!message.fromBot) throw new Refusal(230026);
      world.saveMessage({ ...message, recalled: true, updatedAt: clock.now() });
      return {};
    },
  },
];

function ownMessage({ world }: Platform, messageId = ''): MessageRecord {
  const message = standingMessage(world, messageId);
  if (!message.fromBot) throw new Refusal(230001, { detail: 'ext=The operator is not the sender of the message.' });
  return message;
}

/** Puts another card into a message: at most 14 days after it was sent and 5 times a second. */
function changeCard(platform: Platform, message: MessageRecord, content: string): void {
  const { world, clock, rates, limits } = platform;
  const now = clock.now();
  if (now - message.createdAt > cardAge) throw new Refusal(230031);
  outgoingContent(platform, chatWithBot(world, message.chatId), 'interactive', content);
  if (!rates.take(`message ${message.id}`, limits.patchesPerSecond, now)) throw new Refusal(230020);
  world.saveMessage({ ...message, content, updatedAt: now, edited: true });
}
