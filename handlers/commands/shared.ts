import { noteCard } from '../../report/replying/collection-cards.ts';
import { say } from '../../report/replying/wording.ts';
import { mayOrganiseChat } from '../collections/organisers.ts';
import type { Command } from './command.ts';
import { usage } from './usages.ts';

/** The result quotes reports of others, so it goes to the organiser in private. */
export const shared: Command = {
  meta: {
    name: '雷同',
    aliases: ['查重', '相同段落'],
    usage: usage.shared,
    takes: 'nothing',
    own: /^(?:检查|比对|情况|结果|率|段落|部分|报告|的)*(?:有|都有|是|怎么样|如何)*(?:哪些|谁|多少|什么|吗|没有)?$/u,
  },
  run: async ({ event }, ports) => {
    const { platform, chatId, eventKey, sender } = event;
    const answer = (tone: 'info' | 'warn', line: string) => noteCard(tone, say.sharedCommandTitle, [line]);
    if (event.chatType === 'p2p') return answer('info', say.sharedGroupOnly);
    if (!(await mayOrganiseChat(event, sender.id, ports))) return answer('warn', say.sharedNotYours);
    const id = `compare-passages_${eventKey.replaceAll(':', '-')}`;
    await ports.queue.add('compare-passages', { platform, chatId, memberId: sender.id, eventKey }, { id });
    return answer('info', say.sharedOnTheWay);
  },
};
