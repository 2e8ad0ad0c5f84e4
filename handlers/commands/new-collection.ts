import { collectionFormCard } from '../../collection/replying/collection-form.ts';
import { tell } from '../../collection/replying/wording.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { namesIn, rememberMembers } from '../collections/start.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

export const newCollection: Command = {
  meta: {
    name: '新建收集',
    aliases: ['新建', '填表收集', '收集表单'],
    usage: usage.newCollection,
    takes: 'nothing',
    own: /^(?:一[项个次])?(?:报告|材料|述职)?(?:的)?(?:收集|收稿|任务)/u,
  },
  run: async ({ event }, ports) => {
    if (event.chatType === 'p2p') return noteCard('info', tell.formTitle, [tell.groupOnly]);
    await rememberMembers(event, ports);
    return collectionFormCard({ empty: true }, await namesIn(event, ports));
  },
};
