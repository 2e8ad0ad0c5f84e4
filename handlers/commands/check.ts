import type { MessageReceived } from '../../core/chat-event.ts';
import { AppError } from '../../core/errors.ts';
import type { Reply } from '../../core/reply.ts';
import { noteCard } from '../../report/replying/collection-cards.ts';
import { say } from '../../report/replying/wording.ts';
import type { HandlerPorts } from '../ports.ts';
import { queueRecheck, revisionsOfMessage, submitFile } from '../submit.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

export const check: Command = {
  meta: {
    name: '检查',
    aliases: ['重新检查', '再查一遍', '复查', '重查'],
    usage: usage.check,
    takes: 'nothing',
    own: /^(?:一?下)?(?:这|那|我|上面|刚才|最新)?(?:的|份|个|篇|稿)*(?:报告|文件|材料|稿子?)?(?:看看|看)?(?:还?有没有|是否有?|还?有)(?:什么|哪些)?(?:问题|错误?|错别字|毛病|不对|缺项|遗漏)/u,
  },
  run: async ({ event }, ports) => {
    if (event.parentId !== undefined) {
      const reply = await checkParent(event, event.parentId, ports);
      return reply === 'no-file' ? noteCard('info', say.helpTitle, [say.noFile]) : reply;
    }
    const [latest] = await ports.stores.submissions.ofMember(event.platform, event.chatId, event.sender.id);
    if (latest === undefined) return noteCard('info', say.helpTitle, [say.nothingToCheck]);
    await queueRecheck(latest.id, event.at, ports);
    return noteCard('progress', say.recheckTitle(latest.file.name), [say.rechecking]);
  },
};

/**
 * Checks the file a message replies to: again when it is known, else as its sender's next version. Null when a card of
 * its own answers, 'no-file' when the replied-to message carries none.
 */
export const checkParent = async (
  event: MessageReceived,
  parentId: string,
  ports: HandlerPorts,
): Promise<Reply | null | 'no-file'> => {
  const known = await revisionsOfMessage(event.platform, parentId, ports);
  const here = known.filter((revision) => revision.chatId === event.chatId);
  if (here[0] !== undefined) {
    for (const revision of here) await queueRecheck(revision.id, event.at, ports);
    return noteCard('progress', say.recheckTitle(here[0].file.name), [say.rechecking]);
  }
  try {
    const { files, sender } = await ports.platformOf(event.platform).filesOf(parentId);
    for (const file of files) {
      await submitFile({ event, file, author: sender ?? event.sender, replyTo: event.messageId }, ports);
    }
    return files.length === 0 ? 'no-file' : null;
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable) throw error;
    return noteCard('warn', say.helpTitle, [say.downloadOfOthers]);
  }
};
