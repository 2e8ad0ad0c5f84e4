import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { EmulatorClock } from '../clock.ts';
import type { Acknowledgement } from '../long-connection/connections.ts';
import { encrypt, signatureHeaders } from './sealing.ts';

export interface WebhookTarget {
  readonly url: string;
  /** Without a key, bodies travel in the clear and unsigned. */
  readonly encryptKey?: string;
}

export interface WebhookOptions {
  readonly clock: EmulatorClock;
  readonly timeoutMs: number;
}

/** Posts one event or callback; anything but HTTP 200 in time is a failure. */
export async function pushToWebhook(
  target: WebhookTarget,
  payload: string,
  options: WebhookOptions,
): Promise<Acknowledgement> {
  const key = target.encryptKey;
  const body = key ? JSON.stringify({ encrypt: encrypt(payload, key) }) : payload;
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    ...(key ? signatureHeaders(body, key, options.clock.now()) : {}),
  };
  const aborter = new AbortController();
  const cancel = options.clock.after(options.timeoutMs, () => aborter.abort());
  try {
    const response = await fetch(target.url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: aborter.signal,
    });
    const text = await response.text();
    if (response.status !== 200) return { outcome: 'failed', reason: `HTTP ${response.status}` };
    return { outcome: 'acknowledged', data: text === '' ? undefined : parse(text) };
  } catch {
    return { outcome: 'failed', reason: aborter.signal.aborted ? 'no answer in time' : 'not reachable' };
  } finally {
    cancel();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What the platform does when the address is saved: the challenge must come back within a second. */
export async function verifyWebhook(target: WebhookTarget, token: string, clock: EmulatorClock): Promise<boolean> {
  const challenge = randomUUID();
  const payload = JSON.stringify({ challenge, token, type: 'url_verification' });
  const answer = await pushToWebhook(target, payload, { clock, timeoutMs: 1000 });
  return (
    answer.outcome === 'acknowledged' && z.object({ challenge: z.literal(challenge) }).safeParse(answer.data).success
  );
}
