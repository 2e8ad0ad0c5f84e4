import type { RequestListener } from 'node:http';
import { AESCipher, adaptDefault } from '@larksuiteoapi/node-sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sdkDispatcher } from '../../../testing/emulators/feishu-sdk.ts';
import { listenForWebhooks } from '../../../testing/emulators/webhook-listener.ts';
import { ManualClock } from '../clock.ts';
import { FeishuEmulator } from '../feishu-emulator.ts';
import { encrypt } from './sealing.ts';

const second = 1000;

describe('the webhook of the official SDK', () => {
  const closers: (() => Promise<void>)[] = [];
  let clock: ManualClock;
  let emulator: FeishuEmulator;
  let chatId: string;
  let memberId: string;

  beforeEach(async () => {
    clock = new ManualClock();
    emulator = await FeishuEmulator.start({ clock });
    const chat = emulator.addChat({ name: '收集群', members: ['成员甲'] });
    chatId = chat.id;
    memberId = chat.members[0]!.id;
  });
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
    await emulator.close();
  });

  async function listen(listener: RequestListener): Promise<string> {
    const { url, close } = await listenForWebhooks(listener);
    closers.push(close);
    return url;
  }
  const sdkListener = (heard: unknown[], encryptKey?: string): RequestListener => {
    const handler = (event: Record<string, unknown>) => void heard.push((event.message as { content: string }).content);
    const dispatcher = sdkDispatcher({ 'im.message.receive_v1': handler }, encryptKey ? { encryptKey } : {});
    return adaptDefault('/feishu/events', dispatcher, { autoChallenge: true });
  };
  const tries = (count: number) => emulator.waitFor(() => emulator.deliveries.length >= count);
  const outcomes = () => emulator.deliveries.map(({ outcome, reason }) => [outcome, reason]);

  it.each<[string, boolean]>([
    ['encrypted and signed', true],
    ['in the clear', false],
  ])('takes events %s', async (_name, sealed) => {
    const heard: unknown[] = [];
    const key = sealed ? { encryptKey: emulator.encryptKey } : {};
    emulator.pushTo({ url: await listen(sdkListener(heard, key.encryptKey)), ...key });
    emulator.people.sendText(chatId, memberId, '你好');
    await tries(1);
    expect([heard, outcomes()]).toEqual([['{"text":"你好"}'], [['acknowledged', null]]]);
  });

  it.each<[string, boolean]>([
    ['encrypted', true],
    ['in the clear', false],
  ])('answers the challenge %s', async (_name, sealed) => {
    const key = sealed ? { encryptKey: emulator.encryptKey } : {};
    const url = await listen(sdkListener([], key.encryptKey));
    expect(await emulator.verifyWebhook({ url, ...key })).toBe(true);
  });

  it('is not confirmed when it answers something else', async () => {
    const url = await listen((_request, response) => response.end('{"challenge":"other"}'));
    expect(await emulator.verifyWebhook({ url })).toBe(false);
  });

  it.each<[string, string, RequestListener]>([
    ['an error', 'HTTP 500', (_request, response) => response.writeHead(500).end()],
    ['a redirection', 'HTTP 302', (_request, response) => response.writeHead(302, { Location: '/' }).end()],
    ['a closed connection', 'not reachable', (request) => request.socket.destroy()],
  ])('gets an event again after %s', async (_name, reason, failing) => {
    let requests = 0;
    const url = await listen((request, response) => {
      requests += 1;
      if (requests === 1) failing(request, response);
      else response.end('{}');
    });
    emulator.pushTo({ url });
    emulator.people.sendText(chatId, memberId, '你好');
    await tries(1);
    clock.advance(15 * second);
    await tries(2);
    expect(outcomes()).toEqual([
      ['failed', reason],
      ['acknowledged', null],
    ]);
  });

  it('gets an event again when it takes longer than three seconds', async () => {
    let requests = 0;
    let arrived: () => void = () => undefined;
    const first = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const url = await listen((_request, response) => {
      requests += 1;
      if (requests > 1) response.end('{}');
      else arrived();
    });
    emulator.pushTo({ url });
    emulator.people.sendText(chatId, memberId, '你好');
    await first;
    clock.advance(3 * second);
    await tries(1);
    clock.advance(15 * second);
    await tries(2);
    expect(outcomes()).toEqual([
      ['failed', 'no answer in time'],
      ['acknowledged', null],
    ]);
  });

  it('seals as the documentation does', () => {
    const key = 'test key';
    const cipher = new AESCipher(key);
    const documented = 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=';
    expect([cipher.decrypt(encrypt('你好', key)), cipher.decrypt(documented)]).toEqual(['你好', 'hello world']);
  });
});
