import { pickCard } from '../../collection/replying/collection-card.ts';
import { tell } from '../../collection/replying/wording.ts';
import { asks } from '../../collection/roster.ts';
import type { MemberRef } from '../../core/chat-event.ts';
import type { Collection } from '../../core/records.ts';
import type { Reply } from '../../core/reply.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import type { CommandCall } from '../commands/command.ts';
import type { HandlerPorts } from '../ports.ts';
import { mayOrganiseChat } from './organisers.ts';
import { openCollections } from './start.ts';

export type Meant =
  | { readonly collection: Collection /** The words without the collection's name. */; readonly rest: string }
  | { readonly several: readonly Collection[] };

/** Which of the open collections some words are about: by name, else by kind and year, else the only one. */
export const meantOf = (words: string, open: readonly Collection[], ports: HandlerPorts): Meant => {
  const plain = words.normalize('NFKC');
  const named = open.filter(({ name }) => plain.includes(name.normalize('NFKC')));
  const longest = Math.max(0, ...named.map(({ name }) => name.length));
  const byName = named.filter(({ name }) => name.length === longest);
  const [one] = byName;
  if (byName.length === 1 && one !== undefined) {
    return {
      collection: one,
      rest: plain.replace(new RegExp(`《?${literal(one.name.normalize('NFKC'))}》?`, 'u'), ' ').trim(),
    };
  }
  const kinds = ports.settings.kinds.filter((kind) => plain.includes(kind.name));
  const kind = kinds.sort((a, b) => b.name.length - a.name.length)[0];
  const byKind = kind === undefined ? [] : open.filter(({ requirements }) => requirements.kind === kind.id);
  const year = Number(/(20\d{2})年度/u.exec(plain)?.[1] ?? Number.NaN);
  const likely = byKind.length > 0 ? byKind : open;
  const ofYear = likely.filter(({ requirements }) => requirements.year === year);
  const [other] = likely.length === 1 ? likely : ofYear.length === 1 ? ofYear : [];
  return other === undefined ? { several: byName.length > 1 ? byName : likely } : { collection: other, rest: plain };
};

const literal = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');

/**
 * Runs `act` on the collection that an organiser's command means: the one it names, or the only one that asks whom it
 * mentions. Asks with buttons when several may be meant, and says so when none is open.
 */
export const onMeant = async (
  call: CommandCall,
  command: string,
  ports: HandlerPorts,
  act: (collection: Collection, rest: string) => Promise<Reply | null>,
): Promise<Reply | null> => {
  const { event, argument } = call;
  if (event.chatType === 'p2p') return noteCard('info', command, [tell.groupOnly]);
  const open = await openCollections(event, ports);
  if (open.length === 0) return noteCard('info', tell.noneTitle, [tell.none]);
  const chosen = open.find(({ id }) => id === call.collectionId);
  const meant = meantOf(argument, chosen === undefined ? open : [chosen], ports);
  if ('collection' in meant) return act(meant.collection, meant.rest);
  const [asking, ...others] = meant.several.filter((one) => event.mentions.every(({ id }) => asks(one, id)));
  if (asking !== undefined && others.length === 0) return act(asking, argument);
  if (!(await mayOrganiseChat(event, event.sender.id, ports))) {
    return noteCard('warn', tell.notAllowedTitle, [tell.notAllowed]);
  }
  return pickCard(
    tell.pick(command),
    'collection-pick',
    meant.several.map((collection) => ({
      label: collection.name,
      value: {
        collection: collection.id,
        command,
        words: argument.slice(0, 500),
        mentions: JSON.stringify(event.mentions.slice(0, 30)),
        asker: event.sender.id,
        message: event.messageId,
        ...(event.parentId === undefined ? {} : { parent: event.parentId }),
      },
    })),
  );
};

/** Words after a command without the names of those mentioned and the marks between. */
export const withoutMentions = (words: string, mentions: readonly MemberRef[]): string =>
  mentions
    .reduce((left, { name }) => (name === undefined ? left : left.replaceAll(`@${name.normalize('NFKC')}`, ' ')), words)
    .replace(/^[\s,，、;；:：和因为由于]+|[\s,，、;；:：。]+$/gu, '')
    .replace(/\s{2,}/gu, ' ');
