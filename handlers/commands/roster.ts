import { createHash } from 'node:crypto';
import { AppError } from '../../core/errors.ts';
import type { Collection } from '../../core/records.ts';
import type { Reply } from '../../core/reply.ts';
import { noteCard, rosterCard } from '../../report/replying/collection-cards.ts';
import { say } from '../../report/replying/wording.ts';
import { meantOf } from '../collections/meant.ts';
import type { HandlerPorts } from '../ports.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

/** The live card of every open collection of the chat, or of one, brought to where it was asked for; null: they answer. */
export const showRoster = async (
  asked: { readonly platform: string; readonly chatId: string; readonly eventKey: string; readonly messageId: string },
  ports: HandlerPorts,
  wanted: (open: readonly Collection[]) => readonly Collection[] = (open) => open,
): Promise<Reply | null> => {
  const all = await ports.stores.collections.ofChat(asked.platform, asked.chatId);
  const open = wanted(all.filter(({ state }) => state === 'open'));
  const { eventKey, messageId } = asked;
  for (const { id } of open) {
    const digest = createHash('sha256').update(eventKey).digest('hex').slice(0, 32);
    await ports.queue.add(
      'roster-card',
      { collectionId: id, started: false, asked: { eventKey, messageId } },
      { id: `roster-card_${id}_asked-${digest}` },
    );
  }
  return open.length > 0 ? null : rosterReply(asked, ports);
};

/** How the chat stands without a collection. */
const rosterReply = async (
  chat: { readonly platform: string; readonly chatId: string },
  ports: HandlerPorts,
): Promise<Reply> => {
  try {
    const roster = await ports.readRoster(chat, null, 'fresh');
    if (roster === null) return noteCard('warn', say.rosterTitle, [say.rosterUnavailable]);
    return rosterCard({ ...roster, deadline: null }, ports.clock.now());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Of failures only those that somebody in the chat can mend are told in the platform's words.
    const told = error.code === 'not-allowed' ? [error.message] : [];
    return noteCard('warn', say.rosterTitle, [say.rosterUnavailable, ...told]);
  }
};

export const roster: Command = {
  meta: {
    name: '进度',
    aliases: ['谁没交', '谁还没交', '没交的', '名单', '收稿进度', '收集进度', '收集情况'],
    usage: usage.roster,
    takes: 'nothing',
    own: /^(?:到哪|怎么样|如何|多少)|^(?:都)?(?:有|还有)?(?:哪些|哪几个?|几个?|多少)?(?:人|同志|位)?(?:没|未|已)?(?:交|报)?$|^各?交了?几[稿份个]/u,
  },
  run: async ({ event, argument }, ports) => {
    if (event.chatType === 'p2p') return noteCard('info', say.rosterTitle, [say.rosterGroupOnly]);
    return showRoster(event, ports, (open) => {
      const meant = meantOf(argument, open, ports);
      return 'collection' in meant ? [meant.collection] : open;
    });
  },
};
