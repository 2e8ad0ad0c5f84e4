import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as lark from '@larksuiteoapi/node-sdk';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Playground, startPlayground } from '../../playground/server.ts';
import { type CuttableLine, cuttableLine } from './cuttable-line.ts';

export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
export const hasChromium = existsSync(chromiumPath);

const repository = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Builds the page as it ships; returns the directory. */
async function buildPage(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'playground-page-'));
  const vite = join(repository, 'node_modules/vite/bin/vite.js');
  const arguments_ = [vite, 'build', 'playground/web', '--outDir', directory, '--emptyOutDir', '--logLevel', 'warn'];
  await run(process.execPath, arguments_, { cwd: repository, env: { ...process.env, NODE_ENV: 'production' } });
  return directory;
}

const nothing = (): void => {};
const silent = { error: nothing, warn: nothing, info: nothing, debug: nothing, trace: nothing };

/** As narrow as a policy can be for the page: scripts, styles and requests of its own server only. */
const strictPolicy =
  "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A bot on the official SDK that answers every click with the same toast. */
async function startBot(playground: Playground) {
  const clicks: Record<string, unknown>[] = [];
  const settings = { appId: playground.appId, appSecret: playground.appSecret, domain: playground.domain };
  const quiet = { ...settings, logger: silent };
  const client = new lark.Client(quiet);
  const socket = new lark.WSClient(quiet);
  const handlers = {
    'im.message.receive_v1': () => ({}),
    'card.action.trigger': (click: { action: Record<string, unknown> }) => {
      clicks.push(click.action);
      return { toast: { type: 'success', content: '已收到' } };
    },
  };
  const connected = new Promise<void>((resolve) => playground.emulator.onConnectionChange(resolve));
  await socket.start({
    eventDispatcher: new lark.EventDispatcher({ logger: silent }).register(handlers),
  });
  await connected;
  return {
    clicks,
    close: () => socket.close(),
    async sendCard(chatId: string, card: object): Promise<string> {
      const body = { receive_id: chatId, msg_type: 'interactive', content: JSON.stringify(card) };
      const sent = await client.im.message
        .create({ params: { receive_id_type: 'chat_id' }, data: body })
        .catch((cause) => cause.response.data);
      if (sent.data?.message_id === undefined) throw new Error(`the card was refused: ${sent.code} ${sent.msg}`);
      return sent.data.message_id;
    },
    async patchCard(messageId: string, card: object): Promise<void> {
      await client.im.message.patch({ path: { message_id: messageId }, data: { content: JSON.stringify(card) } });
    },
  };
}

export interface PageBench {
  readonly playground: Playground;
  /** What the browser reaches the playground through. */
  readonly line: CuttableLine;
  readonly bot: Awaited<ReturnType<typeof startBot>>;
  /** The group the page opens with. */
  readonly chatId: string;
  /** A fresh browser window on the page; what scripts and the security policy report is thrown at the end. */
  open(width?: number, height?: number): Promise<Page>;
  closePages(): Promise<void>;
  close(): Promise<void>;
}

/** The built page on a real playground with a bot, and a browser to look at it. */
export async function startPageBench(): Promise<PageBench> {
  const staticDir = await buildPage();
  const playground = await startPlayground({ port: 0, staticDir });
  const line = await cuttableLine(playground.url);
  const bot = await startBot(playground);
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--lang=zh-CN'],
    // Without a UTF-8 locale Chromium names every download “download”.
    env: { ...process.env, LANGUAGE: 'zh_CN', LC_ALL: 'C.UTF-8' },
  });
  const contexts: BrowserContext[] = [];
  const problems: string[] = [];
  const group = [...playground.emulator.world.chats.values()].find(({ type }) => type === 'group');
  if (group === undefined) throw new Error('the playground has no group');
  const closePages = async (): Promise<void> => {
    for (const context of contexts.splice(0)) await context.close();
  };
  return {
    playground,
    line,
    bot,
    chatId: group.id,
    async open(width = 1280, height = 900) {
      const context = await browser.newContext({
        viewport: { width, height },
        isMobile: width < 500,
        hasTouch: width < 500,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('net::ERR_')) problems.push(message.text());
      });
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(line.url) && !url.startsWith('blob:')) problems.push(`fetched from elsewhere: ${url}`);
      });
      await page.route(`${line.url}/`, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), 'content-security-policy': strictPolicy };
        await route.fulfill({ response, headers });
      });
      await page.goto(line.url);
      await page.getByRole('combobox', { name: /^发送给/u }).waitFor();
      return page;
    },
    closePages,
    async close() {
      await closePages();
      await browser.close();
      bot.close();
      await line.close();
      await playground.close();
      await rm(staticDir, { recursive: true, force: true });
      if (problems.length > 0) throw new Error(`the browser reported: ${problems.join('\n')}`);
    },
  };
}
