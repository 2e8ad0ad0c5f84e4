import { pipeline } from 'node:stream/promises';
import express, { type Express, type NextFunction, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { readMultipart } from '../emulator/api/uploads.ts';
import type { FeishuEmulator } from '../emulator/feishu-emulator.ts';
import type { MessageRecord } from '../emulator/state/records.ts';
import type { ClickAnswer, PlaygroundMessage } from '../web-api.ts';
import { EventStream } from './event-stream.ts';
import { sameSiteOnly } from './guard.ts';
import { messageView, stateView } from './views.ts';

const mostTextLength = 20_000;
const mostNameLength = 200;

const sendText = z.object({
  as: z.string(),
  text: z.string().trim().min(1).max(mostTextLength),
  parentId: z.string().optional(),
});
const sendFile = z.object({ as: z.string(), parentId: z.string().optional() });
const clickAction = z.object({
  as: z.string(),
  tag: z.string(),
  name: z.string().optional(),
  value: z.unknown().optional(),
  option: z.string().optional(),
  options: z.array(z.string()).optional(),
  inputValue: z.string().optional(),
  checked: z.boolean().optional(),
  timezone: z.string().max(64).optional(),
  formValue: z.record(z.string(), z.unknown()).optional(),
});
const recall = z.object({ as: z.string() });

export interface WebOptions {
  readonly loopback: boolean;
  readonly maxUploadBytes: number;
}

/** A request the page may not make; the message is shown to the person. */
class WebRefusal extends Error {
  readonly status: number;

  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

/** The page's API over the emulated tenant. */
export function mountWebApi(server: Express, emulator: FeishuEmulator, options: WebOptions): EventStream {
  const { world, people } = emulator;
  const events = new EventStream(emulator);
  const api = Router();
  api.use(sameSiteOnly(options.loopback));
  api.use((_request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    next();
  });
  api.use(express.json({ limit: '1mb' }));

  api.get('/state', (_request, response) => void response.json(stateView(emulator)));
  api.get('/events', (_request, response) => events.open(response));

  api.get('/chats/:chatId/messages', (request, response) => {
    if (!world.chats.has(request.params.chatId)) throw new WebRefusal(404, '没有这个会话。');
    response.json(emulator.messages(request.params.chatId).map((message) => messageView(world, message)));
  });

  api.post('/chats/:chatId/messages', (request, response) => {
    const given = sendText.safeParse(request.body);
    if (!given.success) throw new WebRefusal(400, `请输入 1 到 ${mostTextLength} 个字。`);
    const { as, text, parentId } = given.data;
    act(response, request.params.chatId, as, parentId, (reply) =>
      people.sendText(request.params.chatId, as, text, reply),
    );
  });

  api.post('/chats/:chatId/files', async (request, response) => {
    const upload = await receive(request, options.maxUploadBytes);
    const given = sendFile.safeParse(upload?.fields);
    if (!upload?.file || !given.success) throw new WebRefusal(400, '没有收到文件，请重新选择。');
    if (upload.file.cut) {
      throw new WebRefusal(413, `文件超过 ${Math.floor(options.maxUploadBytes / 1024 / 1024)} MB，不能上传。`);
    }
    if (upload.file.bytes.length === 0) throw new WebRefusal(400, '文件是空的，请重新选择。');
    const { as, parentId } = given.data;
    const file = { name: displayName(upload.file.name), bytes: upload.file.bytes, mime: upload.file.mime };
    act(response, request.params.chatId, as, parentId, (reply) =>
      people.sendFile(request.params.chatId, as, file, reply),
    );
  });

  api.post('/messages/:messageId/action', async (request, response) => {
    const given = clickAction.safeParse(request.body);
    const message = world.messages.get(request.params.messageId);
    if (!given.success || !message) throw new WebRefusal(400, '卡片已不存在。');
    const { as, ...click } = given.data;
    if (!isMember(message.chatId, as)) throw new WebRefusal(403, '此人不在会话中。');
    const answer: ClickAnswer = await emulator.userClicks(message.id, as, click);
    response.json(answer);
  });

  api.post('/messages/:messageId/recall', (request, response) => {
    const given = recall.safeParse(request.body);
    const message = world.messages.get(request.params.messageId);
    if (!given.success || message?.senderId !== given.data.as) throw new WebRefusal(403, '只能撤回自己的消息。');
    people.recall(message.id);
    response.json({});
  });

  api.get('/files/:fileKey', async (request, response) => {
    const file = world.files.get(request.params.fileKey);
    if (!file) throw new WebRefusal(404, '没有这个文件。');
    const shown = file.kind === 'image' && file.mime.startsWith('image/');
    const name = encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
    response.set({
      'Content-Type': shown ? file.mime : 'application/octet-stream',
      'Content-Length': String(file.size),
      'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
    });
    // Whoever left in the middle, or bytes that are gone, end the connection.
    await pipeline(world.blobs.stream(file.key), response).catch(() => response.destroy());
  });

  function isMember(chatId: string, memberId: string): boolean {
    return world.chats.get(chatId)?.memberIds.includes(memberId) ?? false;
  }

  function act(
    response: Response,
    chatId: string,
    as: string,
    parentId: string | undefined,
    send: (reply: { parentId?: string }) => MessageRecord,
  ): void {
    if (!isMember(chatId, as)) throw new WebRefusal(403, '此人不在会话中。');
    const parent = parentId === undefined ? undefined : world.messages.get(parentId);
    if (parentId !== undefined && parent?.chatId !== chatId) throw new WebRefusal(400, '被回复的消息不存在。');
    const message: PlaygroundMessage = messageView(world, send(parentId === undefined ? {} : { parentId }));
    response.json(message);
  }

  api.use((_request, _response) => {
    throw new WebRefusal(404, '没有这个地址。');
  });
  api.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const { status, message } =
      error instanceof WebRefusal ? error : { status: 400, message: '请求不对，请刷新页面再试。' };
    response.status(status).json({ error: message });
  });
  server.use('/api', api);
  return events;
}

async function receive(request: Request, maxBytes: number) {
  return readMultipart(request.headers, request, 'file', maxBytes).catch(() => null);
}

/** Only for showing: the last part of what the browser sent, without control characters. */
function displayName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '').trim();
  return clean === '' ? '未命名文件' : [...clean].slice(-mostNameLength).join('');
}
