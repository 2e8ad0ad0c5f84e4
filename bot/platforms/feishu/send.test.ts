import { afterEach, describe, expect, it } from 'vitest';
import { type ReplyInput, replySchema } from '../../../core/reply.ts';
import type { Fault } from '../../../playground/emulator/faults.ts';
import { type FeishuBench, type FeishuBenchOptions, openFeishuBench } from '../../../testing/benches/feishu.ts';
import { uuidOf } from './send.ts';

let bench: FeishuBench;
afterEach(() => bench.close());
const open = async (options: FeishuBenchOptions = {}): Promise<FeishuBench> => {
  bench = await openFeishuBench(options);
  return bench;
};
const reply = (text = '内容', more: Partial<ReplyInput> = {}) =>
  replySchema.parse({ tone: 'info', title: '结果', blocks: [{ kind: 'text', text: [text] }], ...more });
const sent = () => bench.emulator.messages(bench.chatId).filter((message) => message.fromBot);
const calls = (route: string) => bench.emulator.calls.filter((call) => call.route === route);
const sendOne = (given = reply(), key = 'k') => bench.platform.send({ chatId: bench.chatId }, given, key);

describe('tokens', () => {
  it('are asked for once by ten calls at the same time', async () => {
    await open();
    await Promise.all(Array.from({ length: 10 }, () => bench.platform.chatInfo(bench.chatId)));
    expect(calls('token')).toHaveLength(1);
  });

  it('are renewed when the platform forgets them', async () => {
    await open();
    await sendOne();
    bench.emulator.revokeTokens();
    await sendOne(reply(), 'other');
    expect(sent()).toHaveLength(2);
    expect(calls('token')).toHaveLength(2);
  });
});

