import { memberNames } from '../../collection/replying/description.ts';
import { namesText, tell } from '../../collection/replying/wording.ts';
import type { MemberRef } from '../../core/chat-event.ts';
import type { Collection } from '../../core/records.ts';
import type { Reply } from '../../core/reply.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { onMeant } from '../collections/meant.ts';
import { mayOrganise } from '../collections/organisers.ts';
import { nudgeSome, nudgeNow as queueNudge } from '../nudges.ts';
import type { HandlerPorts } from '../ports.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

export const nudgeNow: Command = {
  meta: { name: '立即催办', aliases: ['催办', '催一下', '催一催'], usage: usage.nudgeNow, takes: 'people' },
  run: (call, ports) =>
    onMeant(call, nudgeNow.meta.name, ports, async (collection) => {
      if (!(await mayOrganise(call.event, call.event.sender.id, collection, ports))) {
        return noteCard('warn', tell.notAllowedTitle, [tell.notAllowed]);
      }
      const { mentions } = call.event;
      if (mentions.length > 0) return nudgeNamed(collection, mentions, ports);
      const held = await queueNudge(collection, ports);
      return held === null ? null : noteCard('info', nudgeNow.meta.name, [held]);
    }),
};

/** Only those who are mentioned; who has handed in, or need not, is spared. */
const nudgeNamed = async (
  collection: Collection,
  people: readonly MemberRef[],
  ports: HandlerPorts,
): Promise<Reply | null> => {
  const roster = await ports.readRoster(collection, collection, 'known');
  const missing = new Set((roster?.missing ?? people).map(({ id }) => id));
  const spared = people.filter(({ id }) => !missing.has(id));
  const held = await nudgeSome(
    collection,
    people.flatMap(({ id }) => (missing.has(id) ? [id] : [])),
    ports,
  );
  const lines = [
    ...(spared.length === 0 ? [] : [tell.nudgeSpared(namesText(memberNames(spared, null)))]),
    ...(held === null ? [] : [held]),
  ];
  return lines.length === 0 ? null : noteCard('info', nudgeNow.meta.name, lines);
};
