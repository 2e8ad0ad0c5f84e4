import { tell } from '../../collection/replying/wording.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { onMeant } from '../collections/meant.ts';
import { mayOrganise } from '../collections/organisers.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

const MAX_NAME = 60;

export const rename: Command = {
  meta: { name: '改名', aliases: ['重命名'], usage: usage.rename, takes: 'words', own: /^(?:为|成|叫|作|《)/u },
  run: (call, ports) =>
    onMeant(call, rename.meta.name, ports, async (collection, rest) => {
      const { event } = call;
      if (!(await mayOrganise(event, event.sender.id, collection, ports))) {
        return noteCard('warn', tell.notAllowedTitle, [tell.notAllowed]);
      }
      const name = newName(rest);
      if (name === '') return noteCard('info', tell.notAllowedTitle, [tell.newName]);
      if (name.length > MAX_NAME) return noteCard('info', tell.notAllowedTitle, [tell.longName]);
      await ports.stores.collections.change(collection.id, event.sender.id, (standing) =>
        standing.name === name ? null : { collection: { ...standing, name }, what: tell.historyName(name) },
      );
      return noteCard('good', tell.renamedTitle(collection.name, name), []);
    }),
};

/** The name in “为《2026年度述职报告》”, “ 改成 2026年度述职报告”. */
const newName = (words: string): string =>
  words
    .replace(/^[\s,，:：]*(?:改|换)?(?:为|成|叫做?|作)?[\s:：]*/u, '')
    .replace(/^《(.*)》$/u, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
