import { tell } from '../../collection/replying/wording.ts';
import type { Collection } from '../../core/records.ts';
import type { Inline } from '../../core/reply.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { deadlineLine } from '../../report/replying/deadline-line.ts';
import { openCollections } from '../collections/start.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

/** Somebody wants to hand in later: the bot may not allow it, and says who may. */
export const laterDay: Command = {
  meta: { name: '晚交', aliases: ['晚点交', '缓交'], usage: usage.laterDay, takes: 'nothing' },
  run: async ({ event }, ports) => {
    if (event.chatType === 'p2p') return noteCard('info', tell.laterTitle, [tell.groupOnly]);
    const open = await openCollections(event, ports);
    if (open.length === 0) return noteCard('info', tell.noneTitle, [tell.none]);
    const now = ports.clock.now();
    const lines = open.map((collection): Inline[] => [
      { bold: tell.heard(collection.name) },
      '　',
      ...deadlineLine({ ...collection, handedIn: null }, now),
    ]);
    return noteCard('info', tell.laterTitle, [...lines, askOrganisers(open)]);
  },
};

const askOrganisers = (open: readonly Collection[]): Inline[] => [
  tell.laterAsk,
  ...[...new Set(open.flatMap(({ organisers }) => organisers))].flatMap((id): Inline[] => [{ mention: id }, ' ']),
  tell.laterHow,
];
