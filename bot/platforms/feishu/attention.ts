import { z } from 'zod';
import { AppError } from '../../../core/errors.ts';
import type { Attention } from '../../../core/ports/chat-platform.ts';
import type { Transport } from './transport.ts';

const unreachedSchema = z.object({
  data: z.object({ invalid_user_id_list: z.array(z.string()).nullish() }).nullish(),
});
/** The platform takes no more in one call. */
const mostBuzzed = 200;

/** Top notice where the group lets the bot set it, else a pin; 加急 inside the app. */
export const createAttention = (transport: Transport): Attention => ({
  async showOnTop(chatId, messageId) {
    const notice = { action_type: '1', message_id: messageId };
    try {
      await transport.call(
        {
          doing: 'top-notice',
          method: 'POST',
          path: `im/v1/chats/${encodeURIComponent(chatId)}/top_notice/put_top_notice`,
          data: { chat_top_notice: [notice] },
          tries: 2,
        },
        z.unknown(),
      );
    } catch (error) {
      if (error instanceof AppError && error.retryable) throw error;
      const data = { message_id: messageId };
      await transport.call({ doing: 'pin', method: 'POST', path: 'im/v1/pins', data, tries: 2 }, z.unknown());
    }
  },

  async buzz(messageId, memberIds) {
    const some = memberIds.slice(0, mostBuzzed);
    if (some.length === 0) return [...memberIds];
    const answer = await transport.call(
      {
        doing: 'buzz',
        method: 'PATCH',
        path: `im/v1/messages/${encodeURIComponent(messageId)}/urgent_app`,
        params: { user_id_type: 'open_id' },
        data: { user_id_list: some },
        tries: 2,
      },
      unreachedSchema,
    );
    return [...(answer.data?.invalid_user_id_list ?? []), ...memberIds.slice(mostBuzzed)];
  },
});
