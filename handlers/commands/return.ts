import { memberNames } from '../../collection/replying/description.ts';
import { namesText, tell } from '../../collection/replying/wording.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { onMeant, withoutMentions } from '../collections/meant.ts';
import { mayOrganise } from '../collections/organisers.ts';
import { sendBack } from '../collections/returning.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

export const sendBackCommand: Command = {
  meta: { name: '退回', aliases: ['打回'], usage: usage.return, takes: 'people' },
  run: (call, ports) =>
    onMeant(call, sendBackCommand.meta.name, ports, async (collection, rest) => {
      const { event } = call;
      if (!(await mayOrganise(event, event.sender.id, collection, ports))) {
        return noteCard('warn', tell.notAllowedTitle, [tell.notAllowed]);
      }
      const reason = withoutMentions(rest, event.mentions).slice(0, 200);
      if (event.mentions.length === 0 || reason === '') return noteCard('info', tell.whoTitle, [tell.whoReturn]);
      const wanted = new Set(event.mentions.map(({ id }) => id));
      const standing = (await ports.stores.standings.of(collection))
        .map(({ revision }) => revision)
        .filter(({ author }) => wanted.has(author.id));
      for (const revision of standing) {
        await sendBack({ revision, collection, reason, by: event.sender.id, at: event.at }, ports);
      }
      const without = event.mentions.filter(({ id }) => !standing.some(({ author }) => author.id === id));
      if (without.length === 0) return null;
      return noteCard('info', tell.whoTitle, [tell.returnedNothing(namesText(memberNames(without, null)))]);
    }),
};
