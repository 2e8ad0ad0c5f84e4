import type { Readable } from 'node:stream';
import type * as lark from '@larksuiteoapi/node-sdk';
import { FeishuFailure } from './errors.ts';
import { failureBodySchema } from './schema.ts';
import { defaultHttpInstance } from './sdk.ts';

export interface StreamAnswer {
  readonly stream: Readable;
  readonly contentType: string;
  readonly contentLength: number | null;
}

const answerLimit = 8 * 1024 * 1024;
const tokenPath = '/open-apis/auth/v3/tenant_access_token/internal';

/**
 * An axios instance made from the SDK's own: answers unwrapped as the SDK wants them, and every failure (also an HTTP 200
 * with a code) turned into a FeishuFailure. Token requests under way are shared.
 */
export const createHttp = (timeoutMs: number, isLoopback: boolean): lark.HttpInstance => {
  const http = defaultHttpInstance.create({
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
export const readStreamAnswer = async (answer: unknown): Promise<StreamAnswer> => {
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
