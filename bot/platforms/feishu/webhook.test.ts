import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { type HttpServer, startHttpServer } from '../../http-server.ts';
import type { Envelope } from './schema.ts';
import { createWebhook, type WebhookKeys } from './webhook.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const now = Date.parse('2026-12-01T02:00:00Z');
const seconds = (shift: number) => String(Math.floor(now / 1000) + shift);
const keys = { encryptKey: '加密钥匙', verificationToken: 'vt_1' };
const event = { schema: '2.0', header: { event_id: 'ev_1', event_type: 'x', token: 'vt_1' }, event: { 名: '报告' } };

const encrypt = (body: unknown, key = keys.encryptKey): string => {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv);
  const encrypted = Buffer.concat([iv, cipher.update(JSON.stringify(body), 'utf8'), cipher.final()]);
  return JSON.stringify({ encrypt: encrypted.toString('base64') });
};
const sign = (body: string, timestamp = seconds(0), key = keys.encryptKey): Record<string, string> => ({
  'x-lark-request-timestamp': timestamp,
  'x-lark-request-nonce': 'n1',
  'x-lark-signature': createHash('sha256').update(`${timestamp}n1${key}${body}`).digest('hex'),
});

let server: HttpServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const serve = async (given: WebhookKeys, take: (envelope: Envelope) => Promise<unknown> = async () => ({})) => {
  const taken: Envelope[] = [];
  const webhook = createWebhook(
    given,
    (envelope) => {
      taken.push(envelope);
      return take(envelope);
    },
    silent,
    () => now,
  );
  server = await startHttpServer(
    { port: 0 },
    { webhooks: { '/webhooks/feishu': webhook }, health: () => ({ ok: true }), ready: () => ({ ok: true }) },
    silent,
  );
  const { url } = server;
  return {
    taken,
    post: async (body: string | Buffer, headers: Record<string, string> = {}) => {
      const response = await fetch(`${url}/webhooks/feishu?from=feishu`, {
        method: 'POST',
        body: new Uint8Array(Buffer.from(body)),
        headers: { 'content-type': 'application/json', ...headers },
      });
      return { status: response.status, body: await response.json() };
    },
  };
};

describe('with an encrypt key', () => {
  it('takes a genuine event, white space and all, and answers what the taker answers', async () => {
    const { post, taken } = await serve(keys, async () => ({ toast: { type: 'info', content: '好' } }));
    const body = encrypt(event).replace(':', ' :  ');
    expect(await post(body, sign(body))).toEqual({ status: 200, body: { toast: { type: 'info', content: '好' } } });
    expect(taken).toEqual([event]);
  });

  const body = encrypt(event);
  const foreign = encrypt(event, 'another key');
  const wrongToken = encrypt({ ...event, header: { ...event.header, token: 'forged' } });
  it.each([
    ['a missing signature', body, {}],
    ['a bad signature', body, { ...sign(body), 'x-lark-signature': '0'.repeat(64) }],
    ['a changed body', encrypt(event), sign(body)],
    ['a signature without a timestamp', body, { 'x-lark-signature': sign(body)['x-lark-signature'] ?? '' }],
    ['a signature from nine hours ago', body, sign(body, seconds(-9 * 3600))],
    ['a signature from the future', body, sign(body, seconds(600))],
    ['a plain body with a genuine signature', JSON.stringify(event), sign(JSON.stringify(event))],
    ['a body encrypted with another key', foreign, sign(foreign)],
    ['a wrong verification token', wrongToken, sign(wrongToken)],
    ['no JSON', 'hello', sign('hello')],
    ['a JSON array', '[]', sign('[]')],
    ['nothing', '', sign('')],
  ])('refuses %s', async (_name, given, headers) => {
    const { post, taken } = await serve(keys);
    expect(await post(given, headers)).toEqual({ status: 401, body: { error: 'unauthorized' } });
    expect(taken).toEqual([]);
  });

  it('takes a push repeated after six hours', async () => {
    const { post } = await serve(keys);
    expect(await post(body, sign(body, seconds(-6 * 3600 - 400)))).toEqual({ status: 200, body: {} });
  });

  it('asks for another push when the event was not stored', async () => {
    const { post } = await serve(keys, async () => {
      throw new Error('no database');
    });
    expect(await post(body, sign(body))).toEqual({ status: 500, body: { error: 'not stored' } });
  });

  it('refuses more than a megabyte', async () => {
    const { post, taken } = await serve(keys);
    const large = JSON.stringify({ encrypt: 'x'.repeat(1_100_000) });
    expect(await post(large, sign(large))).toEqual({ status: 413, body: { error: 'refused' } });
    expect(taken).toEqual([]);
  });

  it('refuses compressed bodies', async () => {
    const { post } = await serve(keys);
    expect((await post(body, { ...sign(body), 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it('answers within 100 ms', async () => {
    const { post } = await serve(keys);
    const took: number[] = [];
    for (let turn = 0; turn < 10; turn++) {
      const start = performance.now();
      await post(body, sign(body));
      took.push(performance.now() - start);
    }
    expect(Math.min(...took)).toBeLessThan(100);
  });
});

describe('the address check', () => {
  const challenge = { type: 'url_verification', challenge: 'c1', token: 'vt_1' };
  it.each([
    ['encrypted, without a signature', keys, encrypt(challenge), 200],
    ['encrypted with a wrong token', keys, encrypt({ ...challenge, token: 'x' }), 401],
    ['plain although a key is set', keys, JSON.stringify(challenge), 401],
    ['plain where only a token is set', { ...keys, encryptKey: undefined }, JSON.stringify(challenge), 200],
    ['plain with a wrong token', { ...keys, encryptKey: undefined }, JSON.stringify({ ...challenge, token: 'x' }), 401],
    ['plain without a token', { ...keys, encryptKey: undefined }, '{"type":"url_verification","challenge":"c"}', 401],
    ['encrypted where only a key is set', { ...keys, verificationToken: undefined }, encrypt(challenge), 200],
  ])('%s', async (_name, given, body, status) => {
    const { post, taken } = await serve(given);
    expect(await post(body)).toEqual({
      status,
      body: status === 200 ? { challenge: 'c1' } : { error: 'unauthorized' },
    });
    expect(taken).toEqual([]);
  });
});

describe('with a verification token alone', () => {
  it.each([
    ['takes the right token', 'vt_1', 200],
    ['refuses a wrong token', 'vt_2', 401],
    ['refuses a missing token', undefined, 401],
  ])('%s', async (_name, token, status) => {
    const { post, taken } = await serve({ ...keys, encryptKey: undefined });
    const given = { ...event, header: { ...event.header, token } };
    expect((await post(JSON.stringify(given))).status).toBe(status);
    expect(taken).toHaveLength(status === 200 ? 1 : 0);
  });
});
