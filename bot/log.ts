import { pino } from 'pino';
import type { Env } from '../config/env.ts';
import type { Log } from '../core/ports/log.ts';

/** Words that stand before a secret, in addresses, headers and query strings. */
const secrets =
  /(:\/\/[^:@/\s]*:|bearer\s+|(?:secret|token|ticket|access_?key|encrypt_?key|password|api_?key)["']?\s*[:=]\s*["']?)[^\s@"',&]+/giu;
const longest = 1_000;

/** The text without secrets and without the values of a database query, cut to a thousand characters. */
export const harmless = (text: string): string =>
  text.split('\nparams:')[0]?.slice(0, longest).replace(secrets, '$1[redacted]') ?? '';

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly context?: unknown;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/** Name, code, message and stack; never other properties: HTTP errors carry requests with their tokens and bodies. */
const errorFields = (error: unknown, depth = 0): LoggedError => {
  if (!(error instanceof Error)) return { type: typeof error, message: harmless(String(error)) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: harmless(error.message),
    ...(code === undefined ? {} : { code }),
    ...('context' in error ? { context: error.context } : {}),
    ...(depth === 0 && frames ? { stack: frames.slice(0, 12).join('\n') } : {}),
    ...(error.cause === undefined || depth > 2 ? {} : { cause: errorFields(error.cause, depth + 1) }),
  };
};

const tidy = (value: unknown): unknown => (typeof value === 'string' ? harmless(value) : value);
const hidden = ['appSecret', 'password', 'token', 'accessToken', 'secret', 'encryptKey', 'text', 'name', 'fileName'];

/** The secrets among the settings, as they stand there. */
export const secretsIn = (env: Env): string[] => {
  const password = env.DATABASE_URL === undefined ? '' : new URL(env.DATABASE_URL).password;
  const keys = [env.FEISHU_APP_SECRET, env.FEISHU_ENCRYPT_KEY, env.FEISHU_VERIFICATION_TOKEN];
  return [...keys, env.S3_SECRET_ACCESS_KEY, env.LLM_API_KEY, password].filter((secret) => secret !== undefined);
};

/** Shorter ones would make holes in ordinary words. */
const shortestSecret = 6;

/**
 * JSON lines. `to` takes each line; standard error when absent, so that standard output stays for people. `known` are
 * secrets that are hidden wherever they stand, also where a server repeats them.
 */
export const createLog = (
  level: string,
  known: readonly string[] = [],
  to: { write(line: string): void } = pino.destination({ dest: 2, sync: true }),
): Log => {
  const written = known
    .filter((secret) => secret.length >= shortestSecret)
    .map((secret) => JSON.stringify(secret).slice(1, -1));
  const hide = (line: string): string => written.reduce((text, secret) => text.replaceAll(secret, '[redacted]'), line);
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'event',
      redact: { paths: [...hidden, ...hidden.map((key) => `*.${key}`)], censor: '[redacted]' },
      serializers: { err: (error: unknown) => errorFields(error), reason: tidy, why: tidy },
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => to.write(hide(line)) },
  );
  return {
    info: (fields, event) => logger.info(fields, event),
    warn: (fields, event) => logger.warn(fields, event),
    error: (fields, event) => logger.error(fields, event),
  };
};
