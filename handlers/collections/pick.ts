import { z } from 'zod';
import { tell } from '../../collection/replying/wording.ts';
import { type CardAction, type MessageReceived, memberRefSchema } from '../../core/chat-event.ts';
import { toast } from '../clicked-revision.ts';
import { commands } from '../commands/index.ts';
import type { Handled } from '../index.ts';
import type { HandlerPorts } from '../ports.ts';
import { isHere } from './clicked-collection.ts';
import { showInPlace } from './in-place.ts';
import { mayOrganise } from './organisers.ts';

const mentionsSchema = z.array(memberRefSchema).catch([]);

/** The answer to “which collection?”: the command goes on for the chosen one, as if its asker had named it. */
export const onPick = async (event: CardAction, ports: HandlerPorts): Promise<Handled> => {
  const { value } = event;
  const collection = await ports.stores.collections.get(value.collection ?? '');
  const command = commands.find(({ meta }) => meta.name === value.command);
  if (collection === null || command === undefined || collection.state !== 'open' || !isHere(collection, event)) {
    return { answer: toast('warn', tell.toastGone) };
  }
  const own = event.operator.id === value.asker;
  if (!own && !(await mayOrganise(event, event.operator.id, collection, ports))) {
    return { answer: toast('warn', tell.toastNotAsker) };
  }
  const words = value.words ?? '';
  const message: MessageReceived = {
    type: 'message-received',
    platform: event.platform,
    chatId: event.chatId,
    chatType: 'group',
    at: event.at,
    eventKey: event.eventKey,
    messageId: value.message ?? event.messageId,
    ...(value.parent === undefined ? {} : { parentId: value.parent }),
    sender: event.operator,
    text: words,
    files: [],
    mentionsBot: true,
    mentions: mentionsSchema.parse(parsed(value.mentions)),
    mentionsAll: false,
  };
  return {
    answer: toast('info', tell.toastPicked),
    work: async () => {
      const reply = await command.run({ event: message, argument: words, collectionId: collection.id }, ports);
      if (reply !== null) await showInPlace(event, reply, ports);
    },
  };
};

const parsed = (json: string | undefined): unknown => {
  try {
    return JSON.parse(json ?? '[]');
  } catch {
    return [];
  }
};