describe('sending', () => {
  it('derives a key of at most fifty characters', () => {
    expect(uuidOf('回复'.repeat(500))).toMatch(/^[0-9a-f]{48}$/u);
    expect(uuidOf('a')).not.toBe(uuidOf('b'));
  });

  it.each<[string, Fault]>([
    ['the answer is lost', { kind: 'response-lost' }],
    ['too many messages', { kind: 'refuse', code: 230020 }],
    ['the message is being sent', { kind: 'refuse', code: 230049 }],
    ['the gateway asks to wait', { kind: 'rate-limited', resetSeconds: 0 }],
    ['a code comes with HTTP 200', { kind: 'refuse', code: 230020, status: 200 }],
    ['the token is revoked', { kind: 'token-revoked' }],
  ])('makes one message although %s', async (_name, fault) => {
    await open();
    bench.emulator.fail('send', fault);
    const { messageId } = await sendOne();
    expect(sent().map(({ id }) => id)).toEqual([messageId]);
  });

  it('gives up when the platform never answers, and says it may be tried again', async () => {
    await open({ config: { timing: { call: 30 } } });
    bench.emulator.fail('send', { kind: 'hang' }, 100);
    await expect(sendOne()).rejects.toMatchObject({ code: 'unavailable', retryable: true });
  });

  it('tells how long the platform asks to wait', async () => {
    await open();
    bench.emulator.fail('send', { kind: 'rate-limited', resetSeconds: 60 });
    await expect(sendOne()).rejects.toMatchObject({ code: 'rate-limited', retryable: true, retryAfter: 60_000 });
  });

  it('keeps to five messages a second in a chat', async () => {
    await open();
    await Promise.all(Array.from({ length: 7 }, (_, i) => sendOne(reply(), `k${i}`)));
    expect(calls('send').map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(sent()).toHaveLength(7);
  });

  it('reaches a member in private', async () => {
    await open();
    const memberId = bench.members[1]?.id ?? '';
    const { id } = bench.emulator.membership.p2pChat(memberId);
    const { messageId } = await bench.platform.send({ chatId: bench.chatId, memberId }, reply(), 'k');
    expect(bench.emulator.messages(id).map((message) => message.id)).toEqual([messageId]);
  });

  it('refuses empty and oversize files before uploading', async () => {
    await open();
    const send = (bytes: Uint8Array) =>
      bench.platform.sendFile({ chatId: bench.chatId }, { name: 'a.docx', bytes }, 'k');
    await expect(send(new Uint8Array())).rejects.toMatchObject({ code: 'bad-request' });
    await expect(send(new Uint8Array(31 * 1024 * 1024))).rejects.toMatchObject({ code: 'too-large' });
    expect(calls('upload-file')).toEqual([]);
  });
});

describe('a refused reply is never silence:', () => {
  const withPhone = reply('联系电话13812345678', {
    blocks: [
      { kind: 'text', text: ['联系电话13812345678'] },
      { kind: 'actions', actions: [{ id: 'a', label: '查看全部' }] },
    ],
  });
  const codes = (route: string) => calls(route).map(({ code }) => code);

  it('numbers are masked when the data policy refuses them, and the card stays whole', async () => {
    await open();
    bench.emulator.fail('send', { kind: 'refuse', code: 230028 });
    await sendOne(withPhone);
    expect(sent()).toHaveLength(1);
    expect(sent()[0]?.content).toContain('联系电话138&#42;&#42;&#42;&#42;5678');
    expect(sent()[0]?.content).toContain('查看全部');
  });

  it.each([230099, 230025])('a simpler card follows %i', async (code) => {
    await open();
    bench.emulator.fail('send', { kind: 'refuse', code });
    await sendOne(withPhone);
    expect(sent()).toMatchObject([{ type: 'interactive' }]);
    expect(sent()[0]?.content).toContain('13812345678');
    expect(sent()[0]?.content).not.toContain('查看全部');
  });

  it('words follow when no card passes', async () => {
    await open();
    bench.emulator.fail('send', { kind: 'refuse', code: 230099 }, 3);
    await sendOne(withPhone);
    expect(sent()).toMatchObject([{ type: 'text', content: JSON.stringify({ text: '结果\n联系电话13812345678' }) }]);
  });

  it('a notice follows when the words are refused too', async () => {
    await open();
    bench.emulator.fail('send', { kind: 'refuse', code: 230022 }, 4);
    await sendOne(withPhone);
    expect(sent()[0]?.content).toContain('安全策略');
    expect(codes('send')).toEqual([230022, 230022, 230022, 230022, 0]);
  });

  it('an edited card becomes simpler as well', async () => {
    await open();
    const { messageId } = await sendOne();
    bench.emulator.fail('patch', { kind: 'refuse', code: 230099 }, 2);
    await bench.platform.edit(messageId, withPhone);
    expect(sent()[0]?.content).toContain('13812345678');
  });

  it('somebody who left is no longer mentioned, the others are', async () => {
    await open();
    const mentions = [{ mention: 'ou_left' }, { mention: bench.members[0]?.id ?? '' }];
    await sendOne(reply('', { blocks: [{ kind: 'text', text: [...mentions, '请补交'] }, { kind: 'divider' }] }));
    expect(sent()[0]?.content).toContain(`<at id=${bench.members[0]?.id}></at>请补交`);
    expect(sent()[0]?.content).toContain('"hr"');
    expect(sent()[0]?.content).not.toContain('ou_left');
  });

  it('but what no other form can mend is told', async () => {
    await open();
    bench.emulator.fail('send', { kind: 'refuse', code: 230018 });
    await expect(sendOne()).rejects.toMatchObject({ code: 'not-allowed', retryable: false });
    expect(calls('send')).toHaveLength(1);
  });
});

it('says that an old card cannot be edited', async () => {
  await open();
  const { messageId } = await sendOne();
  bench.emulator.fail('patch', { kind: 'refuse', code: 230031 });
  await expect(bench.platform.edit(messageId, reply())).rejects.toMatchObject({ code: 'edit-unsupported' });
});
