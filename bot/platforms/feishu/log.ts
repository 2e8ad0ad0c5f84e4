import type { Logger as SdkLogger } from '@larksuiteoapi/node-sdk';
import type { Log } from '../../../core/ports/log.ts';

const secretInText =
  /(bearer\s+|(?:app_?secret|ticket|access_?key|(?:tenant_|user_|app_)?access_?token|token|encrypt_?key)["']?\s*[:=]\s*["']?)[\w.~+/=-]+/giu;

/** The text without bearer tokens, secrets and connection tickets, at most 500 characters of it. */
export const redact = (text: string): string =>
  text.slice(0, 2_000).replace(secretInText, '$1[redacted]').slice(0, 500);

/**
 * A logger for the SDK, which logs whole HTTP errors and connection addresses: only strings and messages of errors get
 * through, redacted, never objects. Its debug lines hold message contents and are dropped.
 */
export const sdkLogger = (log: Log): SdkLogger => {
  const line = (parts: unknown[]): string => redact(parts.flat(3).map(word).filter(Boolean).join(' '));
  return {
    error: (...parts) => log.warn({ sdk: line(parts) }, 'feishu-sdk-error'),
    warn: (...parts) => log.warn({ sdk: line(parts) }, 'feishu-sdk-warning'),
    info: () => {},
    debug: () => {},
    trace: () => {},
  };
};

const word = (part: unknown): string => {
  if (typeof part === 'string') return part;
  if (part instanceof Error) return `${part.name}: ${part.message}`;
  return typeof part === 'number' ? String(part) : '';
};
