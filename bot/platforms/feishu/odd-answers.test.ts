import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createFeishuPlatform, type FeishuPlatform } from './index.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
let server: Server;
let asked: string[];
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A platform that answers calls other than for a token with whatever `answer` says. */
const against = async (answer: (path: string) => { type?: string; body: string }): Promise<FeishuPlatform> => {
  asked = [];
  server = createServer((request, response) => {
    const path = request.url ?? '';
    request.resume();
    if (path.includes('tenant_access_token')) {
      response.setHeader('Content-Type', 'application/json');
      response.end('{"code":0,"msg":"ok","tenant_access_token":"t-1","expire":7200}');
      return;
    }
    asked.push(path);
    const { type, body } = answer(path);
    response.setHeader('Content-Type', type ?? 'application/json; charset=utf-8');
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const domain = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const keys = { appId: 'cli_0123456789abcdef', appSecret: 's' };
  return createFeishuPlatform({ ...keys, domain, eventMode: 'websocket' }, silent);
};
const page = (items: string[], total: number, next?: string) => ({
  body: JSON.stringify({
    code: 0,
    data: {
      items: items.map((member_id) => ({ member_id, name: member_id })),
      member_total: total,
      has_more: next !== undefined,
      page_token: next,
    },
  }),
});
const file = { messageId: 'om_1', key: 'file_1', name: 'a.docx' };
const limits = { maxBytes: 1_000, timeoutMs: 5_000 };

describe('an odd platform', () => {
  it('whose pages repeat somebody still gives everybody once', async () => {
    const platform = await against((path) =>
      path.includes('page_token=2') ? page(['ou_b', 'ou_c'], 3) : page(['ou_a', 'ou_b'], 3, '2'),
    );
    expect((await platform.members('oc_1')).map(({ id }) => id)).toEqual(['ou_a', 'ou_b', 'ou_c']);
  });

  it('whose pages do not add up is asked once more and then not believed', async () => {
    const platform = await against(() => page(['ou_a', 'ou_b'], 3));
    await expect(platform.members('oc_1')).rejects.toMatchObject({ code: 'unavailable', retryable: true });
    expect(asked).toHaveLength(2);
  });

  it('that promises another page without naming it is not believed', async () => {
    const platform = await against(() => ({
      body: '{"code":0,"data":{"member_total":1,"has_more":true,"page_token":""}}',
    }));
    await expect(platform.members('oc_1')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('that shows a page instead of a file is not taken for a file', async () => {
    const platform = await against(() => ({ type: 'text/html; charset=utf-8', body: '<html>请登录</html>' }));
    await expect(platform.download(file, limits)).rejects.toMatchObject({ code: 'unavailable', retryable: true });
  });

  it('that answers JSON instead of a file is not taken for a file', async () => {
    const platform = await against(() => ({ body: '{"code":234003,"msg":"File not in msg."}' }));
    await expect(platform.download(file, limits)).rejects.toMatchObject({ code: 'download-refused' });
  });

  it('that sends too much is cut off', async () => {
    const platform = await against(() => ({ type: 'application/octet-stream', body: 'x'.repeat(1_001) }));
    await expect(platform.download(file, limits)).rejects.toMatchObject({ code: 'too-large' });
  });

  it('that leaves out what we need is asked again and then given up', async () => {
    const platform = await against(() => ({ body: '{"code":0,"data":{}}' }));
    await expect(
      platform.send({ chatId: 'oc_1' }, { tone: 'info', title: 't', tags: [], blocks: [] }, 'k'),
    ).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});

describe('settings that cannot work are refused in words', () => {
  const good = { appId: 'cli_0123456789abcdef', appSecret: 's', domain: 'feishu', eventMode: 'webhook' as const };
  it.each([
    [{ ...good, appId: 'cli_1' }, 'FEISHU_APP_ID'],
    [{ ...good, encryptKey: 'k', appSecret: '' }, 'FEISHU_APP_SECRET'],
    [good, 'FEISHU_ENCRYPT_KEY'],
    [{ ...good, encryptKey: 'k', domain: 'open.feishu.cn' }, 'FEISHU_DOMAIN'],
  ])('%j', (config, name) => {
    expect(() => createFeishuPlatform(config, silent)).toThrow(name);
  });
});
