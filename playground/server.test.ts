import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sdkConnection } from '../testing/emulators/feishu-sdk.ts';
import { type Playground, type PlaygroundOptions, startPlayground } from './server.ts';
import type { PlaygroundEvent, PlaygroundMessage, PlaygroundState } from './web-api.ts';

describe('the playground', () => {
  let directory: string;
  let playground: Playground;
  let state: PlaygroundState;
  let chatId: string;
  let me: string;

  const start = (more: Partial<PlaygroundOptions> = {}): Promise<Playground> =>
    startPlayground({ port: 0, staticDir: join(directory, 'page'), dataDir: join(directory, 'data'), ...more });

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'playground-'));
    playground = await start();
    state = await get('/api/state');
    chatId = state.chats[0]!.id;
    me = state.chats[0]!.memberIds[0]!;
  });
  afterEach(async () => {
    await playground.close();
    rmSync(directory, { recursive: true });
  });

  const call = (path: string, init?: RequestInit) => fetch(playground.url + path, init);
  const get = async <T>(path: string): Promise<T> => (await (await call(path)).json()) as T;
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    call(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const say = async (text: string): Promise<PlaygroundMessage> =>
    (await (await post(`/api/chats/${chatId}/messages`, { as: me, text })).json()) as PlaygroundMessage;
  const upload = (bytes: string, name: string, more: Record<string, string> = {}) => {
    const form = new FormData();
    form.set('as', me);
    for (const [key, value] of Object.entries(more)) form.set(key, value);
    form.set('file', new Blob([bytes]), name);
    return call(`/api/chats/${chatId}/files`, { method: 'POST', body: form });
  };

  it('begins with two groups of neutral members and a chat of everybody with the bot', () => {
    const groups = state.chats.filter((chat) => chat.type === 'group');
    const personal = state.chats.filter((chat) => chat.type === 'p2p');
    expect(groups.map((chat) => [chat.name, chat.memberIds.length])).toEqual([
      ['年度述职材料收集群', 15],
      ['机关党支部工作群', 9],
    ]);
    expect(personal.map((chat) => chat.personId).sort()).toEqual(
      state.members
        .filter((member) => !member.isBot)
        .map((member) => member.id)
        .sort(),
    );
    expect(state.botConnected).toBe(false);
  });

  it('takes text with mentions and answers', async () => {
    const first = await say(`@{${state.botId}} 截止 12月31日`);
    const answer = await post(`/api/chats/${chatId}/messages`, { as: me, text: '好', parentId: first.id });
    expect([first.content, ((await answer.json()) as PlaygroundMessage).parentId]).toEqual([
      { kind: 'text', text: '@_user_1 截止 12月31日', mentions: [{ key: '@_user_1', id: state.botId, name: '催稿' }] },
      first.id,
    ]);
  });

  it('takes files and gives them back as attachments only', async () => {
    const message = (await (await upload('<script>1</script>', '述职.html')).json()) as PlaygroundMessage;
    const { content } = message;
    if (content.kind !== 'file') throw new Error('not a file');
    const file = await call(`/api/files/${content.fileKey}`);
    expect(content).toEqual({ kind: 'file', fileKey: content.fileKey, name: '述职.html', size: 18 });
    expect([
      await file.text(),
      file.headers.get('content-type'),
      file.headers.get('content-disposition'),
      file.headers.get('x-content-type-options'),
    ]).toEqual([
      '<script>1</script>',
      'application/octet-stream',
      `attachment; filename*=UTF-8''${encodeURIComponent('述职.html')}`,
      'nosniff',
    ]);
  });

  it.each<[string, string]>([
    ['../../etc/passwd', 'passwd'],
    ['a\u202eb.docx', 'ab.docx'],
    ['..\\..\\x.docx', 'x.docx'],
  ])('shows of the file name %j only %j', async (given, shown) => {
    const message = (await (await upload('a', given)).json()) as PlaygroundMessage;
    expect(message.content).toMatchObject({ name: shown });
  });

  it.each<[string, number, string, () => Promise<Response>]>([
    [
      'an empty message',
      400,
      '请输入 1 到 20000 个字。',
      () => post(`/api/chats/${chatId}/messages`, { as: me, text: ' ' }),
    ],
    [
      'a message of somebody outside',
      403,
      '此人不在会话中。',
      () => post(`/api/chats/${chatId}/messages`, { as: 'ou_x', text: '好' }),
    ],
    [
      'an answer to nothing',
      400,
      '被回复的消息不存在。',
      () => post(`/api/chats/${chatId}/messages`, { as: me, text: '好', parentId: 'om_x' }),
    ],
    ['an empty file', 400, '文件是空的，请重新选择。', () => upload('', 'a.docx')],
    ['an unknown chat', 404, '没有这个会话。', () => call('/api/chats/oc_x/messages')],
    ['a path for a file key', 404, '没有这个文件。', () => call('/api/files/..%2Fjournal.jsonl')],
    [
      'a body that is no JSON',
      400,
      '请求不对，请刷新页面再试。',
      () =>
        call(`/api/chats/${chatId}/messages`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: '{',
        }),
    ],
    [
      'recalling a message of somebody else',
      403,
      '只能撤回自己的消息。',
      async () => post(`/api/messages/${(await say('好')).id}/recall`, { as: state.chats[0]!.memberIds[1] }),
    ],
    [
      'a page of another site',
      403,
      '请从本机的试用页面访问。',
      () => post(`/api/chats/${chatId}/messages`, { as: me, text: '好' }, { Origin: 'http://evil.example' }),
    ],
    ['an unknown address', 404, '没有这个地址。', () => call('/api/nothing')],
  ])('refuses %s', async (_name, status, error, request) => {
    const response = await request();
    expect([response.status, await response.json()]).toEqual([status, { error }]);
  });

  it('refuses files over the limit', async () => {
    await playground.close();
    playground = await start({ maxUploadBytes: 1024 * 1024 });
    const response = await upload('a'.repeat(1024 * 1024 + 1), 'a.docx');
    expect([response.status, await response.json()]).toEqual([413, { error: '文件超过 1 MB，不能上传。' }]);
  });

  it('outlives a file whose bytes are gone', async () => {
    const { content } = (await (await upload('a', 'a.docx')).json()) as PlaygroundMessage;
    if (content.kind !== 'file') throw new Error('not a file');
    rmSync(join(directory, 'data', 'files', content.fileKey));
    await expect(call(`/api/files/${content.fileKey}`).then((response) => response.text())).rejects.toThrow();
    expect(await get('/api/state')).toEqual(state);
  });

  it('recalls a message of one’s own', async () => {
    const message = await say('错了');
    await post(`/api/messages/${message.id}/recall`, { as: me });
    const [seen] = await get<PlaygroundMessage[]>(`/api/chats/${chatId}/messages`);
    expect(seen?.content).toEqual({ kind: 'recalled' });
  });

  it('passes clicks to the bot and its toast back', async () => {
    const connection = await sdkConnection(playground.emulator, {
      'card.action.trigger': () => ({ toast: { type: 'info', content: '好' } }),
    });
    const card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: '文' }] } };
    const { world, botId, clock } = playground.emulator;
    const fields = { chatId, senderId: botId, fromBot: true, type: 'interactive', content: JSON.stringify(card) };
    const message = world.addMessage({ ...fields, createdAt: clock.now() });
    const answer = await post(`/api/messages/${message.id}/action`, { as: me, tag: 'button', value: { action: 'x' } });
    expect(await answer.json()).toEqual({ toast: { type: 'info', content: '好' } });
    connection.close();
  });

  it('tells open pages what happens', async () => {
    const stream = await call('/api/events');
    const message = await say('你好');
    const events: PlaygroundEvent[] = [];
    let text = '';
    for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString();
      events.push(
        ...[...text.matchAll(/^data: (.*)\n\n/gm)].map((match) => JSON.parse(match[1] ?? '') as PlaygroundEvent),
      );
      if (events.length > 0) break;
    }
    expect(events).toEqual([{ type: 'message', message }]);
  });

  it('serves the page with a policy that lets nothing else in', async () => {
    writeFileSync(join(directory, 'page.html'), '');
    const page = await call('/');
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([
      503,
      expect.stringContaining("default-src 'self'"),
    ]);
  });

  it('keeps everything over a restart, the bot’s credentials too', async () => {
    await upload('报告', '报告.docx');
    const before = await get(`/api/chats/${chatId}/messages`);
    const { appId, appSecret } = playground;
    await playground.close();
    playground = await start();
    expect([await get('/api/state'), await get(`/api/chats/${chatId}/messages`)]).toEqual([state, before]);
    expect([playground.appId, playground.appSecret]).toEqual([appId, appSecret]);
  });

  it('brings the bot what it missed before the restart', async () => {
    await say('你好');
    await playground.close();
    playground = await start();
    const heard: unknown[] = [];
    const handler = (event: Record<string, unknown>) => void heard.push((event.message as { content: string }).content);
    const connection = await sdkConnection(playground.emulator, { 'im.message.receive_v1': handler });
    await playground.emulator.waitFor(() => heard.length > 0);
    expect(heard).toEqual(['{"text":"你好"}']);
    connection.close();
  });
});
