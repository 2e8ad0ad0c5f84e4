import { tell } from '../../collection/replying/wording.ts';
import { asks } from '../../collection/roster.ts';
import type { MemberRef, MessageReceived } from '../../core/chat-event.ts';
import type { Revision } from '../../core/records.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { say } from '../../report/replying/wording.ts';
import { mayOrganiseChat } from '../collections/organisers.ts';
import { namedMember, openCollections } from '../collections/start.ts';
import type { HandlerPorts } from '../ports.ts';
import { queueRecheck } from '../submit.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';
import { meantRevisions } from './withdraw.ts';

/** A version was handed in for somebody else: it becomes theirs, as who sent it or an organiser says. */
export const handInFor: Command = {
  meta: { name: '代交', aliases: ['替交', '代为提交'], usage: usage.handInFor, takes: 'people' },
  run: async ({ event }, ports) => {
    const [member, ...others] = event.mentions;
    if (member === undefined || others.length > 0) return noteCard('info', tell.whoTitle, [tell.whoHandsIn]);
    const [revision] = await meantRevisions(event, ports);
    if (revision === undefined || event.chatType === 'p2p') {
      return noteCard('info', tell.whoTitle, [tell.nothingToHandIn]);
    }
    const own = revision.author.id === event.sender.id;
    if (!own && !(await mayOrganiseChat(event, event.sender.id, ports))) {
      return noteCard('warn', tell.whoTitle, [tell.handInNotYours]);
    }
    const author = await namedMember(event, member, ports);
    const moved = await handedOver(revision, author, event, ports);
    const name = author.name ?? say.nameless;
    return noteCard('good', tell.handedInForTitle(revision.file.name, name), [tell.handedInFor(name, moved.number)]);
  },
};

/** Also into the collection that asks its author, where its sender is asked by none. */
const handedOver = async (
  revision: Revision,
  author: MemberRef,
  event: MessageReceived,
  ports: HandlerPorts,
): Promise<Revision> => {
  const { submissions, collections } = ports.stores;
  const moved = await submissions.reassign(revision.id, author);
  const [only, ...others] = (await openCollections(event, ports)).filter((collection) => asks(collection, author.id));
  const sent = moved.collectionId === null && only !== undefined && others.length === 0;
  const standing = sent ? await submissions.assign(moved.id, only.id) : moved;
  if (standing.collectionId !== null) {
    const by = await namedMember(event, event.sender, ports);
    const what = tell.historyHandedInFor(by.name ?? say.nameless, author.name ?? say.nameless, standing.number);
    await collections.note(standing.collectionId, by.id, what);
  }
  await queueRecheck(standing.id, event.at, ports, 1);
  return standing;
};
