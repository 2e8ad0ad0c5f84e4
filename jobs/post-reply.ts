import { AppError } from '../core/errors.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { Replier, ReplyAddress } from '../core/ports/replier.ts';
import type { ReplyLedger } from '../core/ports/stores.ts';
import type { Reply } from '../core/reply.ts';

/** Cards can be edited for two weeks; a reply that outlives that goes on in further messages, never more than these. */
const MAX_MESSAGES = 20;

export interface ReplierPorts {
  readonly platformOf: (name: string) => ChatPlatform;
  readonly replies: ReplyLedger;
}

/**
 * Makes replies happen once. A send goes out under a once-key made from the reply's key, so a process that died between
 * sending and recording sends "again" into the same message.
 */
export const createReplier = ({ platformOf, replies }: ReplierPorts): Replier => {
  const send = async (address: ReplyAddress, key: string, reply: Reply): Promise<string> => {
    const { messageId } = await platformOf(address.platform).send(address.to, reply, key);
    await replies.record(key, { platform: address.platform, chatId: address.to.chatId, messageId });
    return messageId;
  };

  return {
    once: async (address, reply) => {
      if ((await replies.find(address.key)) === null) await send(address, address.key, reply);
    },

    show: async (address, reply) => {
      const platform = platformOf(address.platform);
      for (let number = 1; number <= MAX_MESSAGES; number += 1) {
        const key = keyOf(address.key, number);
        if (number < MAX_MESSAGES && (await replies.find(keyOf(address.key, number + 1))) !== null) continue;
        const known = await replies.find(key);
        // The once-key may have brought back a message with an earlier text: what was just sent is edited as well.
        const messageId = known?.messageId ?? (await send(address, key, reply));
        try {
          await platform.edit(messageId, reply);
          return;
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'edit-unsupported') throw error;
          if (known === null) return;
        }
      }
    },
  };
};

const keyOf = (key: string, number: number): string => (number === 1 ? key : `${key}#${number}`);
