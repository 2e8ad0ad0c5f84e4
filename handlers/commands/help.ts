import type { Reply } from '../../core/reply.ts';
import { helpCard } from '../../report/replying/collection-cards.ts';
import type { Command } from './command.ts';
import { usage, usages } from './usages.ts';

export const helpReply = (): Reply => helpCard(usages, { unknown: false, perhaps: null });

export const help: Command = {
  meta: { name: '帮助', aliases: ['怎么用', '使用说明', '说明', 'help', '?'], usage: usage.help, takes: 'nothing' },
  run: async () => helpReply(),
};
