import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Env, readEnv } from '../config/env.ts';
import { FeishuEmulator } from '../playground/emulator/feishu-emulator.ts';
import { readPostmaster } from '../storage/embedded/postmaster.ts';
import { withDatabase } from '../testing/postgres.ts';
import { createLog } from './log.ts';
import { type Bot, startBot } from './main.ts';

const database = withDatabase();
const log = createLog('silent');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuigao-bot-'));
  await chmod(folder, 0o755);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const settings = (variables: Record<string, string>): Env => {
  const read = readEnv({ PORT: '0', DATA_DIR: folder, ...variables });
  if (!read.ok) throw new Error(read.message);
  return read.env;
};

const json = async (url: string): Promise<unknown> => (await fetch(url)).json();
const draft = new TextEncoder().encode(
  '述职报告\n\n一、主要工作\n今年完成了三项工作。\n\n二、下一步打算\n继续努力。\n',
);

describe('the bot', { timeout: 60_000 }, () => {
  it('needs no settings: database, queue and a platform to try it on come with it', async () => {
    const bot = await startBot(settings({}), { log });
    try {
      expect(await json(`${bot.url}/healthz`)).toEqual({
        ok: true,
        role: 'all',
        platforms: { feishu: 'connected' },
      });
      expect(await json(`${bot.url}/readyz`)).toEqual({ ok: true, database: true, queue: true });
      expect(await json(`${bot.playgroundUrl}/api/state`)).toMatchObject({ botConnected: true });
      expect(await (await fetch(`${bot.url}/metrics`)).text()).toContain(
        'cuigao_jobs{queue="reports",state="waiting"}',
      );
      await expect(startBot(settings({}), { log })).rejects.toMatchObject({ code: 'in-use' });
      expect(await json(`${bot.url}/readyz`)).toMatchObject({ ok: true });
    } finally {
      await bot.stop();
      await bot.stop();
    }
    expect(await readPostmaster(join(folder, 'postgres', 'cluster'))).toBeNull();
    await expect(fetch(`${bot.url}/healthz`)).rejects.toThrow();
  });

  it('shares its work between processes for events and processes for jobs', async () => {
    const emulator = await FeishuEmulator.start();
    const shared = {
      ...(process.env.REDIS_URL === undefined ? {} : { REDIS_URL: process.env.REDIS_URL }),
      DATABASE_URL: database.url,
      FEISHU_APP_ID: emulator.appId,
      FEISHU_APP_SECRET: emulator.appSecret,
      FEISHU_DOMAIN: emulator.url,
    };
    const bots: Bot[] = [];
    try {
      for (const ROLE of ['worker', 'worker', 'bot']) bots.push(await startBot(settings({ ...shared, ROLE }), { log }));
      const chat = uploadTo(emulator);
      const states = async () =>
        (await database.stores.submissions.latestOfChat('feishu', chat)).map(({ state }) => state);
      await expect.poll(states, { timeout: 25_000 }).toEqual(['checked']);
      const answers = emulator.messages(chat).filter((message) => message.senderId === emulator.botId);
      expect(answers).toHaveLength(1);
    } finally {
      for (const bot of bots.reverse()) await bot.stop();
      await emulator.close();
    }
  });

  it.each([
    ['a role without a database to share', { ROLE: 'worker' }, 'DATABASE_URL'],
    ['a database that is not there', { DATABASE_URL: 'postgres://u:p@127.0.0.1:9/none' }, 'DATABASE_URL'],
  ])('refuses %s and says what to set', async (_name, variables, word) => {
    await expect(startBot(settings(variables), { log })).rejects.toThrow(word);
  });

  it('leaves nothing running when the port is taken', async () => {
    const taken = await FeishuEmulator.start();
    const port = new URL(taken.url).port;
    try {
      await expect(startBot(settings({ PORT: port }), { log })).rejects.toThrow(`端口 ${port} 已被别的程序占用`);
      expect(await readPostmaster(join(folder, 'postgres', 'cluster'))).toBeNull();
    } finally {
      await taken.close();
    }
    expect(await readdir(folder)).toContain('postgres');
  });
});

/** @returns the chat somebody dropped a draft into */
const uploadTo = (emulator: FeishuEmulator): string => {
  const { id, members } = emulator.addChat({ name: '材料群', members: ['成员甲', '成员乙'] });
  emulator.people.sendFile(id, members[0]?.id ?? '', { name: '述职报告.txt', bytes: draft, mime: 'text/plain' });
  return id;
};
