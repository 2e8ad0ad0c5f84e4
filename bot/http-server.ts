import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Log } from '../core/ports/log.ts';

/** What a health question answers: `ok` decides between 200 and 503. */
export interface Health {
  readonly ok: boolean;
  readonly [detail: string]: unknown;
}

export interface HttpRoutes {
  /** Path, such as /webhooks/feishu, to what answers POSTs to it. */
  readonly webhooks: Readonly<Record<string, RequestHandler | RequestHandler[]>>;
  /** The process is alive and its connections are as they should be. */
  readonly health: () => Promise<Health> | Health;
  /** Work can be taken: stores and queue answer. */
  readonly ready: () => Promise<Health> | Health;
  /** Prometheus text; absent serves nothing. */
  readonly metrics?: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

export interface HttpServer {
  readonly url: string;
  /** Takes no more connections, lets those under way finish for up to five seconds. Harmless when repeated. */
  close(): Promise<void>;
}

export interface HttpOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Loopback unless told otherwise. */
  readonly host?: string | undefined;
}

/** The bot's own server. Rejects with the system's error when the port is taken. */
export const startHttpServer = async (options: HttpOptions, routes: HttpRoutes, log: Log): Promise<HttpServer> => {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(helmet());
  for (const [path, handlers] of Object.entries(routes.webhooks)) app.post(path, handlers);
  app.get('/healthz', answerHealth(routes.health));
  app.get('/readyz', answerHealth(routes.ready));
  const metrics = routes.metrics;
  if (metrics !== undefined) {
    app.get('/metrics', async (_request, response) => {
      const { contentType, text } = await metrics();
      response.set('Content-Type', contentType).send(text);
    });
  }
  app.use((_request, response) => {
    response.status(404).json({ error: 'not found' });
  });
  app.use(answerError(log));
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 }, app);
  await listen(server, options.port, options.host ?? '127.0.0.1');
  const { address, port, family } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    close: () => close(server),
  };
};

const answerHealth =
  (ask: () => Promise<Health> | Health): RequestHandler =>
  async (_request, response) => {
    const health = await ask();
    response
      .status(health.ok ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(health);
  };

const answerError =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, request, response, _next) => {
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error, path: request.path }, 'http-request-failed');
    if (!response.headersSent) response.status(status).json({ error: status >= 500 ? 'internal' : 'refused' });
  };

const statusOf = (error: unknown): number => {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
};

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    if (!server.listening) return resolve();
    const deadline = setTimeout(() => server.closeAllConnections(), 5_000);
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(deadline);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
