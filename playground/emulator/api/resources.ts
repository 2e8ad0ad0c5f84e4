import { chatWithBot } from './lookups.ts';
import { Refusal } from './refusals.ts';
import { FileAnswer, type Route } from './routing.ts';

export const resourceRoutes: readonly Route[] = [
  {
    name: 'resource',
    method: 'get',
    path: '/open-apis/im/v1/messages/:messageId/resources/:fileKey',
    handle(call, { world, limits }) {
      const { type } = call.query;
      if (type !== 'file' && type !== 'image') throw new Refusal(234001, { detail: 'ext=type' });
      const message = world.messages.get(call.params.messageId ?? '');
      if (!message) throw new Refusal(234003);
      const chat = chatWithBot(world, message.chatId, { unknown: 234004, outside: 234004 });
      if (message.recalled) throw new Refusal(230110);
      if (chat.external) throw new Refusal(234009);
      if (message.type === 'interactive') throw new Refusal(234043);
      const file = world.files.get(call.params.fileKey ?? '');
      if (!file || !message.content.includes(`"${file.key}"`) || file.kind !== type) throw new Refusal(234003);
      if (file.size > limits.downloadBytes) throw new Refusal(234037);
      return new FileAnswer(world.blobs.read(file.key), file.mime, file.name);
    },
  },
];
