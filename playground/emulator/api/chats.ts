import type { ChatRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { chatWithBot, page } from './lookups.ts';
import { PlainAnswer, type Route } from './routing.ts';

const codes = { unknown: 232006, outside: 232011 };

export const chatRoutes: readonly Route[] = [
  {
    name: 'chats',
    method: 'get',
    path: '/open-apis/im/v1/chats',
    handle(call, { world }) {
      const groups = [...world.chats.values()].filter((chat) => chat.type === 'group' && chat.botInside);
      const cut = page(groups, call.query, 100, 232001);
      return { ...cut, items: cut.items.map((chat) => ({ chat_id: chat.id, ...about(world, chat) })) };
    },
  },
  {
    name: 'chat',
    method: 'get',
    path: '/open-apis/im/v1/chats/:chatId',
    handle(call, { world }) {
      const chat = chatWithBot(world, call.params.chatId ?? '', codes);
      return {
        ...about(world, chat),
        chat_mode: chat.type,
        chat_type: 'private',
        chat_tag: 'inner',
        group_message_type: 'chat',
        user_manager_id_list: chat.adminIds,
        bot_manager_id_list: [],
        user_count: String(chat.memberIds.length),
        bot_count: '1',
      };
    },
  },
  {
    name: 'members',
    method: 'get',
    path: '/open-apis/im/v1/chats/:chatId/members',
    handle(call, { world }) {
      const chat = chatWithBot(world, call.params.chatId ?? '', codes);
      const unionIds = call.query.member_id_type === 'union_id';
      const cut = page(chat.memberIds, call.query, 100, 232001);
      return {
        ...cut,
        items: cut.items.map((id) => ({
          member_id_type: unionIds ? 'union_id' : 'open_id',
          member_id: unionIds ? id.replace(/^ou_/, 'on_') : id,
          name: world.nameOf(id),
          tenant_key: world.app.tenantKey,
        })),
        member_total: chat.memberIds.length,
      };
    },
  },
  {
    name: 'bot-info',
    method: 'get',
    path: '/open-apis/bot/v3/info',
    handle(_call, { world }) {
      const bot = {
        activate_status: 2,
        app_name: world.app.botName,
        avatar_url: '',
        ip_white_list: [],
        open_id: world.app.botId,
      };
      return new PlainAnswer({ code: 0, msg: 'ok', bot });
    },
  },
];

function about(world: World, chat: ChatRecord): object {
  return {
    avatar: '',
    name: chat.name,
    description: '',
    ...(chat.ownerId ? { owner_id: chat.ownerId, owner_id_type: 'open_id' } : {}),
    external: chat.external,
    tenant_key: world.app.tenantKey,
    chat_status: 'normal',
  };
}
