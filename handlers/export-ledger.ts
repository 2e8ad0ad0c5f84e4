import { createHash } from 'node:crypto';
import { ledgerWords as say } from '../collection/ending/words.ts';
import type { CardAction } from '../core/chat-event.ts';
import type { Collection } from '../core/records.ts';
import { CLICK_WINDOW, toast } from './clicked-revision.ts';
import { isHere } from './collections/clicked-collection.ts';
import { mayOrganise } from './collections/organisers.ts';
import type { Handled } from './index.ts';
import type { HandlerPorts } from './ports.ts';

/** 导出台账 on the roster card; also after the collection was closed. */
export const onExport = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const collection = await ports.stores.collections.get(event.value.collection ?? '');
  const allowed =
    collection !== null &&
    isHere(collection, event) &&
    (await mayOrganise(event, event.operator.id, collection, ports));
  if (collection === null || !allowed) return { answer: toast('warn', say.organisersOnly) };
  await queueExport(collection, event.operator.id, event.at, ports);
  return { answer: toast('good', say.toastExport) };
};

/** Ledger and reports to somebody in private; the same wish within a moment is one. */
export const queueExport = async (
  collection: Collection,
  memberId: string,
  at: string,
  ports: HandlerPorts,
): Promise<void> => {
  const window = Math.floor(Date.parse(at) / CLICK_WINDOW);
  const occasion = createHash('sha256').update(`${memberId} ${window}`).digest('hex').slice(0, 24);
  await ports.queue.add(
    'deliver-collection',
    { collectionId: collection.id, occasion, to: memberId },
    { id: `deliver-collection_${collection.id}_${occasion}` },
  );
};
