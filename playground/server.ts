import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { FeishuEmulator } from './emulator/feishu-emulator.ts';
import { furnish } from './web-server/default-tenant.ts';
import type { EventStream } from './web-server/event-stream.ts';
import { mountWebApi } from './web-server/web-routes.ts';

export interface PlaygroundOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** 127.0.0.1 unless told otherwise. */
  readonly host?: string;
  /** The built page. */
  readonly staticDir: string;
  /** Where chats, messages and files are kept; without it they are forgotten on exit. */
  readonly dataDir?: string;
  readonly maxUploadBytes?: number;
}

export interface Playground {
  /** The page. */
  readonly url: string;
  /** What the bot takes as FEISHU_DOMAIN. */
  readonly domain: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly emulator: FeishuEmulator;
  close(): Promise<void>;
}

const defaultUploadBytes = 100 * 1024 * 1024;

/** A local Feishu-compatible platform and its web chat page on one port. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const host = options.host ?? '127.0.0.1';
  let stream: EventStream | undefined;
  const emulator = await FeishuEmulator.start({
    port: options.port,
    host,
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
    mount: (server, started) => {
      const loopback = ['127.0.0.1', 'localhost', '::1'].includes(host);
      const maxUploadBytes = options.maxUploadBytes ?? defaultUploadBytes;
      stream = mountWebApi(server, started, { loopback, maxUploadBytes });
      mountPage(server, options.staticDir);
    },
  });
  furnish(emulator);
  return {
    url: emulator.url,
    domain: emulator.url,
    appId: emulator.appId,
    appSecret: emulator.appSecret,
    emulator,
    close: async () => {
      stream?.close();
      await emulator.close();
    },
  };
}

function mountPage(server: Express, staticDir: string): void {
  server.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          styleSrc: ["'self'", "'unsafe-inline'"],
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: false,
    }),
  );
  server.use(express.static(staticDir, { index: 'index.html' }));
  server.get('/', (_request, response) => {
    const built = existsSync(join(staticDir, 'index.html'));
    response
      .status(built ? 200 : 503)
      .type('text')
      .send('试用页面还没有生成：请先运行 npm run build。');
  });
}
