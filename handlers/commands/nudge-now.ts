import { tell } from '../../collection/replying/wording.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { onMeant } from '../collections/meant.ts';
import { mayOrganise } from '../collections/organisers.ts';
import { nudgeNow as queueNudge } from '../nudges.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

export const nudgeNow: Command = {
  meta: { name: '立即催办', aliases: ['催办', '催一下', '催一催'], usage: usage.nudgeNow, takes: 'people' },
  run: (call, ports) =>
    onMeant(call, nudgeNow.meta.name, ports, async (collection) => {
      if (!(await mayOrganise(call.event, call.event.sender.id, collection, ports))) {
        return noteCard('warn', tell.notAllowedTitle, [tell.notAllowed]);
      }
      const held = await queueNudge(collection, ports);
      return held === null ? null : noteCard('info', nudgeNow.meta.name, [held]);
    }),
};
