import { tell } from '../../collection/replying/wording.ts';
import type { CardAction } from '../../core/chat-event.ts';
import type { Revision } from '../../core/records.ts';
import { say } from '../../report/replying/wording.ts';
import { clickedRevision, toast } from '../clicked-revision.ts';
import type { Handled } from '../index.ts';
import type { HandlerPorts } from '../ports.ts';
import { queueRecheck } from '../submit.ts';
import { namedMember } from './start.ts';

/** 标记为终稿 and 取消终稿 on the result card: the author's alone. The card is brought up to date by another check. */
export const onFinalClick = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const { revision, refused } = await clickedRevision(event, ports);
  if (revision === null) return { answer: toast('warn', refused) };
  if (revision.author.id !== event.operator.id) return { answer: toast('warn', tell.toastNotAuthor) };
  if (revision.state !== 'checked') return { answer: toast('warn', say.toastGone) };
  const final = event.action === 'report-final';
  await markFinal(revision, final, event.at, ports);
  return { answer: toast('good', final ? tell.toastFinal : tell.toastUnfinal) };
};

/** One final version per person and collection: marking another takes the mark from the earlier one. */
export const markFinal = async (revision: Revision, final: boolean, at: string, ports: HandlerPorts): Promise<void> => {
  const { submissions } = ports.stores;
  const changed: Revision[] = [];
  if (final) {
    for (const other of await submissions.ofMember(revision.platform, revision.chatId, revision.author.id)) {
      if (other.final && other.id !== revision.id && other.collectionId === revision.collectionId) changed.push(other);
    }
  }
  for (const other of changed) await submissions.setFinal(other.id, false);
  await submissions.setFinal(revision.id, final);
  if (final && revision.collectionId !== null) {
    const author = await namedMember(revision, revision.author, ports);
    const what = tell.historyFinal(author.name ?? say.nameless, revision.number);
    await ports.stores.collections.note(revision.collectionId, author.id, what);
  }
  // Marked and unmarked in a moment are two changes of the card.
  for (const each of [...changed, revision]) await queueRecheck(each.id, at, ports, 1);
};
