import { tell } from '../../collection/replying/wording.ts';
import { asks } from '../../collection/roster.ts';
import type { Collection } from '../../core/records.ts';
import type { Inline, Reply } from '../../core/reply.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { say } from '../../report/replying/wording.ts';
import { askAgain, type Excuse, excuse } from '../collections/excusing.ts';
import { onMeant, withoutMentions } from '../collections/meant.ts';
import { mayOrganise, mayOrganiseChat } from '../collections/organisers.ts';
import { namedMember, openCollections } from '../collections/start.ts';
import type { HandlerPorts } from '../ports.ts';
import type { Command, CommandCall } from './command.ts';
import { usage } from './usages.ts';

const excusing = (kind: Excuse, meta: Command['meta']): Command => ({
  meta,
  run: (call, ports) =>
    onMeant(call, meta.name, ports, async (collection, rest) => {
      const { event } = call;
      const reason = withoutMentions(rest, event.mentions);
      const decision = { collection, people: event.mentions, reason, by: event.sender.id, at: event.at };
      return (await refusal(call, collection, ports)) ?? excuse(kind, decision, ports);
    }),
});

/** Nobody lets himself off: the organisers of what he has to hand in are told that he asks. */
const askedForLeave = async ({ event }: CommandCall, ports: HandlerPorts): Promise<Reply | null> => {
  if (event.mentions.length > 0 || event.chatType === 'p2p') return null;
  if (await mayOrganiseChat(event, event.sender.id, ports)) return null;
  const asking = (await openCollections(event, ports)).filter((collection) => asks(collection, event.sender.id));
  if (asking.length === 0) return null;
  const name = (await namedMember(event, event.sender, ports)).name ?? say.nameless;
  const organisers = [...new Set(asking.flatMap((collection) => collection.organisers))];
  return noteCard('info', tell.leaveAskTitle, [
    [tell.leaveAsk(name), ...organisers.flatMap((id): Inline[] => [{ mention: id }, ' '])],
    tell.leaveHow(name, asking.map((collection) => collection.name).join('》《')),
  ]);
};

export const exempt = excusing('exempt', {
  name: '免交',
  aliases: ['不用交', '免收'],
  usage: usage.exempt,
  takes: 'people',
});
const onLeave = excusing('leave', { name: '请假', aliases: [], usage: usage.leave, takes: 'people' });
export const leave: Command = {
  ...onLeave,
  run: async (call, ports) => (await askedForLeave(call, ports)) ?? onLeave.run(call, ports),
};

export const unexempt: Command = {
  meta: { name: '取消免交', aliases: ['恢复要交', '取消请假', '销假'], usage: usage.unexempt, takes: 'people' },
  run: (call, ports) =>
    onMeant(call, unexempt.meta.name, ports, async (collection) => {
      const { event } = call;
      const decision = { collection, people: event.mentions, by: event.sender.id, at: event.at };
      return (await refusal(call, collection, ports)) ?? askAgain(decision, ports);
    }),
};

const refusal = async (call: CommandCall, collection: Collection, ports: HandlerPorts): Promise<Reply | null> => {
  const { event } = call;
  if (!(await mayOrganise(event, event.sender.id, collection, ports))) {
    return noteCard('warn', tell.notAllowedTitle, [tell.notAllowed]);
  }
  return event.mentions.length === 0 ? noteCard('info', tell.whoTitle, [tell.whoExempt]) : null;
};
