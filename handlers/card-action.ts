import type { CardAction } from '../core/chat-event.ts';
import type { Collection, Revision } from '../core/records.ts';
import type { Reply } from '../core/reply.ts';
import { eventReplyKey } from '../core/reply-keys.ts';
import { say } from '../report/replying/wording.ts';
import { annotatedCopy } from './annotated-copy.ts';
import { CLICK_WINDOW, clickedRevision, toast } from './clicked-revision.ts';
import { onCollectionClick } from './collections/clicks.ts';
import { mayOrganiseChat } from './collections/organisers.ts';
import { helpReply } from './commands/help.ts';
import { showRoster } from './commands/roster.ts';
import { onExport } from './export-ledger.ts';
import type { Handled } from './index.ts';
import { onNudgeNow, onPrivately, onPromise, onSnooze } from './nudges.ts';
import type { HandlerPorts } from './ports.ts';
import { onAskAction } from './questions/answer.ts';
import { onModelConsentAction } from './questions/model-consent.ts';
import { queueRecheck } from './submit.ts';
import { onWaiveAction } from './waive.ts';

/** A click: answered at once from what is stored, its work done afterwards. */
export const onCardAction = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  switch (event.action) {
    case 'recheck':
      return recheck(event, ports);
    case 'annotated-copy':
      return annotatedCopy(event, ports);
    case 'waive-open':
    case 'waive-page':
    case 'waive':
    case 'unwaive':
      return onWaiveAction(event.action, event, ports);
    case 'ask':
      return onAskAction(event, ports);
    case 'model-consent':
      return onModelConsentAction(event, ports);
    case 'full-list':
      return fullList(event, ports);
    case 'nudge-snooze':
      return onSnooze(event, ports);
    case 'nudge-today':
      return onPromise(event, ports);
    case 'nudge-private':
    case 'nudge-in-chat':
      return onPrivately(event, ports, event.action === 'nudge-private');
    case 'nudge-now':
      return onNudgeNow(event, ports);
    case 'export-ledger':
      return onExport(event, ports);
    case 'roster':
      return post(event, ports, () => showRoster(event, ports, (open) => clickedOrAll(open, event)));
    case 'help':
      return post(event, ports, async () => helpReply());
    default:
      return (await onCollectionClick(event, ports)) ?? { answer: toast('warn', say.toastUnknown) };
  }
};

/** The collection whose card was clicked; other cards stand for all. */
const clickedOrAll = (open: readonly Collection[], event: CardAction): readonly Collection[] => {
  const clicked = open.filter(({ id }) => id === event.value.collection);
  return clicked.length > 0 ? clicked : open;
};

const recheck = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const { revision, refused } = await clickedRevision(event, ports);
  if (revision === null) return { answer: toast('warn', refused) };
  if (!(await mayRecheck(event, revision, ports))) return { answer: toast('warn', say.toastNotYours) };
  await queueRecheck(revision.id, event.at, ports);
  return { answer: toast('info', say.toastRecheck) };
};

const fullList = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const { revision, refused } = await clickedRevision(event, ports);
  if (revision === null) return { answer: toast('warn', refused) };
  await ports.queue.add(
    'send-full-list',
    { revisionId: revision.id },
    { id: `send-full-list_${revision.id}_${Math.floor(Date.parse(event.at) / CLICK_WINDOW)}` },
  );
  return { answer: toast('info', say.toastFullList) };
};

const mayRecheck = async (event: CardAction, revision: Revision, ports: HandlerPorts): Promise<boolean> =>
  event.operator.id === revision.author.id || mayOrganiseChat(event, event.operator.id, ports);

const post = async (event: CardAction, ports: HandlerPorts, build: () => Promise<Reply | null>): Promise<Handled> => ({
  answer: toast('info', say.toastRoster),
  work: async () => {
    const key = eventReplyKey(event.platform, event.eventKey);
    const reply = await build();
    if (reply !== null) {
      await ports.replier.once({ platform: event.platform, key, to: { chatId: event.chatId } }, reply);
    }
  },
});
