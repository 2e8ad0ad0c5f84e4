import { afterEach, describe, expect, it } from 'vitest';
import { type HttpRoutes, type HttpServer, startHttpServer } from './http-server.ts';

const logged: unknown[] = [];
const log = {
  info: () => {},
  warn: () => {},
  error: (_fields: Record<string, unknown>, event: string) => logged.push(event),
};
const routes: HttpRoutes = {
  webhooks: {},
  health: () => ({ ok: true, feishu: 'connected' }),
  ready: () => ({ ok: true }),
};

let server: HttpServer | undefined;
afterEach(async () => {
  await server?.close();
  logged.length = 0;
});
const get = async (path: string, given: Partial<HttpRoutes> = {}, init: RequestInit = {}) => {
  server = await startHttpServer({ port: 0 }, { ...routes, ...given }, log);
  const response = await fetch(server.url + path, init);
  return { status: response.status, headers: response.headers, body: await response.text() };
};

describe('the HTTP server', () => {
  it('listens on loopback unless told otherwise', async () => {
    server = await startHttpServer({ port: 0 }, routes, log);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  });

  it('tells its health with details and protective headers', async () => {
    const answer = await get('/healthz');
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { ok: true, feishu: 'connected' }]);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-powered-by')).toBe(null);
  });

  it('answers 503 while not ready', async () => {
    expect((await get('/readyz', { ready: async () => ({ ok: false, database: 'down' }) })).status).toBe(503);
  });

  it('serves metrics when given any', async () => {
    const metrics = async () => ({ contentType: 'text/plain; version=0.0.4', text: 'cuigao_up 1\n' });
    const answer = await get('/metrics', { metrics });
    expect([answer.status, answer.body]).toEqual([200, 'cuigao_up 1\n']);
    await server?.close();
    expect((await get('/metrics')).status).toBe(404);
  });

  it('takes webhooks by POST alone', async () => {
    const webhooks: HttpRoutes['webhooks'] = { '/webhooks/feishu': (_request, response) => void response.json({}) };
    expect((await get('/webhooks/feishu', { webhooks }, { method: 'POST' })).status).toBe(200);
    await server?.close();
    expect((await get('/webhooks/feishu', { webhooks })).status).toBe(404);
  });

  it('hides what went wrong from the caller and logs it', async () => {
    const answer = await get('/healthz', {
      health: () => {
        throw new Error('password=1');
      },
    });
    expect([answer.status, answer.body, logged]).toEqual([500, '{"error":"internal"}', ['http-request-failed']]);
  });

  it('may be closed twice, and says when the port is taken', async () => {
    server = await startHttpServer({ port: 0 }, routes, log);
    const port = Number(new URL(server.url).port);
    await expect(startHttpServer({ port }, routes, log)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await server.close();
    await server.close();
  });
});
