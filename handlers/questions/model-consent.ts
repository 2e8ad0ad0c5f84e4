import type { CardAction, MessageReceived } from '../../core/chat-event.ts';
import type { ModelConsent } from '../../core/ports/stores.ts';
import type { Reply } from '../../core/reply.ts';
import { eventReplyKey } from '../../core/reply-keys.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { modelConsentCard, sayOfModels } from '../../report/replying/model-cards.ts';
import { toast } from '../clicked-revision.ts';
import { mayOrganiseChat } from '../collections/organisers.ts';
import type { Handled } from '../index.ts';
import type { HandlerPorts } from '../ports.ts';
import { memberName } from './members.ts';

interface Wish {
  readonly platform: string;
  readonly chatId: string;
  readonly by: string;
  readonly at: string;
  /** Null: only to be told how things stand. */
  readonly allow: boolean | null;
  readonly isPrivate: boolean;
}

/** Records who allows or forbids a model in a chat, and tells how things stand. */
export const modelConsent = async (
  event: MessageReceived,
  allow: boolean | null,
  ports: HandlerPorts,
): Promise<Reply> => {
  const { platform, chatId, at } = event;
  // In a talk of two there is nobody else to ask.
  const mayDecide = event.chatType === 'p2p' || (await mayOrganiseChat(event, event.sender.id, ports));
  if (allow !== null && !mayDecide) return noteCard('warn', sayOfModels.title, [sayOfModels.notYours]);
  return decide({ platform, chatId, by: event.sender.id, at, allow, isPrivate: event.chatType === 'p2p' }, ports);
};

export const onModelConsentAction = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const { platform, chatId, at, operator } = event;
  if (!(await mayClick(event, ports))) return { answer: toast('warn', sayOfModels.notYours) };
  return {
    answer: toast('info', sayOfModels.toast),
    work: async () => {
      const isPrivate = event.value.private === chatId;
      const wish = { platform, chatId, by: operator.id, at, allow: event.value.allow === 'yes', isPrivate };
      const card = await decide(wish, ports);
      const key = eventReplyKey(platform, event.eventKey);
      await ports.replier.once({ platform, key, to: { chatId, replyTo: event.messageId } }, card);
    },
  };
};

/** A card about a talk of two acts nowhere else. */
const mayClick = (event: CardAction, ports: HandlerPorts): Promise<boolean> | boolean =>
  event.value.private === event.chatId || mayOrganiseChat(event, event.operator.id, ports);

const decide = async (wish: Wish, ports: HandlerPorts): Promise<Reply> => {
  const { platform, chatId, by, at, allow, isPrivate } = wish;
  const configured = ports.settings.languageModel;
  const known = await ports.stores.modelConsents.current(platform, chatId);
  let now: ModelConsent | null = known;
  // Where nothing is set up there is nothing to agree to; taking back is always possible.
  if (allow !== null && known?.allowed !== allow && (configured || !allow)) {
    now = { allowed: allow, by, at };
    await ports.stores.modelConsents.record(platform, chatId, now);
  }
  const name = now === null ? '' : await memberName({ id: now.by }, wish, ports);
  return modelConsentCard(now, name, {
    configured,
    privateChat: isPrivate ? chatId : null,
    now: ports.clock.now(),
  });
};
