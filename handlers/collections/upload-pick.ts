import { tell } from '../../collection/replying/wording.ts';
import type { CardAction } from '../../core/chat-event.ts';
import { clickedRevision, toast } from '../clicked-revision.ts';
import type { Handled } from '../index.ts';
import type { HandlerPorts } from '../ports.ts';
import { queueRecheck } from '../submit.ts';
import { isHere } from './clicked-collection.ts';
import { mayOrganise } from './organisers.ts';

/** Which collection an upload is for, as its author or an organiser says; the check then goes on for that one. */
export const onUploadPick = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const { revision, refused } = await clickedRevision(event, ports);
  if (revision === null) return { answer: toast('warn', refused) };
  const collection = await ports.stores.collections.get(event.value.collection ?? '');
  if (collection === null || collection.state !== 'open' || !isHere(collection, event)) {
    return { answer: toast('warn', tell.toastGone) };
  }
  const own = revision.author.id === event.operator.id;
  if (!own && !(await mayOrganise(event, event.operator.id, collection, ports))) {
    return { answer: toast('warn', tell.toastNotUploader) };
  }
  const assigned = await ports.stores.submissions.assign(revision.id, collection.id);
  await queueRecheck(assigned.id, event.at, ports);
  return { answer: toast('info', tell.toastPickedUpload) };
};
