import { z } from 'zod';
import { chatWithBot, page, standingMessage } from './lookups.ts';
import { Refusal } from './refusals.ts';
import type { Route } from './routing.ts';

const urgentBody = z.object({ user_id_list: z.array(z.string()).min(1).max(200) });
const pinBody = z.object({ message_id: z.string() });
const noticeBody = z.object({
  chat_top_notice: z.array(z.object({ action_type: z.enum(['1', '2']), message_id: z.string().optional() })).length(1),
});
const top = '/open-apis/im/v1/chats/:chatId/top_notice';

/** Ways to draw attention to a message: buzz, pin, notice on top of the chat. */
export const attentionRoutes: readonly Route[] = [
  {
    name: 'urgent',
    method: 'patch',
    path: '/open-apis/im/v1/messages/:messageId/urgent_app',
    handle(call, { world }) {
      const given = urgentBody.safeParse(call.body);
      if (!given.success) throw new Refusal(230001, { detail: 'ext=user_id_list' });
      const message = standingMessage(world, call.params.messageId ?? '');
      if (!message.fromBot) throw new Refusal(230012);
      const members = chatWithBot(world, message.chatId).memberIds;
      const unreached = given.data.user_id_list.filter((id) => !members.includes(id));
      if (unreached.length === given.data.user_id_list.length)
        throw new Refusal(230001, { detail: 'ext=user_id_list' });
      return { invalid_user_id_list: unreached };
    },
  },
  {
    name: 'pin',
    method: 'post',
    path: '/open-apis/im/v1/pins',
    handle(call, { world, clock }) {
      const given = pinBody.safeParse(call.body);
      if (!given.success) throw new Refusal(230001, { detail: 'ext=message_id' });
      const message = standingMessage(world, given.data.message_id);
      if (!message.pinned) world.saveMessage({ ...message, pinned: true });
      return { pin: pinView(message.id, message.chatId, world.app.appId, clock.now()) };
    },
  },
  {
    name: 'unpin',
    method: 'delete',
    path: '/open-apis/im/v1/pins/:messageId',
    handle(call, { world }) {
      const message = standingMessage(world, call.params.messageId ?? '');
      if (message.pinned) world.saveMessage({ ...message, pinned: false });
      return {};
    },
  },
  {
    name: 'pins',
    method: 'get',
    path: '/open-apis/im/v1/pins',
    handle(call, { world }) {
      const chat = chatWithBot(world, call.query.chat_id ?? '');
      const pinned = world.messagesOf(chat.id).filter((message) => message.pinned && !message.recalled);
      const cut = page(pinned, call.query, 50);
      return {
        ...cut,
        items: cut.items.map((message) => pinView(message.id, chat.id, world.app.appId, message.updatedAt)),
      };
    },
  },
  {
    name: 'top-notice',
    method: 'post',
    path: `${top}/put_top_notice`,
    handle(call, { world }) {
      const given = noticeBody.safeParse(call.body);
      const chat = chatWithBot(world, call.params.chatId ?? '', { unknown: 232006, outside: 232011 });
      const [notice] = given.success ? given.data.chat_top_notice : [];
      if (!notice) throw new Refusal(232001, { detail: 'ext=chat_top_notice' });
      if (notice.action_type === '2') {
        world.saveChat({ ...chat, topNotice: chat.announcement === null ? null : 'announcement' });
        return {};
      }
      const message = standingMessage(world, notice.message_id ?? '');
      if (message.chatId !== chat.id) throw new Refusal(231003);
      world.saveChat({ ...chat, topNotice: message.id });
      return {};
    },
  },
  {
    name: 'remove-top-notice',
    method: 'post',
    path: `${top}/delete_top_notice`,
    handle(call, { world }) {
      const chat = chatWithBot(world, call.params.chatId ?? '', { unknown: 232006, outside: 232011 });
      world.saveChat({ ...chat, topNotice: null });
      return {};
    },
  },
];

function pinView(messageId: string, chatId: string, appId: string, at: number): object {
  return {
    message_id: messageId,
    chat_id: chatId,
    operator_id: appId,
    operator_id_type: 'app_id',
    create_time: String(at),
  };
}
