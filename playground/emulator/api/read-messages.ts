import { chatWithBot, page } from './lookups.ts';
import { messageView } from './message-view.ts';
import { Refusal } from './refusals.ts';
import type { Route } from './routing.ts';

export const readMessageRoutes: readonly Route[] = [
  {
    name: 'get',
    method: 'get',
    path: '/open-apis/im/v1/messages/:messageId',
    handle(call, { world }) {
      const message = world.messages.get(call.params.messageId ?? '');
      if (!message) throw new Refusal(231003);
      chatWithBot(world, message.chatId);
      return { items: [messageView(world, message)] };
    },
  },
  {
    name: 'history',
    method: 'get',
    path: '/open-apis/im/v1/messages',
    handle(call, { world, allGroupMessages }) {
      const { container_id_type, container_id, start_time, end_time, sort_type } = call.query;
      if (container_id_type !== 'chat') throw new Refusal(230001, { detail: 'ext=container_id_type' });
      const chat = chatWithBot(world, container_id ?? '');
      // A single message is given without that scope, a group's history is not.
      if (chat.type === 'group' && !allGroupMessages) {
        throw new Refusal(230027, { detail: 'ext=need scope: im:message.group_msg' });
      }
      const from = start_time ? Number(start_time) * 1000 : 0;
      const to = end_time ? (Number(end_time) + 1) * 1000 : Number.POSITIVE_INFINITY;
      if (Number.isNaN(from) || Number.isNaN(to)) throw new Refusal(230001, { detail: 'ext=start_time, end_time' });
      const messages = world
        .messagesOf(chat.id)
        .filter((message) => message.createdAt >= from && message.createdAt < to && !message.onlyFor);
      if (sort_type === 'ByCreateTimeDesc') messages.reverse();
      const cut = page(messages, call.query, 50);
      return { ...cut, items: cut.items.map((message) => messageView(world, message)) };
    },
  },
];
