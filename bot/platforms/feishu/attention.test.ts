import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FeishuBench, openFeishuBench } from '../../../testing/benches/feishu.ts';

let bench: FeishuBench;
beforeEach(async () => {
  bench = await openFeishuBench();
});
afterEach(() => bench.close());

const card = { tone: 'info' as const, title: '收稿进度', tags: [], blocks: [] };
const send = async (key: string) => (await bench.platform.send({ chatId: bench.chatId }, card, key)).messageId;
const topOf = () => bench.emulator.world.chats.get(bench.chatId)?.topNotice;

it('shows the newest message on top of the chat', async () => {
  const [first, second] = [await send('1'), await send('2')];
  await bench.platform.attention?.showOnTop(bench.chatId, first);
  await bench.platform.attention?.showOnTop(bench.chatId, second);
  expect(topOf()).toBe(second);
});

it('pins the message where the group does not let the bot set a notice', async () => {
  const messageId = await send('1');
  bench.emulator.fail('top-notice', { kind: 'refuse', code: 232017 }, 5);
  await bench.platform.attention?.showOnTop(bench.chatId, messageId);
  expect([topOf(), bench.emulator.world.messages.get(messageId)?.pinned]).toEqual([null, true]);
});

it('buzzes members and tells whom it did not reach', async () => {
  const messageId = await send('1');
  const [member] = bench.members;
  expect(await bench.platform.attention?.buzz(messageId, [member?.id ?? '', 'ou_stranger'])).toEqual(['ou_stranger']);
  expect(await bench.platform.attention?.buzz(messageId, [])).toEqual([]);
});
