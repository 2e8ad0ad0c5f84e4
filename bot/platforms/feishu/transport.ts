import type { Readable } from 'node:stream';
import * as lark from '@larksuiteoapi/node-sdk';
import type { z } from 'zod';
import { AppError } from '../../../core/errors.ts';
import type { Log } from '../../../core/ports/log.ts';
import { FeishuFailure, isTokenFailure, toAppError } from './errors.ts';
import { sdkLogger } from './log.ts';
import { createRateLimiter, type RateLimiter } from './rate-limit.ts';
import { failureBodySchema } from './schema.ts';

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

export interface StreamAnswer {
  readonly stream: Readable;
  readonly contentType: string;
  readonly contentLength: number | null;
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
const answerLimit = 8 * 1024 * 1024;

export const createTransport = (options: TransportOptions, log: Log): Transport => {
  const domain = baseUrl(options.domain);
  const sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const limiter = options.limiter ?? createRateLimiter({ perKey: 5, overall: 50 });
  const http = createHttp(options.timeoutMs ?? 15_000, /^https?:\/\/(?:localhost|127\.|\[::1\])/u.test(domain));
  const tokens = createTokenCache();
  const client = new lark.Client({
    appId: options.appId,
    appSecret: options.appSecret,
    domain,
    httpInstance: http,
    cache: tokens,
    logger: sdkLogger(log),
    loggerLevel: lark.LoggerLevel.warn,
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

const tokenPath = '/open-apis/auth/v3/tenant_access_token/internal';

/**
 * An axios instance made from the SDK's own: answers unwrapped as the SDK wants them, and every failure (also an HTTP 200
 * with a code) turned into a FeishuFailure. Token requests under way are shared.
 */
const createHttp = (timeoutMs: number, isLoopback: boolean): lark.HttpInstance => {
  const http = lark.defaultHttpInstance.create({
    timeout: timeoutMs,
    maxContentLength: answerLimit,
    maxBodyLength: Number.POSITIVE_INFINITY,
    maxRedirects: 3,
    ...(isLoopback ? { proxy: false } : {}),
  });
  http.interceptors.response.use(
    (response) => {
      const body: unknown = response.data;
      const url = response.config.url ?? '';
      // The long connection reads this code itself, but stumbles over a missing data object.
      if (url.endsWith('/callback/ws/endpoint')) return { data: {}, ...(body as object) } as never;
      if (response.config.responseType !== 'stream') {
        const failure = failureBodySchema.safeParse(body);
        if (failure.success && failure.data.code !== 0)
          throw new FeishuFailure(failure.data.code, response.status, failure.data.msg, more(response.headers));
      }
      const wantsHeaders = (response.config as { $return_headers?: boolean }).$return_headers === true;
      return (wantsHeaders ? { data: body, headers: response.headers } : body) as never;
    },
    async (error: unknown) => {
      throw await describeFailure(error);
    },
  );
  let tokenRequest: Promise<unknown> | null = null;
  const guarded = http as unknown as lark.HttpInstance;
  const post = guarded.post.bind(guarded);
  guarded.post = (url, data, opts) => {
    if (!url.endsWith(tokenPath)) return post(url, data, opts);
    tokenRequest ??= post<unknown>(url, data, opts).finally(() => {
      tokenRequest = null;
    });
    return tokenRequest as Promise<never>;
  };
  return guarded;
};

const more = (headers: unknown): { retryAfter?: number; logId?: string } => {
  const read = (name: string): string | undefined => {
    const value = (headers as Record<string, unknown> | undefined)?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  const seconds = Number(read('x-ogw-ratelimit-reset') ?? read('retry-after') ?? Number.NaN);
  const logId = read('x-tt-logid');
  return {
    ...(Number.isFinite(seconds) && seconds >= 0 ? { retryAfter: Math.max(seconds * 1000, 100) } : {}),
    ...(logId === undefined ? {} : { logId }),
  };
};

const describeFailure = async (error: unknown): Promise<FeishuFailure> => {
  if (error instanceof FeishuFailure) return error;
  const { response, message } = error as {
    response?: { status: number; data: unknown; headers: unknown };
    message?: string;
  };
  if (response === undefined) return new FeishuFailure(0, 0, message ?? 'no answer');
  const body = isReadable(response.data) ? await readJson(response.data) : response.data;
  const failure = failureBodySchema.safeParse(body);
  return failure.success
    ? new FeishuFailure(failure.data.code, response.status, failure.data.msg, more(response.headers))
    : new FeishuFailure(0, response.status, 'no vendor code', more(response.headers));
};

const isReadable = (value: unknown): value is Readable =>
  typeof value === 'object' && value !== null && 'pipe' in value && Symbol.asyncIterator in value;

/** The first 64 KB of a stream as JSON, or null. */
const readJson = async (stream: Readable): Promise<unknown> => {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk as Uint8Array));
      size += chunks.at(-1)?.length ?? 0;
      if (size > 65_536) break;
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  } finally {
    stream.destroy();
  }
};

/** A download that answers JSON with a code is a refusal, whatever its HTTP status. */
const readStreamAnswer = async (answer: unknown): Promise<StreamAnswer> => {
  const { data, headers } = answer as { data: unknown; headers: Record<string, unknown> };
  if (!isReadable(data)) throw new FeishuFailure(0, 0, 'no stream');
  const contentType = String(headers['content-type'] ?? '').toLowerCase();
  if (contentType.startsWith('application/json') && headers['content-disposition'] === undefined) {
    const failure = failureBodySchema.safeParse(await readJson(data));
    throw failure.success
      ? new FeishuFailure(failure.data.code, 200, failure.data.msg, more(headers))
      : new FeishuFailure(0, 200, 'JSON instead of a file', more(headers));
  }
  if (contentType.startsWith('text/html') && headers['content-disposition'] === undefined) {
    data.destroy();
    throw new FeishuFailure(0, 502, 'a page instead of a file', more(headers));
  }
  const length = Number(headers['content-length'] ?? Number.NaN);
  const plain = headers['content-encoding'] === undefined;
  return { stream: data, contentType, contentLength: plain && Number.isFinite(length) ? length : null };
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
