import { existsSync } from 'node:fs';
import { createLog, secretsIn } from '../bot/log.ts';
import type { Bot } from '../bot/main.ts';
import { readEnv } from '../config/env.ts';
import { AppError } from '../core/errors.ts';
import { version } from './version.ts';

/** Longer than everything takes that stops in order; a supervisor that waits for less kills us anyway. */
const stopLimitMs = 30_000;

/**
 * `cuigao serve` and `cuigao worker`: runs until SIGTERM or Ctrl-C.
 * @returns the exit status: 0 stopped as asked, 1 could not start, 2 wrong settings
 */
export const serve = async (options: { readonly role?: 'worker' } = {}): Promise<0 | 1 | 2> => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readEnv({ ...process.env, ...(options.role === undefined ? {} : { ROLE: options.role }) });
  if (!read.ok) {
    process.stderr.write(`${read.message}\n`);
    return 2;
  }
  const { env } = read;
  process.env.TZ = env.TZ;
  const log = createLog(env.LOG_LEVEL, secretsIn(env));
  process.on('uncaughtException', (error) => {
    log.error({ err: error }, 'crashed');
    process.exit(1);
  });

  const asked = stopAsked();
  let bot: Bot;
  try {
    // Loaded here: it brings everything along, and the other commands need little of it.
    const { startBot } = await import('../bot/main.ts');
    bot = await startBot(env, { log });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  process.stdout.write(`${welcome(bot, performance.now() / 1_000)}\n`);

  const signal = await asked;
  log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), stopLimitMs).unref();
  await bot.stop();
  log.info({}, 'stopped');
  return 0;
};

/** `seconds` since the process began. */
const welcome = (bot: Bot, seconds: number): string =>
  [
    `催稿 ${version()} 已启动，用时 ${seconds.toFixed(1)} 秒`,
    ...(bot.playgroundUrl === null ? [] : [`  试用页面  ${bot.playgroundUrl}`]),
    `  运行状态  ${bot.url}/healthz`,
    ...bot.notes.map((note) => `  ${note}`),
    '  按 Ctrl-C 停止',
  ].join('\n');

/** The first signal asks to stop in order, the second one ends the process. */
const stopAsked = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    const signals: NodeJS.Signals[] = ['SIGTERM', 'SIGINT', 'SIGHUP'];
    let seen = false;
    for (const signal of signals) {
      process.on(signal, () => {
        if (seen) process.exit(1);
        seen = true;
        resolve(signal);
      });
    }
  });
