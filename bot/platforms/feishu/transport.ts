import type * as lark from '@larksuiteoapi/node-sdk';
import type { z } from 'zod';
import { AppError } from '../../../core/errors.ts';
import type { Log } from '../../../core/ports/log.ts';
import { isTokenFailure, toAppError } from './errors.ts';
import { createHttp, readStreamAnswer, type StreamAnswer } from './http.ts';
import { sdkLogger } from './log.ts';
import { createRateLimiter, type RateLimiter } from './rate-limit.ts';
import { Client, LoggerLevel } from './sdk.ts';

export interface Call {
  readonly doing: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below /open-apis/, no leading slash. */
  readonly path: string;
  readonly params?: Record<string, string | number>;
  readonly data?: Record<string, unknown>;
  readonly multipart?: boolean;
  /** Calls that share the platform's limit of five a second: a chat, a member, a message. */
  readonly limitKey?: string;
  /** Instead of the transport's own. */
  readonly timeoutMs?: number;
  /** How often to try; calls must be safe to repeat unless 1. */
  readonly tries?: number;
}

/** The SDK's client behind the guards it lacks: time-outs, one token request at a time, limits, retries, failures. */
export interface Transport {
  readonly http: lark.HttpInstance;
  readonly domain: string;
  call<T>(call: Call, schema: z.ZodType<T>): Promise<T>;
  openStream(call: Call, signal: AbortSignal): Promise<StreamAnswer>;
}

export interface TransportOptions {
  readonly appId: string;
  readonly appSecret: string;
  readonly domain: string;
  readonly timeoutMs?: number;
  readonly limiter?: RateLimiter;
  readonly sleep?: (ms: number) => Promise<void>;
}

const defaultTries = 4;

export const createTransport = (options: TransportOptions, log: Log): Transport => {
  const domain = baseUrl(options.domain);
  const sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const limiter = options.limiter ?? createRateLimiter({ perKey: 5, overall: 50 });
  const http = createHttp(options.timeoutMs ?? 15_000, /^https?:\/\/(?:localhost|127\.|\[::1\])/u.test(domain));
  const tokens = createTokenCache();
  const client = new Client({
    appId: options.appId,
    appSecret: options.appSecret,
    domain,
    httpInstance: http,
    cache: tokens,
    logger: sdkLogger(log),
    loggerLevel: LoggerLevel.warn,
  });

  const request = async (call: Call, extra: Record<string, unknown>): Promise<unknown> => {
    const send = (): Promise<unknown> =>
      client.request({
        method: call.method,
        url: `open-apis/${call.path}`,
        ...(call.params === undefined ? {} : { params: call.params }),
        ...(call.data === undefined ? {} : { data: call.data }),
        ...(call.timeoutMs === undefined ? {} : { timeout: call.timeoutMs }),
        ...(call.multipart ? { headers: { 'Content-Type': 'multipart/form-data' } } : {}),
        ...extra,
      });
    return limiter.run(call.limitKey, async () => {
      try {
        return await send();
      } catch (error) {
        if (!isTokenFailure(error)) throw error;
        tokens.drop();
        return await send();
      }
    });
  };

  const attempt = async <T>(call: Call, run: () => Promise<T>): Promise<T> => {
    const tries = call.tries ?? defaultTries;
    for (let failed = 1; ; failed++) {
      try {
        return await run();
      } catch (error) {
        const known = toAppError(error, call.doing);
        const wait = known.retryAfter ?? 400 * 2 ** (failed - 1);
        if (known.code === 'rate-limited' && known.retryAfter !== undefined) limiter.pause(known.retryAfter);
        if (!known.retryable || failed >= tries || wait > 20_000) throw known;
        log.info({ code: known.code, ...known.context, failed }, 'feishu-call-retry');
        await sleep(wait);
      }
    }
  };

  return {
    http,
    domain,
    call: (call, schema) =>
      attempt(call, async () => {
        const answer = schema.safeParse(await request(call, {}));
        if (!answer.success)
          throw new AppError('unavailable', '飞书的回答不完整，稍后会自动重试。', {
            retryable: true,
            cause: answer.error,
          });
        return answer.data;
      }),
    openStream: (call, signal) =>
      attempt(call, async () => {
        const answer = await request(call, {
          responseType: 'stream',
          $return_headers: true,
          timeout: 0,
          maxContentLength: -1,
          signal,
        });
        return readStreamAnswer(answer);
      }),
  };
};

/** feishu, lark or any base address; the SDK glues paths to it, so no slash may be left at its end. */
const baseUrl = (domain: string): string => {
  if (domain === 'feishu') return 'https://open.feishu.cn';
  if (domain === 'lark') return 'https://open.larksuite.com';
  if (!URL.canParse(domain) || !/^https?:/u.test(domain)) {
    throw new AppError('configuration', 'FEISHU_DOMAIN 应为 feishu、lark 或 http(s) 开头的网址。');
  }
  return domain.replace(/\/+$/u, '');
};

/** The SDK keeps its token under a symbol; this cache can also forget it. */
const createTokenCache = (): lark.Cache & { drop(): void } => {
  const values = new Map<string, { value: unknown; until: number }>();
  const name = (key: unknown, namespace: string | undefined): string => `${namespace ?? ''}/${String(key)}`;
  return {
    get: async (key, options) => {
      const entry = values.get(name(key, options?.namespace));
      return entry !== undefined && entry.until > Date.now() ? entry.value : undefined;
    },
    set: async (key, value, expire, options) => {
      values.set(name(key, options?.namespace), { value, until: expire ?? Number.POSITIVE_INFINITY });
      return true;
    },
    drop: () => values.clear(),
  };
};
