import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../core/errors.ts';
import type { ReplyTarget } from '../../../core/ports/chat-platform.ts';
import type { Log } from '../../../core/ports/log.ts';
import type { Reply } from '../../../core/reply.ts';
import { type FeishuCard, renderCard, renderSimpleCard, renderText } from './card.ts';
import { withoutCharts } from './card-chart.ts';
import { maskReply, withoutMentions } from './card-mask.ts';
import { isContentRefusal, isFormRefusal, refusedPeople, vendorCode } from './errors.ts';
import { sentSchema, uploadedSchema } from './schema.ts';
import type { Transport } from './transport.ts';

const uploadBytes = 30 * 1024 * 1024;

/** The platform refuses a second message with the same uuid for an hour; it takes at most 50 characters. */
export const uuidOf = (onceKey: string): string => createHash('sha256').update(onceKey).digest('hex').slice(0, 48);

interface Message {
  readonly msg_type: 'interactive' | 'text' | 'file';
  readonly content: string;
}

const textMessage = (text: string): Message => ({ msg_type: 'text', content: JSON.stringify({ text }) });
const cardMessage = (card: FeishuCard): Message => ({ msg_type: 'interactive', content: JSON.stringify(card) });

export const sendMessage = async (
  transport: Transport,
  to: ReplyTarget,
  message: Message,
  onceKey: string,
): Promise<{ messageId: string }> => {
  const data = { ...message, uuid: uuidOf(onceKey) };
  const common = { doing: 'send', method: 'POST', limitKey: to.memberId ?? to.chatId } as const;
  const sent =
    to.memberId === undefined && to.replyTo !== undefined
      ? await transport.call(
          { ...common, path: `im/v1/messages/${encodeURIComponent(to.replyTo)}/reply`, data },
          sentSchema,
        )
      : await transport.call(
          {
            ...common,
            path: 'im/v1/messages',
            params: { receive_id_type: to.memberId === undefined ? 'chat_id' : 'open_id' },
            data: { ...data, receive_id: to.memberId ?? to.chatId },
          },
          sentSchema,
        );
  return { messageId: sent.data.message_id };
};

/**
 * Sends a reply; when the platform refuses its form, again with numbers masked, as a simpler card, and in the end as bare
 * words, so that nobody waits for an answer that never comes.
 */
export const sendReply = (
  transport: Transport,
  to: ReplyTarget,
  reply: Reply,
  onceKey: string,
  log: Log,
): Promise<{ messageId: string }> =>
  firstAccepted(
    reply,
    [
      ...cardForms,
      (it) => textMessage(renderText(it)),
      (it) => textMessage(`${it.title}：${withheld}`),
      () => textMessage(withheld),
    ],
    (message) => sendMessage(transport, to, message, onceKey),
    log,
  );

/** Like `sendReply` for a card that stands already; a card cannot become a text. */
export const editReply = (transport: Transport, messageId: string, reply: Reply, log: Log): Promise<unknown> =>
  firstAccepted(
    reply,
    [
      ...cardForms,
      (it) =>
        cardMessage(
          renderSimpleCard({
            ...it,
            title: '检查结果',
            subtitle: '',
            tags: [],
            blocks: [{ kind: 'text', text: [withheld] }],
          }),
        ),
    ],
    ({ content }) =>
      transport.call(
        {
          doing: 'edit',
          method: 'PATCH',
          path: `im/v1/messages/${encodeURIComponent(messageId)}`,
          data: { content },
          limitKey: messageId,
        },
        z.unknown(),
      ),
    log,
  );

type Form = (reply: Reply) => Message;
const cardForms: readonly Form[] = [
  (it) => cardMessage(renderCard(it)),
  (it) => cardMessage(renderSimpleCard(it)),
  (it) => cardMessage(renderSimpleCard(it, { mentions: false })),
];

const withheld = '内容被平台或单位的安全策略拦下，没有显示。请联系组织者。';

/** Tries the forms in turn while the platform refuses form or words, each first without what it named as the reason. */
const firstAccepted = async <T>(
  reply: Reply,
  forms: readonly Form[],
  post: (message: Message) => Promise<T>,
  log: Log,
): Promise<T> => {
  let shown = reply;
  let refusal: unknown;
  let mends = 0;
  for (let index = 0; index < forms.length; index++) {
    const form = forms[index];
    if (form === undefined) break;
    try {
      return await post(form(shown));
    } catch (error) {
      if (!isFormRefusal(error)) throw error;
      log.warn({ form: index, vendorCode: vendorCode(error) }, 'feishu-card-refused');
      refusal = error;
      const mended = mendedAfter(error, shown);
      if (mended !== null && mends++ < mostMends) {
        shown = mended;
        index--;
      }
    }
  }
  throw refusal;
};

const mostMends = 5;

/** The same reply without what may be the reason: numbers, people the platform does not know here, a chart. */
const mendedAfter = (error: unknown, reply: Reply): Reply | null => {
  const mended = isContentRefusal(error) ? maskReply(reply) : withoutMentions(reply, refusedPeople(error));
  // A card that shows the same without its chart may pass where that was the reason.
  const tries = isContentRefusal(error) ? [mended] : [mended, withoutCharts(reply)];
  return tries.find((other) => JSON.stringify(other) !== JSON.stringify(reply)) ?? null;
};

const fileTypes: Readonly<Record<string, string>> = {
  doc: 'doc',
  docx: 'doc',
  xls: 'xls',
  xlsx: 'xls',
  ppt: 'ppt',
  pptx: 'ppt',
  pdf: 'pdf',
};

/** Uploads a file and sends it as a message of its own. */
export const sendFile = async (
  transport: Transport,
  to: ReplyTarget,
  file: { name: string; bytes: Uint8Array },
  onceKey: string,
): Promise<{ messageId: string }> => {
  if (file.bytes.byteLength === 0) throw new AppError('bad-request', '文件是空的，没有发送。');
  if (file.bytes.byteLength > uploadBytes) throw new AppError('too-large', '文件超过 30 MB，飞书不允许机器人发送。');
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  const uploaded = await transport.call(
    {
      doing: 'upload',
      method: 'POST',
      path: 'im/v1/files',
      data: { file_type: fileTypes[extension] ?? 'stream', file_name: file.name, file: Buffer.from(file.bytes) },
      multipart: true,
      timeoutMs: 120_000,
    },
    uploadedSchema,
  );
  const content = JSON.stringify({ file_key: uploaded.data.file_key });
  return sendMessage(transport, to, { msg_type: 'file', content }, onceKey);
};

/** Puts a sign of being at work on a message. */
export const react = async (transport: Transport, messageId: string): Promise<void> => {
  await transport.call(
    {
      doing: 'react',
      method: 'POST',
      path: `im/v1/messages/${encodeURIComponent(messageId)}/reactions`,
      data: { reaction_type: { emoji_type: 'OnIt' } },
      tries: 2,
    },
    z.unknown(),
  );
};
