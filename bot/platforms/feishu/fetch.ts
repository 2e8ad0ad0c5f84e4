import type { FileRef, MemberRef } from '../../../core/chat-event.ts';
import { AppError } from '../../../core/errors.ts';
import type { DownloadLimits } from '../../../core/ports/chat-platform.ts';
import { toAppError } from './errors.ts';
import type { StreamAnswer } from './http.ts';
import { readContent } from './message-content.ts';
import { botInfoSchema, chatInfoSchema, memberPageSchema, messageItemsSchema } from './schema.ts';
import type { Transport } from './transport.ts';

const asMegabytes = (bytes: number): string => `${Math.max(1, Math.floor(bytes / 1024 / 1024))} MB`;

/** A file of somebody's message, read within the limits. */
export const downloadFile = async (
  transport: Transport,
  file: FileRef,
  limits: DownloadLimits,
): Promise<Uint8Array> => {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), limits.timeoutMs);
  try {
    const answer = await transport.openStream(
      {
        doing: 'download',
        method: 'GET',
        path: `im/v1/messages/${encodeURIComponent(file.messageId)}/resources/${encodeURIComponent(file.key)}`,
        params: { type: 'file' },
        tries: 3,
      },
      abort.signal,
    );
    return await readAll(answer, limits, abort.signal);
  } catch (error) {
    if (abort.signal.aborted) {
      throw new AppError('unavailable', '下载文件超时，稍后会自动重试。', { retryable: true, cause: error });
    }
    throw toAppError(error, 'download');
  } finally {
    clearTimeout(timer);
  }
};

const readAll = async (answer: StreamAnswer, limits: DownloadLimits, signal: AbortSignal): Promise<Uint8Array> => {
  const { stream, contentLength } = answer;
  const tooLarge = (): AppError =>
    new AppError('too-large', `文件超过 ${asMegabytes(limits.maxBytes)}，没有检查。请压缩图片或拆分后重新发送。`);
  const onAbort = (): unknown => stream.destroy(new Error('timed out'));
  signal.addEventListener('abort', onAbort, { once: true });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    if (contentLength !== null && contentLength > limits.maxBytes) throw tooLarge();
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk as Uint8Array);
      size += bytes.length;
      if (size > limits.maxBytes) throw tooLarge();
      chunks.push(bytes);
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    stream.destroy();
  }
  if (contentLength !== null && size !== contentLength) {
    throw new AppError('unavailable', '文件没有下载完整，稍后会自动重试。', { retryable: true });
  }
  return Buffer.concat(chunks);
};

/** The files and sender of a message; a bot's or recalled message has neither. */
export const filesOf = async (
  transport: Transport,
  messageId: string,
): Promise<{ files: FileRef[]; sender: MemberRef | null }> => {
  const answer = await transport.call(
    {
      doing: 'read message',
      method: 'GET',
      path: `im/v1/messages/${encodeURIComponent(messageId)}`,
      params: { user_id_type: 'open_id' },
    },
    messageItemsSchema,
  );
  const message = answer.data.items.find((item) => item.message_id === messageId) ?? answer.data.items[0];
  if (message === undefined || message.deleted === true) return { files: [], sender: null };
  const content = readContent(message.msg_type, message.body?.content ?? '', [], '');
  const isPerson = message.sender?.sender_type === 'user' && message.sender.id;
  return {
    files: content.files.map((file) => ({ messageId: message.message_id, ...file })),
    sender: isPerson ? { id: message.sender?.id ?? '' } : null,
  };
};

const mostPages = 200;

/** All members of a chat but bots. */
export const listMembers = async (transport: Transport, chatId: string): Promise<MemberRef[]> => {
  for (let round = 0; round < 2; round++) {
    const { members, total } = await readMembers(transport, chatId);
    if (members.length === total) return members;
  }
  throw new AppError('unavailable', '飞书给出的群成员名单不完整，稍后会自动重试。', { retryable: true });
};

const readMembers = async (transport: Transport, chatId: string): Promise<{ members: MemberRef[]; total: number }> => {
  const members = new Map<string, MemberRef>();
  let token: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { data } = await transport.call(
      {
        doing: 'list members',
        method: 'GET',
        path: `im/v1/chats/${encodeURIComponent(chatId)}/members`,
        params: { member_id_type: 'open_id', page_size: 100, ...(token === undefined ? {} : { page_token: token }) },
      },
      memberPageSchema,
    );
    for (const item of data.items ?? []) {
      members.set(item.member_id, { id: item.member_id, ...(item.name ? { name: item.name } : {}) });
    }
    if (!data.has_more || !data.page_token) return { members: [...members.values()], total: data.member_total };
    token = data.page_token;
  }
  return { members: [], total: -1 };
};

export const readChat = async (
  transport: Transport,
  chatId: string,
): Promise<{ name: string; ownerId: string | null; adminIds: string[] }> => {
  const { data } = await transport.call(
    {
      doing: 'read chat',
      method: 'GET',
      path: `im/v1/chats/${encodeURIComponent(chatId)}`,
      params: { user_id_type: 'open_id' },
    },
    chatInfoSchema,
  );
  return { name: data.name ?? '', ownerId: data.owner_id || null, adminIds: data.user_manager_id_list ?? [] };
};

export const readBot = async (transport: Transport): Promise<{ openId: string }> => {
  const { bot } = await transport.call({ doing: 'read bot', method: 'GET', path: 'bot/v3/info' }, botInfoSchema);
  return { openId: bot.open_id };
};
