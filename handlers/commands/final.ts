import { tell } from '../../collection/replying/wording.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { markFinal } from '../collections/final-version.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';
import { meantRevisions } from './withdraw.ts';

export const final: Command = {
  meta: {
    name: '终稿',
    aliases: ['标记为终稿', '标为终稿', '定稿'],
    usage: usage.final,
    takes: 'nothing',
    own: /^(?:第[一二三四五六七八九十\d]+|[就以]?[这那最上]?[一新后]?)[稿版份次](?:为准)?$/u,
  },
  run: async ({ event }, ports) => {
    const revision = (await meantRevisions(event, ports)).find(({ state }) => state === 'checked');
    if (revision === undefined) return noteCard('info', tell.whoTitle, [tell.nothingFinal]);
    if (revision.author.id !== event.sender.id) return noteCard('warn', tell.whoTitle, [tell.toastNotAuthor]);
    await markFinal(revision, true, event.at, ports);
    return noteCard('good', tell.finalTitle(revision.file.name), [tell.finalBody]);
  },
};
