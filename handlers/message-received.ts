import type { MessageReceived } from '../core/chat-event.ts';
import { eventReplyKey } from '../core/reply-keys.ts';
import { pastedNotice } from './collections/pasted-notice.ts';
import { answerTo, beginsAsCommand, matchCommand } from './commands/index.ts';
import type { HandlerPorts } from './ports.ts';
import { answerAsked } from './questions/answer.ts';
import { submitFile } from './submit.ts';

/** Files are taken in; words addressed to the bot are answered; everything else in a chat is none of its business. */
export const onMessageReceived = async (event: MessageReceived, ports: HandlerPorts): Promise<void> => {
  if (event.files.length > 0) {
    for (const file of event.files) {
      await submitFile(
        { event, file, author: event.sender, replyTo: event.messageId, parentId: event.parentId },
        ports,
      );
    }
    return;
  }
  const addressed = event.mentionsBot || (event.chatType === 'p2p' && event.text !== '');
  if (!addressed) return;
  const notice = beginsAsCommand(event.text) ? null : await pastedNotice(event, ports);
  if (notice === null && matchCommand(event.text) === null && (await answerAsked(event, ports))) return;
  const reply = notice ?? (await answerTo(event, ports));
  if (reply === null) return;
  const address = {
    platform: event.platform,
    key: eventReplyKey(event.platform, event.eventKey),
    to: { chatId: event.chatId, replyTo: event.messageId },
  };
  await ports.replier.once(address, reply);
};
