import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { Log } from '../../../core/ports/log.ts';
import { decrypt, sameSecret, signatureMatches } from './receive.ts';
import { challengeSchema, type Envelope, envelopeSchema } from './schema.ts';

export interface WebhookKeys {
  readonly encryptKey: string | undefined;
  readonly verificationToken: string | undefined;
}

const bodyLimit = 1024 * 1024;
/**
 * Pushes are repeated for up to 7 h 5 min, and whether a repeat carries a fresh timestamp is not documented, so older
 * ones are taken too; the inbox knows what it has seen. Clocks may be five minutes ahead.
 */
const oldestMs = 8 * 60 * 60 * 1000;
const newestMs = 5 * 60 * 1000;

type Opened = { readonly body: unknown; readonly signed: boolean } | { readonly refused: string };

/**
 * Express handlers for the platform's pushes. `take` gets each genuine event and its answer becomes the response body;
 * when it rejects, 500 asks for another push. Anything not genuine gets 401 and nothing is taken.
 */
export const createWebhook = (
  keys: WebhookKeys,
  take: (envelope: Envelope) => Promise<unknown>,
  log: Log,
  now: () => number = Date.now,
): RequestHandler[] => {
  const answer = async (request: Request, response: Response): Promise<void> => {
    const opened = open(request, keys, now());
    if ('refused' in opened) {
      log.warn({ why: opened.refused }, 'feishu-webhook-refused');
      response.status(401).json({ error: 'unauthorized' });
      return;
    }
    const challenge = challengeSchema.safeParse(opened.body);
    if (challenge.success) {
      if (!tokenMatches(challenge.data.token, keys)) {
        log.warn({ why: 'verification token' }, 'feishu-webhook-refused');
        response.status(401).json({ error: 'unauthorized' });
        return;
      }
      response.json({ challenge: challenge.data.challenge });
      return;
    }
    const envelope = envelopeSchema.safeParse(opened.body);
    if (!opened.signed || (envelope.success && !tokenMatches(envelope.data.header.token, keys))) {
      log.warn({ why: opened.signed ? 'verification token' : 'signature' }, 'feishu-webhook-refused');
      response.status(401).json({ error: 'unauthorized' });
      return;
    }
    if (!envelope.success) {
      log.warn({}, 'feishu-event-not-version-2');
      response.json({});
      return;
    }
    try {
      response.json((await take(envelope.data)) ?? {});
    } catch (error) {
      log.error({ err: error, eventType: envelope.data.header.event_type }, 'feishu-event-not-stored');
      response.status(500).json({ error: 'not stored' });
    }
  };
  return [
    express.raw({ type: () => true, limit: bodyLimit, inflate: false }),
    (request: Request, response: Response, next: NextFunction) => {
      answer(request, response).catch(next);
    },
  ];
};

/** Reads and authenticates a body. Without an encrypt key the verification token alone tells who sent it. */
const open = (request: Request, keys: WebhookKeys, at: number): Opened => {
  const raw: unknown = request.body;
  if (!Buffer.isBuffer(raw)) return { refused: 'no body' };
  const outer = parse(raw.toString('utf8'));
  if (outer === null) return { refused: 'not JSON' };
  if (keys.encryptKey === undefined) return { body: outer, signed: true };
  const encrypted = outer.encrypt;
  if (typeof encrypted !== 'string') return { refused: 'not encrypted' };
  const signature = request.get('x-lark-signature');
  const timestamp = request.get('x-lark-request-timestamp');
  const nonce = request.get('x-lark-request-nonce');
  const signed = signatureMatches(raw, keys.encryptKey, { timestamp, nonce, signature });
  if (signature !== undefined && !signed) return { refused: 'signature' };
  if (signed && !isFresh(timestamp, at)) return { refused: 'timestamp' };
  try {
    const body = parse(decrypt(encrypted, keys.encryptKey));
    return body === null ? { refused: 'not JSON' } : { body, signed };
  } catch {
    return { refused: 'does not decrypt' };
  }
};

const tokenMatches = (token: string | undefined, keys: WebhookKeys): boolean => {
  if (keys.verificationToken === undefined) return keys.encryptKey !== undefined;
  return token !== undefined && sameSecret(token, keys.verificationToken);
};

const isFresh = (timestamp: string | undefined, at: number): boolean => {
  const sent = Number(timestamp) * 1000;
  return Number.isFinite(sent) && sent > at - oldestMs && sent < at + newestMs;
};

const parse = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
};
