import { tell } from '../../collection/replying/wording.ts';
import { decisionsOf, readRoster, standingText } from '../../collection/roster/member-states.ts';
import { askedWords } from '../../core/asked-words.ts';
import type { MemberRef, MessageReceived } from '../../core/chat-event.ts';
import type { Collection } from '../../core/records.ts';
import type { Inline } from '../../core/reply.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { say } from '../../report/replying/wording.ts';
import { namedMember, openCollections } from '../collections/start.ts';
import type { HandlerPorts } from '../ports.ts';
import { membersOf } from '../questions/members.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

/** 我交了吗, 成员甲交了没有: where one person stands in the open collections. */
export const standing: Command = {
  meta: { name: '我交了吗', aliases: [], usage: usage.standing, takes: 'people' },
  run: async ({ event }, ports) => {
    if (event.chatType === 'p2p') return noteCard('info', tell.standingTitle, [say.rosterGroupOnly]);
    const open = await openCollections(event, ports);
    if (open.length === 0) return noteCard('info', tell.noneTitle, [tell.none]);
    const people = await askedAbout(event, ports);
    if (people.length === 0) return noteCard('info', tell.standingTitle, [tell.standingWho]);
    const lines: Inline[][] = [];
    for (const person of people) {
      for (const collection of open) lines.push(await lineOf(person, collection, ports));
    }
    return noteCard('info', tell.standingTitle, lines);
  },
};

/** Who is mentioned, else the member of that name, else who asks; nobody for a name that nobody has. */
const askedAbout = async (event: MessageReceived, ports: HandlerPorts): Promise<MemberRef[]> => {
  const named = await Promise.all(event.mentions.map((member) => namedMember(event, member, ports)));
  if (named.length > 0) return named;
  const words = askedWords(event).replace(/^(?:请问|问一?下|看看|[\s,，])+/u, '');
  if (/^(?:我|本人|[交报有到])/u.test(words)) return [await namedMember(event, event.sender, ports)];
  return (await membersOf(event, ports)).filter(({ name }) => name !== undefined && words.startsWith(name));
};

const lineOf = async (person: MemberRef, collection: Collection, ports: HandlerPorts): Promise<Inline[]> => {
  const [submissions, overrides] = await Promise.all([
    ports.stores.standings.versions(collection),
    ports.stores.overrides.of(collection.id),
  ]);
  const own = submissions.filter(({ revision }) => revision.author.id === person.id);
  const decisions = decisionsOf(overrides);
  const { members } = readRoster({
    collection,
    members: [person],
    submissions: own,
    decisions,
    now: ports.clock.now(),
  });
  const [found] = members;
  const state = found === undefined ? tell.standingNotAsked : standingText(found);
  return [{ bold: person.name ?? say.nameless }, `　《${collection.name}》　${state}`];
};
