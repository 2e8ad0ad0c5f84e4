import type { ChatEvent } from '../core/chat-event.ts';
import type { HandlerPorts } from './ports.ts';

type MembersChanged = Extract<ChatEvent, { type: 'members-changed' }>;

export const onMembersChanged = (event: MembersChanged, ports: HandlerPorts): Promise<void> =>
  ports.stores.chats.changeMembers(event.platform, event.chatId, event.joined, event.left);
