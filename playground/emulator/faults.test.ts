import { defaultHttpInstance } from '@larksuiteoapi/node-sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, sdkClient } from '../../testing/emulators/feishu-sdk.ts';
import { FeishuEmulator } from './feishu-emulator.ts';

describe('faults on request', () => {
  let emulator: FeishuEmulator;
  let client: ReturnType<typeof sdkClient>;
  let chatId: string;
  let download: () => Promise<string>;

  beforeEach(async () => {
    emulator = await FeishuEmulator.start();
    client = sdkClient(emulator);
    const chat = emulator.addChat({ name: '收集群', members: ['成员甲'] });
    chatId = chat.id;
    const bytes = Buffer.alloc(10_000, 'a');
    const message = emulator.people.sendFile(chatId, chat.members[0]!.id, { name: 'a.txt', bytes });
    const { file_key } = JSON.parse(message.content) as { file_key: string };
    download = async () => {
      const answer = await client.im.v1.messageResource.get({
        path: { message_id: message.id, file_key },
        params: { type: 'file' },
      });
      let length = 0;
      for await (const chunk of answer.getReadableStream()) length += (chunk as Buffer).length;
      return `${length} bytes`;
    };
  });
  afterEach(() => emulator.close());

  const send = (uuid?: string) =>
    client.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: chatId, msg_type: 'text', content: '{"text":"好"}', ...(uuid ? { uuid } : {}) },
    });
  const sent = (): number => emulator.messages(chatId).filter((message) => message.fromBot).length;

  it('the gateway limits calls and says for how long', async () => {
    emulator.fail('send', { kind: 'rate-limited', resetSeconds: 7 });
    const error = (await send().catch((caught: unknown) => caught)) as {
      response: { status: number; headers: Record<string, string>; data: { code: number } };
    };
    const { status, headers, data } = error.response;
    expect([status, headers['x-ogw-ratelimit-reset'], data.code, sent()]).toEqual([429, '7', 99991400, 0]);
  });

  it.each<[string, { code: number; status?: number }, number]>([
    ['with HTTP 400', { code: 230049 }, 230049],
    ['with HTTP 200', { code: 11232, status: 200 }, 11232],
  ])('calls are refused %s, as often as told and after as many good ones', async (_name, refusal, code) => {
    emulator.fail('send', { kind: 'refuse', ...refusal }, 2, 1);
    const codes: (string | number)[] = [];
    for (let count = 0; count < 4; count += 1) codes.push(await codeOf(send()));
    expect([codes, sent()]).toEqual([[0, code, code, 0], 2]);
  });

  it('a message is stored but its answer lost; the same uuid does not send it twice', async () => {
    emulator.fail('send', { kind: 'response-lost' });
    const codes = [await codeOf(send('once')), await codeOf(send('once'))];
    expect([codes, sent()]).toEqual([['ECONNRESET', 0], 1]);
  });

  it('a call hangs until the caller gives up', async () => {
    emulator.fail('send', { kind: 'hang' });
    defaultHttpInstance.defaults.timeout = 100;
    const code = await codeOf(send()).finally(() => {
      defaultHttpInstance.defaults.timeout = 0;
    });
    expect([code, sent()]).toEqual(['ECONNABORTED', 0]);
  });

  it('a download drips and still arrives whole', async () => {
    emulator.fail('resource', { kind: 'slow', chunkBytes: 1000, everyMs: 5 });
    expect(await download()).toBe('10000 bytes');
  });

  it('a download breaks off half-way', async () => {
    emulator.fail('resource', { kind: 'truncate' });
    await expect(download()).rejects.toThrow('aborted');
  });

  it('every call is on record with its answer', async () => {
    emulator.calls.length = 0;
    emulator.fail('send', { kind: 'refuse', code: 230020 });
    await codeOf(send('one'));
    expect(emulator.calls.map(({ route, status, code }) => ({ route, status, code }))).toEqual([
      { route: 'token', status: 200, code: 0 },
      { route: 'send', status: 400, code: 230020 },
    ]);
  });
});
