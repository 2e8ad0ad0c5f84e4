import { afterEach, describe, expect, it } from 'vitest';
import { openSdkConnection, type SdkConnection, sdkConnection } from '../../../testing/emulators/feishu-sdk.ts';
import { ManualClock } from '../clock.ts';
import type { EmulatorOptions } from '../emulator-options.ts';
import type { Fault, RouteName } from '../faults.ts';
import { FeishuEmulator } from '../feishu-emulator.ts';

const second = 1000;

describe('the long connection of the official SDK', () => {
  const opened: SdkConnection[] = [];
  let emulator: FeishuEmulator;
  let chatId: string;
  let memberId: string;

  async function start(options: EmulatorOptions = {}): Promise<void> {
    emulator = await FeishuEmulator.start(options);
    const chat = emulator.addChat({ name: '收集群', members: ['成员甲'] });
    chatId = chat.id;
    memberId = chat.members[0]!.id;
  }
  async function connect(handler: (text: string) => unknown, type = 'im.message.receive_v1'): Promise<void> {
    const handlers = {
      [type]: (event: Record<string, unknown>) =>
        handler((event.message as { content?: string } | undefined)?.content ?? JSON.stringify(event)),
    };
    opened.push(await sdkConnection(emulator, handlers));
  }
  const say = (text: string): void => void emulator.people.sendText(chatId, memberId, text);
  const outcomes = () => emulator.deliveries.map(({ attempt, outcome, reason }) => [attempt, outcome, reason]);
  const tries = (count: number) => emulator.waitFor(() => emulator.deliveries.length >= count);

  afterEach(async () => {
    for (const connection of opened.splice(0)) connection.close();
    await emulator.close();
  });

  it('brings events and takes acknowledgements', async () => {
    await start();
    const heard: string[] = [];
    await connect((content) => void heard.push(content));
    say('你好');
    await tries(1);
    expect([heard, outcomes()]).toEqual([['{"text":"你好"}'], [[1, 'acknowledged', null]]]);
  });

  it('carries a long event in several parts', async () => {
    await start({ partBytes: 400 });
    const heard: string[] = [];
    await connect((content) => void heard.push(content));
    say('长'.repeat(1000));
    await tries(1);
    expect(heard).toEqual([JSON.stringify({ text: '长'.repeat(1000) })]);
  });

  it('pushes again after 15 s, 5 min, 1 h and 6 h when the handler fails, then no more', async () => {
    const clock = new ManualClock();
    await start({ clock });
    await connect(() => {
      throw new Error('not stored');
    });
    const began = clock.now();
    say('你好');
    await tries(1);
    for (const [index, wait] of [15, 300, 3600, 21_600].entries()) {
      clock.advance(wait * second - 1);
      expect(emulator.deliveries.length).toBe(index + 1);
      clock.advance(1);
      await tries(index + 2);
    }
    clock.advance(7 * 24 * 3600 * second);
    const times = emulator.deliveries.map(({ at }) => (at - began) / second);
    expect(times).toEqual([0, 15, 315, 3915, 25_515]);
    expect(new Set(emulator.deliveries.map(({ eventId, reason }) => `${eventId} ${reason}`)).size).toBe(1);
  });

  it('gives a handler three seconds', async () => {
    const clock = new ManualClock();
    await start({ clock });
    let handled = 0;
    let begun: () => void = () => undefined;
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    await connect(() => {
      handled += 1;
      begun();
      return handled === 1 ? new Promise(() => undefined) : undefined;
    });
    say('你好');
    await running;
    clock.advance(3 * second);
    await tries(1);
    clock.advance(15 * second);
    await tries(2);
    expect(outcomes()).toEqual([
      [1, 'failed', 'no answer in time'],
      [2, 'acknowledged', null],
    ]);
  });

  it('gives each event to one of several clients', async () => {
    const order = [0.1, 0.9, 0.4];
    await start({ random: () => order.shift() ?? 0 });
    const heard: string[] = [];
    await connect((content) => void heard.push(`一${content}`));
    await connect((content) => void heard.push(`二${content}`));
    for (const [index, text] of ['a', 'b', 'c'].entries()) {
      say(text);
      await tries(index + 1);
    }
    expect(heard).toEqual(['一{"text":"a"}', '二{"text":"b"}', '一{"text":"c"}']);
  });

  it('keeps events while nobody is connected and brings them in order', async () => {
    await start();
    say('一');
    say('二');
    const heard: string[] = [];
    await connect((content) => void heard.push(content));
    await tries(2);
    expect([heard, outcomes()]).toEqual([
      ['{"text":"一"}', '{"text":"二"}'],
      [
        [1, 'acknowledged', null],
        [1, 'acknowledged', null],
      ],
    ]);
  });

  it('is opened again by the client after the server closed it, and takes up what was in the air', async () => {
    await start();
    const heard: string[] = [];
    let first = true;
    await connect((content) => {
      heard.push(content);
      if (!first) return undefined;
      first = false;
      emulator.connections.disconnectAll();
      return new Promise(() => undefined);
    });
    say('你好');
    await emulator.waitFor(() => emulator.deliveries.some(({ outcome }) => outcome === 'acknowledged'));
    expect([heard, outcomes()]).toEqual([
      ['{"text":"你好"}', '{"text":"你好"}'],
      [
        [1, 'failed', 'connection closed'],
        [2, 'acknowledged', null],
      ],
    ]);
  });

  it('brings an event again on request, several times at once', async () => {
    await start();
    const heard: string[] = [];
    await connect((content) => void heard.push(content));
    say('你好');
    await tries(1);
    const answers = await emulator.deliverAgain(emulator.deliveries[0]!.eventId, 4);
    expect([heard.length, answers.map(({ outcome }) => outcome)]).toEqual([5, Array(4).fill('acknowledged')]);
  });

  it.each<[string, string, (chatId: string, memberId: string) => void]>([
    [
      'a recall',
      'im.message.recalled_v1',
      () => emulator.people.recall(emulator.people.sendText(chatId, memberId, '错了').id),
    ],
    [
      'somebody joining',
      'im.chat.member.user.added_v1',
      () => emulator.membership.join(chatId, emulator.membership.addMember('成员乙').id),
    ],
    ['somebody leaving', 'im.chat.member.user.deleted_v1', () => emulator.membership.leave(chatId, memberId)],
    ['the bot added', 'im.chat.member.bot.added_v1', () => emulator.membership.addBot(chatId, memberId)],
    ['the bot removed', 'im.chat.member.bot.deleted_v1', () => emulator.membership.removeBot(chatId, memberId)],
  ])('tells of %s', async (_name, type, act) => {
    await start();
    const heard: string[] = [];
    await connect((content) => void heard.push(content), type);
    act(chatId, memberId);
    await emulator.waitFor(() => emulator.deliveries.some(({ eventType }) => eventType === type));
    expect(heard.map((content) => (JSON.parse(content) as { chat_id: string }).chat_id)).toEqual([chatId]);
  });

  it('brings only what mentions the bot when it may not read the whole group', async () => {
    await start({ allGroupMessages: false });
    const heard: string[] = [];
    await connect((content) => void heard.push(content));
    say('闲谈');
    emulator.people.sendFile(chatId, memberId, { name: 'a.docx', bytes: Buffer.from('a') });
    say(`@{${emulator.botId}} 检查`);
    await tries(1);
    expect(heard).toEqual(['{"text":"@_user_1 检查"}']);
  });

  it.each<[string, RouteName, Fault]>([
    ['a wrong secret', 'discovery', { kind: 'refuse', status: 200, code: 514 }],
    ['system busy', 'discovery', { kind: 'refuse', status: 200, code: 1 }],
    ['too many connections', 'discovery', { kind: 'refuse', status: 200, code: 1000040350 }],
  ])('is given up by the client after %s', async (_name, route, fault) => {
    await start();
    emulator.fail(route, fault);
    const connection = openSdkConnection(emulator, {});
    opened.push(connection);
    await expect.poll(() => connection.client.getConnectionStatus().state).toBe('failed');
    expect(connection.failures.length).toBe(1);
  });

  it('is refused a client with a wrong secret', async () => {
    await start();
    const connection = openSdkConnection(emulator, {}, 'wrong');
    opened.push(connection);
    await expect
      .poll(() => connection.failures.map((failure) => failure.message))
      .toEqual(['pullConnectConfig failed: code=514, msg=app_id or app_secret is invalid']);
  });

  it('answers pings with the client configuration', async () => {
    await start({ clientConfig: { PingInterval: 77 } });
    await connect(() => undefined);
    const pinged = opened[0]!.client as unknown as { wsConfig: { getWS(key: string): number } };
    await expect.poll(() => pinged.wsConfig.getWS('pingInterval')).toBe(77_000);
  });
});
