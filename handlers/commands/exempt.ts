import { memberNames } from '../../collection/replying/description.ts';
import { namesText, tell } from '../../collection/replying/wording.ts';
import { audienceOf } from '../../collection/roster.ts';
import type { MemberRef } from '../../core/chat-event.ts';
import type { Collection } from '../../core/records.ts';
import type { Reply } from '../../core/reply.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { onMeant, withoutMentions } from '../collections/meant.ts';
import { mayOrganise } from '../collections/organisers.ts';
import type { HandlerPorts } from '../ports.ts';
import type { Command, CommandCall } from './command.ts';
import { usage } from './usages.ts';

const release = (kind: 'exempt' | 'leave', meta: Command['meta']): Command => ({
  meta,
  run: (call, ports) =>
    onMeant(call, meta.name, ports, async (collection, rest) => {
      const refused = await refusal(call, collection, ports);
      if (refused !== null) return refused;
      const { event } = call;
      const people = await named(event.mentions, collection, ports);
      const asked = audienceOf(people, collection.audience);
      if (asked.length === 0) return noteCard('info', tell.whoTitle, [tell.notAsked(join(people))]);
      const reason = withoutMentions(rest, event.mentions).slice(0, 100);
      const history = kind === 'exempt' ? tell.historyExempt : tell.historyLeave;
      const other = kind === 'exempt' ? 'leave' : 'exempt';
      for (const member of asked) {
        const common = { collectionId: collection.id, member, reason, revisionId: null, by: event.sender.id };
        const what = history(join([member]), reason);
        await ports.stores.overrides.clear({ ...common, memberId: member.id, kind: other }, event.sender.id, what);
        await ports.stores.overrides.set({ ...common, kind, at: event.at }, what);
      }
      const title = kind === 'exempt' ? tell.exemptTitle : tell.leaveTitle;
      return noteCard('good', title(join(asked)), [tell.exemptBody(collection.name)]);
    }),
});

export const exempt = release('exempt', { name: '免交', aliases: ['不用交', '免收'], usage: usage.exempt });
export const leave = release('leave', { name: '请假', aliases: [], usage: usage.leave });

export const unexempt: Command = {
  meta: { name: '取消免交', aliases: ['恢复要交', '取消请假', '销假'], usage: usage.unexempt },
  run: (call, ports) =>
    onMeant(call, unexempt.meta.name, ports, async (collection) => {
      const refused = await refusal(call, collection, ports);
      if (refused !== null) return refused;
      const { event } = call;
      const people = await named(event.mentions, collection, ports);
      const restored: MemberRef[] = [];
      for (const member of people) {
        const which = { collectionId: collection.id, memberId: member.id };
        const what = tell.historyUnexempt(join([member]));
        const exempted = await ports.stores.overrides.clear({ ...which, kind: 'exempt' }, event.sender.id, what);
        const onLeave = await ports.stores.overrides.clear({ ...which, kind: 'leave' }, event.sender.id, what);
        if (exempted || onLeave || collection.audience.exempt.some(({ id }) => id === member.id)) restored.push(member);
      }
      if (restored.length === 0) return noteCard('info', tell.whoTitle, [tell.notExempt(join(people))]);
      await restoreAudience(collection, restored, event.sender.id, ports);
      return noteCard('good', tell.unexemptTitle(join(restored)), []);
    }),
};

const refusal = async (call: CommandCall, collection: Collection, ports: HandlerPorts): Promise<Reply | null> => {
  const { event } = call;
  if (!(await mayOrganise(event, event.sender.id, collection, ports))) {
    return noteCard('warn', tell.notAllowedTitle, [tell.notAllowed]);
  }
  return event.mentions.length === 0 ? noteCard('info', tell.whoTitle, [tell.whoExempt]) : null;
};

/** Those who were left out when the collection began. */
const restoreAudience = async (
  collection: Collection,
  people: readonly MemberRef[],
  by: string,
  ports: HandlerPorts,
): Promise<void> => {
  const exempt = collection.audience.exempt.filter((one) => !people.some(({ id }) => id === one.id));
  const back = people.filter((one) => collection.audience.exempt.some(({ id }) => id === one.id));
  if (back.length === 0) return;
  const changed: Collection = { ...collection, audience: { ...collection.audience, exempt } };
  await ports.stores.collections.update(changed, by, tell.historyUnexempt(join(back)));
};

const named = async (
  people: readonly MemberRef[],
  collection: Collection,
  ports: HandlerPorts,
): Promise<MemberRef[]> => {
  const members = await ports.stores.chats.members(collection.platform, collection.chatId);
  return people.map((one) => members?.find(({ id }) => id === one.id) ?? one);
};

const join = (people: readonly MemberRef[]): string => namesText(memberNames(people, null));
