import { join } from 'node:path';
import type { RequestHandler } from 'express';
import type { Env } from '../config/env.ts';
import { packageRoot } from '../config/package-root.ts';
import { AppError } from '../core/errors.ts';
import type { ChatPlatform } from '../core/ports/chat-platform.ts';
import type { Log } from '../core/ports/log.ts';
import { type Playground, startPlayground } from '../playground/server.ts';
import { createFeishuPlatform } from './platforms/feishu/index.ts';
import type { Shutdown } from './shutdown.ts';

export interface PlatformsInUse {
  readonly platforms: readonly ChatPlatform[];
  readonly playgroundUrl: string | null;
  readonly webhooks: Record<string, RequestHandler[]>;
}

/** The platforms the settings name; with none, the playground, spoken to as any Feishu is. */
export const openPlatforms = async (env: Env, log: Log, shutdown: Shutdown): Promise<PlatformsInUse> => {
  const { FEISHU_APP_ID, FEISHU_APP_SECRET } = env;
  if (FEISHU_APP_ID !== undefined && FEISHU_APP_SECRET !== undefined) {
    const feishu = createFeishuPlatform(
      {
        appId: FEISHU_APP_ID,
        appSecret: FEISHU_APP_SECRET,
        domain: env.FEISHU_DOMAIN,
        eventMode: env.FEISHU_EVENT_MODE,
        encryptKey: env.FEISHU_ENCRYPT_KEY,
        verificationToken: env.FEISHU_VERIFICATION_TOKEN,
      },
      log,
    );
    return {
      platforms: [feishu],
      playgroundUrl: null,
      webhooks: feishu.webhook === null ? {} : { '/webhooks/feishu': feishu.webhook },
    };
  }
  if (env.ROLE !== 'all') {
    throw new AppError(
      'configuration',
      `ROLE=${env.ROLE} 时没有试用页面可用：请设置 FEISHU_APP_ID 和 FEISHU_APP_SECRET。`,
    );
  }
  const playground = await openPlayground(env);
  shutdown.add('playground', () => playground.close());
  const { appId, appSecret, domain } = playground;
  const feishu = createFeishuPlatform({ appId, appSecret, domain, eventMode: 'websocket' }, log);
  return { platforms: [feishu], playgroundUrl: playground.url, webhooks: {} };
};

/** On the port after the bot's own, or on any free one when that is taken. */
const openPlayground = async (env: Env): Promise<Playground> => {
  const start = (port: number) =>
    startPlayground({
      port,
      host: env.HOST,
      staticDir: join(packageRoot(), 'dist', 'playground', 'web'),
      dataDir: join(env.DATA_DIR, 'playground'),
    });
  if (env.PORT === 0) return start(0);
  return start(env.PORT + 1).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return start(0);
    throw error;
  });
};
