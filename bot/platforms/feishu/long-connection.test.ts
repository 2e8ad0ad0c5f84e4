import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../playground/emulator/faults.ts';
import { type FeishuBench, type FeishuBenchOptions, openFeishuBench } from '../../../testing/benches/feishu.ts';

let bench: FeishuBench;
afterEach(() => bench.close());
const open = async (options: FeishuBenchOptions = {}): Promise<FeishuBench> => {
  bench = await openFeishuBench(options);
  return bench;
};
const say = () => bench.emulator.people.sendText(bench.chatId, bench.members[0]?.id ?? '', '大家好').id;
const heard = async () => (await bench.received(1)).map(({ eventKey }) => eventKey);

describe('the long connection', () => {
  it.each<[string, Fault]>([
    ['wrong credentials', { kind: 'refuse', code: 514, status: 200 }],
    ['a busy system', { kind: 'refuse', code: 1, status: 200 }],
    ['too many connections', { kind: 'refuse', code: 1000040350, status: 200 }],
    ['a forbidden app', { kind: 'refuse', code: 403, status: 200 }],
  ])('starts again and again after %s', async (_name, fault) => {
    const { emulator, platform } = await open();
    emulator.fail('discovery', fault, 3);
    await platform.start();
    expect(platform.state()).toBe('connected');
    expect(emulator.calls.filter(({ route }) => route === 'discovery')).toHaveLength(4);
    const messageId = say();
    expect(await heard()).toEqual([messageId]);
  });

  it.each<[string, 'discovery' | 'upgrade', Fault]>([
    ['an answer without an address', 'discovery', { kind: 'no-data' }],
    ['an internal error', 'discovery', { kind: 'refuse', code: 1000040343, status: 200 }],
    ['a refused handshake', 'upgrade', { kind: 'handshake-refused', status: 403, code: 514 }],
  ])('does not wait minutes as the SDK does after %s', async (_name, route, fault) => {
    const { emulator, platform } = await open({
      config: { timing: { firstWait: 10, longestWait: 50, look: 20, deafAfter: 500 } },
      emulator: { clientConfig: { ReconnectInterval: 120, ReconnectNonce: 30 } },
    });
    emulator.fail(route, fault);
    await platform.start();
    expect(platform.state()).toBe('connected');
  });

  it('comes back after the platform closed it, and nothing is lost', async () => {
    const { emulator, platform } = await open();
    await platform.start();
    emulator.connections.disconnectAll();
    const messageId = say();
    expect(await heard()).toEqual([messageId]);
    expect(platform.state()).toBe('connected');
  });

  it('is failed while refused, so that health tells', async () => {
    const { emulator, platform } = await open();
    emulator.fail('discovery', { kind: 'refuse', code: 514, status: 200 }, 1_000_000);
    const starting = platform.start();
    await emulator.waitFor(() => emulator.calls.filter(({ route }) => route === 'discovery').length >= 3);
    expect(platform.state()).toBe('failed');
    await platform.stop();
    await starting;
    expect(platform.state()).toBe('disconnected');
  });

  it('takes an event that came in many frames', async () => {
    const { emulator, platform } = await open({ emulator: { partBytes: 100 } });
    await platform.start();
    const text = '很长的一段话'.repeat(500);
    emulator.people.sendText(bench.chatId, bench.members[0]?.id ?? '', text);
    expect(await bench.received(1)).toMatchObject([{ text }]);
  });

  it('refuses to start with a wrong secret, in words', async () => {
    const { platform } = await open({ config: { appSecret: 'wrong' } });
    await expect(platform.start()).rejects.toMatchObject({ code: 'configuration', message: /FEISHU_APP_SECRET/u });
  });

  it('logs neither secret, token nor connection ticket', async () => {
    const { emulator, platform, logged } = await open({ config: { timing: { call: 100, firstWait: 10, look: 20 } } });
    emulator.fail('discovery', { kind: 'refuse', code: 514, status: 200 });
    emulator.fail('token', { kind: 'hang' });
    await platform.start();
    emulator.connections.disconnectAll();
    const all = logged.join('\n');
    expect(all).not.toContain(emulator.appSecret);
    expect(all).not.toMatch(/ticket=(?!\[redacted\])|access_key=(?!\[redacted\])|t-[0-9a-z]{10}/u);
    expect(all).toContain('feishu-connection-refused');
  });
});

it('answers a click within a second even when the sink hangs', async () => {
  const { platform, emulator } = await open({ sink: () => new Promise(() => {}), config: { timing: { click: 50 } } });
  await platform.start();
  const { messageId } = await platform.send(
    { chatId: bench.chatId },
    { tone: 'info', title: 't', tags: [], blocks: [] },
    'k',
  );
  const { toast } = await emulator.userClicks(messageId, bench.members[0]?.id ?? '', {
    tag: 'button',
    value: { action: 'recheck' },
  });
  expect(toast).toEqual({ type: 'error', content: expect.stringContaining('再点一次') });
});
