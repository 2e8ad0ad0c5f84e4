import { collectionCard } from '../../collection/replying/collection-card.ts';
import { tell } from '../../collection/replying/wording.ts';
import type { Collection } from '../../core/records.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { onMeant } from '../collections/meant.ts';
import { mayOrganise } from '../collections/organisers.ts';
import { namesIn } from '../collections/start.ts';
import type { HandlerPorts } from '../ports.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

export const close: Command = {
  meta: { name: '结束收集', aliases: ['关闭收集', '停止收集', '关闭'], usage: usage.close, takes: 'words' },
  run: (call, ports) =>
    onMeant(call, close.meta.name, ports, async (collection) => {
      if (!(await mayOrganise(call.event, call.event.sender.id, collection, ports))) {
        return noteCard('warn', tell.notAllowedTitle, [tell.notAllowed]);
      }
      const closed = await closeCollection(collection, call.event.sender.id, ports);
      return collectionCard(closed, await namesIn(closed, ports), { now: ports.clock.now(), heading: 'changed' });
    }),
};

export const closeCollection = (collection: Collection, by: string, ports: HandlerPorts): Promise<Collection> =>
  ports.stores.collections.change(collection.id, by, (standing) =>
    standing.state === 'closed' ? null : { collection: { ...standing, state: 'closed' }, what: tell.historyClosed },
  );
