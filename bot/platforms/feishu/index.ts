import type { RequestHandler } from 'express';
import { AppError } from '../../../core/errors.ts';
import type { ChatPlatform } from '../../../core/ports/chat-platform.ts';
import type { Log } from '../../../core/ports/log.ts';
import { createAttention } from './attention.ts';
import { toAppError } from './errors.ts';
import { downloadFile, filesOf, listMembers, readBot, readChat } from './fetch.ts';
import { createIntake } from './intake.ts';
import { createLongConnection, type LongConnectionOptions } from './long-connection.ts';
import { editReply, react, sendFile, sendReply } from './send.ts';
import { createTransport } from './transport.ts';
import { createWebhook } from './webhook.ts';

export interface FeishuConfig {
  /** cli_ and sixteen hexadecimal digits. */
  readonly appId: string;
  readonly appSecret: string;
  /** feishu, lark, or any base address. */
  readonly domain: string;
  readonly eventMode: 'websocket' | 'webhook';
  readonly encryptKey?: string | undefined;
  readonly verificationToken?: string | undefined;
  /** Milliseconds; for tests. */
  readonly timing?: LongConnectionOptions['timing'] & { call?: number; click?: number };
}

export interface FeishuPlatform extends ChatPlatform {
  /** What serves /webhooks/feishu; null with the long connection. Refuses with 503 until started. */
  readonly webhook: RequestHandler[] | null;
}

/** Feishu or Lark, or anything that speaks like them. Throws `configuration` when the settings cannot work. */
export const createFeishuPlatform = (config: FeishuConfig, log: Log): FeishuPlatform => {
  assertConfig(config);
  const transport = createTransport(
    { ...config, ...(config.timing?.call === undefined ? {} : { timeoutMs: config.timing.call }) },
    log,
  );
  const bot = remembered(() => readBot(transport));
  const underWay = new Set<Promise<unknown>>();
  let intake: ReturnType<typeof createIntake> | null = null;
  const take: ReturnType<typeof createIntake> = (envelope) => {
    if (intake === null)
      throw new AppError('unavailable', '机器人正在启动或停止，稍后会自动重试。', { retryable: true });
    const taken = intake(envelope);
    const done = taken.catch(() => {}).finally(() => underWay.delete(done));
    underWay.add(done);
    return taken;
  };
  const connection =
    config.eventMode === 'websocket'
      ? createLongConnection(
          {
            appId: config.appId,
            appSecret: config.appSecret,
            domain: transport.domain,
            http: transport.http,
            ...(config.timing === undefined ? {} : { timing: config.timing }),
          },
          take,
          log,
        )
      : null;

  return {
    name: 'feishu',
    attention: createAttention(transport),
    webhook:
      connection === null
        ? createWebhook(
            { encryptKey: config.encryptKey || undefined, verificationToken: config.verificationToken || undefined },
            async (envelope) => take(envelope),
            log,
          )
        : null,
    async start(sink) {
      intake = createIntake(sink, bot, log, config.timing?.click);
      try {
        await bot();
      } catch (error) {
        const known = toAppError(error, 'start');
        if (known.code === 'configuration') throw known;
        log.warn({ code: known.code, ...known.context }, 'feishu-not-reachable-yet');
      }
      await connection?.start();
    },
    async stop() {
      intake = null;
      if (underWay.size > 0) await settled(underWay);
      connection?.stop();
    },
    state: () => connection?.state() ?? (intake === null ? 'disconnected' : 'connected'),
    send: (to, reply, onceKey) => sendReply(transport, to, reply, onceKey, log),
    async edit(messageId, reply) {
      await editReply(transport, messageId, reply, log);
    },
    async acknowledge(messageId) {
      try {
        await react(transport, messageId);
      } catch (error) {
        log.info({ ...toAppError(error, 'react').context }, 'feishu-not-acknowledged');
      }
    },
    sendFile: (to, file, onceKey) => sendFile(transport, to, file, onceKey),
    download: (file, limits) => downloadFile(transport, file, limits),
    filesOf: (messageId) => filesOf(transport, messageId),
    members: (chatId) => listMembers(transport, chatId),
    chatInfo: (chatId) => readChat(transport, chatId),
  };
};

const assertConfig = (config: FeishuConfig): void => {
  if (!/^cli_[0-9a-fA-F]{16}$/u.test(config.appId)) {
    throw new AppError('configuration', 'FEISHU_APP_ID 应为 cli_ 加 16 位十六进制字符，请到开发者后台核对。');
  }
  if (config.appSecret === '') throw new AppError('configuration', '缺少 FEISHU_APP_SECRET。');
  if (config.eventMode === 'webhook' && !config.encryptKey && !config.verificationToken) {
    throw new AppError(
      'configuration',
      'webhook 方式要设置 FEISHU_ENCRYPT_KEY（最好）或 FEISHU_VERIFICATION_TOKEN，否则谁都能伪造消息。',
    );
  }
};

/** Waits for events under way and a moment for their answers to leave, at most two seconds. */
const settled = async (underWay: ReadonlySet<Promise<unknown>>): Promise<void> => {
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
  await Promise.race([Promise.allSettled(underWay).then(() => wait(20)), wait(2_000)]);
};

/** One answer for good; a failure is forgotten, so the next caller asks again. */
const remembered = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let answer: Promise<T> | null = null;
  return () => {
    answer ??= ask().catch((error: unknown) => {
      answer = null;
      throw error;
    });
    return answer;
  };
};
