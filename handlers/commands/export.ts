import { ledgerWords as say } from '../../collection/ending/words.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { onMeant } from '../collections/meant.ts';
import { mayOrganise } from '../collections/organisers.ts';
import { queueExport } from '../export-ledger.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

export const exportLedger: Command = {
  meta: {
    name: '导出',
    aliases: ['导出台账', '台账', '打包'],
    usage: usage.exportLedger,
    takes: 'words',
    own: /^(?:在哪|到哪|发到?哪|什么时候(?:能)?(?:发|好))/u,
  },
  run: (call, ports) =>
    onMeant(call, exportLedger.meta.name, ports, async (collection) => {
      const { event } = call;
      if (!(await mayOrganise(event, event.sender.id, collection, ports))) {
        return noteCard('warn', say.exportTitle(collection.name), [say.organisersOnly]);
      }
      await queueExport(collection, event.sender.id, event.at, ports);
      return noteCard('progress', say.exportTitle(collection.name), [say.exporting]);
    }),
};
