import type { ChatEvent } from '../core/chat-event.ts';
import { AppError } from '../core/errors.ts';
import { reportReplyKey } from '../core/reply-keys.ts';
import { withdrawnCard } from '../report/replying/progress-cards.ts';
import type { HandlerPorts } from './ports.ts';
import { revisionsOfMessage } from './submit.ts';

type MessageRecalled = Extract<ChatEvent, { type: 'message-recalled' }>;

/** A recalled file withdraws its version; the bot's card stays and says so. A recalled bot card withdraws nothing. */
export const onMessageRecalled = async (event: MessageRecalled, ports: HandlerPorts): Promise<void> => {
  for (const revision of await revisionsOfMessage(event.platform, event.messageId, ports)) {
    if (revision.file.messageId !== event.messageId) continue;
    await ports.stores.submissions.withdraw(revision.id);
    const key = reportReplyKey(revision.id);
    if ((await ports.stores.replies.find(key)) === null) continue;
    const address = {
      platform: revision.platform,
      key,
      to: { chatId: revision.chatId, replyTo: revision.replyTo },
    };
    try {
      await ports.replier.show(address, withdrawnCard(revision.file.name));
    } catch (error) {
      // The card may have gone with the message it answered.
      if (!(error instanceof AppError) || error.retryable) throw error;
    }
  }
};
