import { collectionFormCard } from '../../collection/replying/collection-form.ts';
import { tell } from '../../collection/replying/wording.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { namesIn, rememberMembers } from '../collections/start.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

export const newCollection: Command = {
  meta: { name: '新建收集', aliases: ['新建', '填表收集', '收集表单'], usage: usage.newCollection },
  run: async ({ event }, ports) => {
    if (event.chatType === 'p2p') return noteCard('info', tell.formTitle, [tell.groupOnly]);
    await rememberMembers(event, ports);
    return collectionFormCard({ empty: true }, await namesIn(event, ports));
  },
};
