import { currentCollection } from '../collection/roster.ts';
import type { ActionAnswer, CardAction } from '../core/chat-event.ts';
import type { Revision } from '../core/records.ts';
import { eventReplyKey } from '../core/reply-keys.ts';
import { say } from '../report/replying/wording.ts';
import { helpReply } from './commands/help.ts';
import { rosterReply } from './commands/roster.ts';
import type { Handled } from './index.ts';
import type { HandlerPorts } from './ports.ts';
import { queueRecheck } from './submit.ts';

/** A click: answered at once from what is stored, its work done afterwards. */
export const onCardAction = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  switch (event.action) {
    case 'recheck':
      return recheck(event, ports);
    case 'full-list':
      return fullList(event, ports);
    case 'roster':
      return post(event, ports, () => rosterReply(event, ports));
    case 'help':
      return post(event, ports, async () => helpReply());
    default:
      return { answer: toast('warn', say.toastUnknown) };
  }
};

const recheck = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const { revision, refused } = await revisionOf(event, ports);
  if (revision === null) return { answer: toast('warn', refused) };
  if (!(await mayRecheck(event, revision, ports))) return { answer: toast('warn', say.toastNotYours) };
  await queueRecheck(revision.id, event.at, ports);
  return { answer: toast('info', say.toastRecheck) };
};

const fullList = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const { revision, refused } = await revisionOf(event, ports);
  if (revision === null) return { answer: toast('warn', refused) };
  await ports.queue.add(
    'send-full-list',
    { revisionId: revision.id },
    { id: `send-full-list_${revision.id}_${Math.floor(Date.parse(event.at) / 3000)}` },
  );
  return { answer: toast('info', say.toastFullList) };
};

/** The version the button is about. Cards can be forwarded: only its own chat may act on it. */
const revisionOf = async (
  event: CardAction,
  ports: HandlerPorts,
): Promise<{ revision: Revision; refused: null } | { revision: null; refused: string }> => {
  const revision = await ports.stores.submissions.get(event.value.revision ?? '');
  if (revision === null || revision.state === 'withdrawn' || revision.platform !== event.platform) {
    return { revision: null, refused: say.toastGone };
  }
  if (revision.chatId !== event.chatId) return { revision: null, refused: say.toastOtherChat };
  return { revision, refused: null };
};

const mayRecheck = async (event: CardAction, revision: Revision, ports: HandlerPorts): Promise<boolean> => {
  if (event.operator.id === revision.author.id) return true;
  const collection = currentCollection(await ports.stores.collections.ofChat(event.platform, event.chatId));
  return collection?.organisers.includes(event.operator.id) ?? false;
};

const post = async (
  event: CardAction,
  ports: HandlerPorts,
  build: () => ReturnType<typeof rosterReply>,
): Promise<Handled> => ({
  answer: toast('info', say.toastRoster),
  work: async () => {
    const key = eventReplyKey(event.platform, event.eventKey);
    await ports.replier.once({ platform: event.platform, key, to: { chatId: event.chatId } }, await build());
  },
});

const toast = (tone: 'info' | 'good' | 'warn' | 'bad', text: string): ActionAnswer => ({ toast: { tone, text } });
