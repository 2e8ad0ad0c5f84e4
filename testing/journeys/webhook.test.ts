import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpServer, startHttpServer } from '../../bot/http-server.ts';
import { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import { withDatabase } from '../postgres.ts';
import { type BotUnderTest, startBotUnderTest } from './bot-under-test.ts';
import { answersTo, isProgress, titleOf } from './card-reading.ts';
import { draftWithFaults } from './sample-reports.ts';

const database = withDatabase();
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('events pushed to the webhook', () => {
  let emulator: FeishuEmulator;
  let bot: BotUnderTest;
  let server: HttpServer;
  let url: string;

  beforeAll(async () => {
    emulator = await FeishuEmulator.start();
    bot = await startBotUnderTest(emulator, database, { eventMode: 'webhook' });
    const health = () => ({ ok: true });
    server = await startHttpServer(
      { port: 0 },
      { webhooks: { '/webhooks/feishu': bot.webhook ?? [] }, health, ready: health },
      silent,
    );
    url = `${server.url}/webhooks/feishu`;
    emulator.pushTo({ url, encryptKey: emulator.world.app.encryptKey });
  });
  afterAll(async () => {
    await server.close();
    await bot.stop();
    await emulator.close();
  });

  const storedEvents = async () =>
    (await database.database.pool.query<{ count: number }>('SELECT count(*)::int AS count FROM inbox')).rows[0]?.count;

  it('lead to the same card as over the long connection', async () => {
    const { id: chatId, members } = emulator.addChat({ name: '年度述职', members: ['成员甲'] });
    const bytes = new TextEncoder().encode(draftWithFaults);
    const message = emulator.people.sendFile(chatId, members[0]?.id ?? '', { name: '报告.txt', bytes });
    const answer = await emulator.waitFor(() => answersTo(emulator, message).find((card) => !isProgress(card)), 20_000);
    expect(titleOf(answer)).toBe('述职述廉报告 · 2025年 · 第 1 稿');
  });

  it.each([
    ['a forged signature', { 'X-Lark-Signature': 'f'.repeat(64) }],
    ['no signature', {}],
  ])('with %s are refused and nothing is stored', async (_name, signature) => {
    const before = await storedEvents();
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Lark-Request-Timestamp': '1790000000',
        'X-Lark-Request-Nonce': 'nonce',
        ...signature,
      },
      body: JSON.stringify({ encrypt: 'bm90IGVuY3J5cHRlZCBieSB0aGUga2V5IG9mIHRoZSBhcHA=' }),
    });
    expect({ status: response.status, stored: await storedEvents() }).toEqual({ status: 401, stored: before });
  });
});
