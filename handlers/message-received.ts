import type { MessageReceived } from '../core/chat-event.ts';
import { eventReplyKey } from '../core/reply-keys.ts';
import { noteCard } from '../report/replying/collection-cards.ts';
import { say } from '../report/replying/wording.ts';
import { pastedNotice } from './collections/pasted-notice.ts';
import { answerTo, beginsAsCommand, matchCommand } from './commands/index.ts';
import { smallTalk } from './commands/spoken.ts';
import type { HandlerPorts } from './ports.ts';
import { answerAsked } from './questions/answer.ts';
import { submitFile } from './submit.ts';

const courtesy = {
  thanks: noteCard('info', say.thanksTitle, [say.thanks]),
  greeting: noteCard('info', say.helloTitle, [say.hello]),
} as const;

/**
 * Files are taken in; words addressed to the bot are answered, but for a mere 好的; everything else in a chat is none of its
 * business.
 */
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
  const talk = smallTalk(event.text);
  if (talk === 'fine') return;
  const notice = beginsAsCommand(event.text) ? null : await pastedNotice(event, ports);
  if (talk === null && notice === null && matchCommand(event.text) === null && (await answerAsked(event, ports)))
    return;
  const reply = talk === null ? (notice ?? (await answerTo(event, ports))) : courtesy[talk];
  if (reply === null) return;
  const address = {
    platform: event.platform,
    key: eventReplyKey(event.platform, event.eventKey),
    to: { chatId: event.chatId, replyTo: event.messageId },
  };
  await ports.replier.once(address, reply);
};
