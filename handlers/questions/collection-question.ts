import type { MessageReceived } from '../../core/chat-event.ts';
import { eventReplyKey } from '../../core/reply-keys.ts';
import { sayOfAnswers } from '../../report/replying/answer-wording.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { isOrganiser } from '../clicked-revision.ts';
import type { HandlerPorts } from '../ports.ts';

/** A question about everybody's reports, for organisers. */
export const answerAboutAll = async (event: MessageReceived, ports: HandlerPorts): Promise<void> => {
  const address = {
    platform: event.platform,
    key: eventReplyKey(event.platform, event.eventKey),
    to: { chatId: event.chatId, replyTo: event.messageId },
  };
  const refuse = (line: string) => ports.replier.once(address, noteCard('info', sayOfAnswers.allRefusedTitle, [line]));
  if (event.chatType === 'p2p') return refuse(sayOfAnswers.allInGroup);
  if (!(await isOrganiser(event, event.sender.id, ports))) return refuse(sayOfAnswers.allForOrganisers);
};
