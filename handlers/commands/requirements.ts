import { descriptionBlock } from '../../collection/replying/description.ts';
import { tell } from '../../collection/replying/wording.ts';
import { reply } from '../../report/replying/card-parts.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { namesIn, openCollections } from '../collections/start.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

/** What the open collections ask for: kind, people, length, parts, file name. */
export const requirements: Command = {
  meta: { name: '要求', aliases: ['收稿要求', '字数要求'], usage: usage.requirements, takes: 'nothing' },
  run: async ({ event }, ports) => {
    if (event.chatType === 'p2p') return noteCard('info', tell.requirementsTitle, [tell.groupOnly]);
    const open = await openCollections(event, ports);
    if (open.length === 0) return noteCard('info', tell.noneTitle, [tell.none]);
    const names = await namesIn(event, ports);
    const now = ports.clock.now();
    return reply({
      tone: 'info',
      title: tell.requirementsTitle,
      blocks: open.flatMap((collection) => [
        { kind: 'text' as const, text: [{ bold: tell.heard(collection.name) }] },
        descriptionBlock(collection, names, now),
      ]),
    });
  },
};
