import type { MessageRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';

/** A message as the message routes answer it. */
export function messageView(world: World, message: MessageRecord): object {
  const { app } = world;
  return {
    message_id: message.id,
    ...(message.rootId ? { root_id: message.rootId } : {}),
    ...(message.parentId ? { parent_id: message.parentId } : {}),
    msg_type: message.type,
    create_time: String(message.createdAt),
    update_time: String(message.updatedAt),
    deleted: message.recalled,
    updated: message.edited,
    chat_id: message.chatId,
    sender: message.fromBot
      ? { id: app.appId, id_type: 'app_id', sender_type: 'app', tenant_key: app.tenantKey }
      : { id: message.senderId, id_type: 'open_id', sender_type: 'user', tenant_key: app.tenantKey },
    body: { content: message.recalled ? '' : message.content },
    ...(message.mentions.length > 0
      ? {
          mentions: message.mentions.map((mention) => ({
            key: mention.key,
            id: mention.id,
            id_type: 'open_id',
            name: mention.name,
            tenant_key: app.tenantKey,
          })),
        }
      : {}),
  };
}
