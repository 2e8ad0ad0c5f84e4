import { tell } from '../../collection/replying/wording.ts';
import type { MessageReceived } from '../../core/chat-event.ts';
import type { Revision } from '../../core/records.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { withdrawRevision } from '../collections/withdrawing.ts';
import type { HandlerPorts } from '../ports.ts';
import { revisionsOfMessage } from '../submit.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

export const withdraw: Command = {
  meta: {
    name: '撤回',
    aliases: ['撤稿', '撤回我的稿子', '我要撤回'],
    usage: usage.withdraw,
    takes: 'nothing',
    own: /^(?:第[一二三四五六七八九十\d]+|[上这那最]?[一新后]?)[稿版份次]$/u,
  },
  run: async ({ event }, ports) => {
    const [revision] = await meantRevisions(event, ports);
    if (revision === undefined) return noteCard('info', tell.whoTitle, [tell.nothingToWithdraw]);
    if (revision.author.id !== event.sender.id) return noteCard('warn', tell.whoTitle, [tell.withdrawNotYours]);
    await withdrawRevision(revision, ports);
    const standing = (await ports.stores.submissions.ofMember(event.platform, event.chatId, event.sender.id)).find(
      ({ collectionId, state }) =>
        collectionId === revision.collectionId && (state === 'received' || state === 'checked'),
    );
    return noteCard('good', tell.withdrawnTitle(revision.file.name), [
      tell.withdrawnBody,
      ...(standing === undefined ? [] : [tell.withdrawnBefore(standing.number)]),
    ]);
  },
};

/** The versions a message replies to, else its sender's newest. */
export const meantRevisions = async (event: MessageReceived, ports: HandlerPorts): Promise<Revision[]> => {
  if (event.parentId !== undefined) {
    const quoted = await revisionsOfMessage(event.platform, event.parentId, ports);
    const here = quoted.filter((revision) => revision.chatId === event.chatId);
    if (here.length > 0) return here;
  }
  return (await ports.stores.submissions.ofMember(event.platform, event.chatId, event.sender.id)).slice(0, 1);
};
