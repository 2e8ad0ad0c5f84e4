import type { ChatEvent } from '../core/chat-event.ts';
import type { Revision } from '../core/records.ts';
import { withdrawRevision } from './collections/withdrawing.ts';
import type { HandlerPorts } from './ports.ts';
import { revisionsOfMessage } from './submit.ts';

type MessageRecalled = Extract<ChatEvent, { type: 'message-recalled' }>;

/** A recalled file withdraws its version; the bot's card stays and says so. A recalled bot card withdraws nothing. */
export const onMessageRecalled = async (event: MessageRecalled, ports: HandlerPorts): Promise<void> => {
  for (const revision of await revisionsIn(event, ports)) {
    await withdrawRevision(revision, ports);
  }
};

/** Every version the message carried, also one that was withdrawn a moment ago and whose card does not say so yet. */
const revisionsIn = async (event: MessageRecalled, ports: HandlerPorts): Promise<Revision[]> => {
  const newest = await ports.stores.submissions.byMessage(event.platform, event.messageId);
  if (newest === null || newest.file.messageId !== event.messageId) return [];
  const all = await revisionsOfMessage(event.platform, event.messageId, ports);
  return [newest, ...all.filter((revision) => revision.id !== newest.id)];
};
