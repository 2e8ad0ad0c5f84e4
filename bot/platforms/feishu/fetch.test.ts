import { afterEach, describe, expect, it } from 'vitest';
import type { FileRef } from '../../../core/chat-event.ts';
import type { Fault } from '../../../playground/emulator/faults.ts';
import { type FeishuBench, type FeishuBenchOptions, openFeishuBench } from '../../../testing/benches/feishu.ts';

let bench: FeishuBench;
afterEach(() => bench.close());
const open = async (options: FeishuBenchOptions = {}): Promise<FeishuBench> => {
  bench = await openFeishuBench(options);
  return bench;
};
const upload = async (bytes: Uint8Array): Promise<FileRef> => {
  const { id } = bench.emulator.people.sendFile(bench.chatId, bench.members[0]?.id ?? '', { name: 'a.docx', bytes });
  const file = (await bench.platform.filesOf(id)).files[0];
  if (file === undefined) throw new Error('no file');
  return file;
};
const limits = { maxBytes: 1_000_000, timeoutMs: 10_000 };

describe('a download', () => {
  const bytes = Buffer.from('字'.repeat(20_000));

  it.each<[string, Fault]>([
    ['a lost token', { kind: 'token-revoked' }],
    ['a stale connection', { kind: 'response-lost' }],
    ['the gateway asking to wait', { kind: 'rate-limited', resetSeconds: 0 }],
  ])('arrives whole after %s', async (_name, fault) => {
    await open();
    const file = await upload(bytes);
    bench.emulator.fail('resource', fault);
    expect(Buffer.compare(await bench.platform.download(file, limits), bytes)).toBe(0);
  });

  it.each<[string, Fault, string, boolean]>([
    ['breaks off', { kind: 'truncate' }, 'unavailable', true],
    ['answers a refusal with HTTP 200', { kind: 'refuse', code: 234003, status: 200 }, 'download-refused', false],
    ['is forbidden in external groups', { kind: 'refuse', code: 234009 }, 'download-refused', false],
    ['is over the platform\u2019s limit', { kind: 'refuse', code: 234037 }, 'too-large', false],
    ['is for members only', { kind: 'refuse', code: 234004 }, 'not-allowed', false],
  ])('that %s is told', async (_name, fault, code, retryable) => {
    await open();
    const file = await upload(bytes);
    bench.emulator.fail('resource', fault, 10);
    await expect(bench.platform.download(file, limits)).rejects.toMatchObject({ code, retryable });
  });

  it('that drips is cut off in time', async () => {
    await open();
    const file = await upload(bytes);
    bench.emulator.fail('resource', { kind: 'slow', chunkBytes: 10, everyMs: 20 });
    const late = bench.platform.download(file, { ...limits, timeoutMs: 100 });
    await expect(late).rejects.toMatchObject({ code: 'unavailable', retryable: true });
  });

  it('that never begins is cut off in time', async () => {
    await open();
    const file = await upload(bytes);
    bench.emulator.fail('resource', { kind: 'hang' }, 10);
    const late = bench.platform.download(file, { ...limits, timeoutMs: 100 });
    await expect(late).rejects.toMatchObject({ code: 'unavailable', retryable: true });
  });

  it('asks for the file under the message that carries it, never by a name', async () => {
    await open();
    const file = await upload(bytes);
    await expect(bench.platform.download({ ...file, key: '../../members?x=' }, limits)).rejects.toMatchObject({
      code: 'download-refused',
    });
  });
});

describe('the members of a group', () => {
  const crowd = Array.from({ length: 230 }, (_, index) => `成员${index}`);
  it('are read page by page', async () => {
    await open();
    const chat = bench.emulator.addChat({ name: '大群', members: crowd });
    expect(await bench.platform.members(chat.id)).toEqual(chat.members.map(({ id, name }) => ({ id, name })));
  });

  it('are asked for again when a page is refused for the moment', async () => {
    await open();
    const chat = bench.emulator.addChat({ name: '大群', members: crowd });
    bench.emulator.fail('members', { kind: 'rate-limited', resetSeconds: 0 }, 1, 1);
    expect(await bench.platform.members(chat.id)).toHaveLength(230);
  });

  it('are never half a list', async () => {
    await open();
    const chat = bench.emulator.addChat({ name: '大群', members: crowd });
    bench.emulator.fail('members', { kind: 'refuse', code: 232011 }, 1, 1);
    await expect(bench.platform.members(chat.id)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
