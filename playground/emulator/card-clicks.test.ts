import { adaptDefault } from '@larksuiteoapi/node-sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, sdkClient, sdkConnection, sdkDispatcher } from '../../testing/emulators/feishu-sdk.ts';
import { listenForWebhooks } from '../../testing/emulators/webhook-listener.ts';
import { ManualClock } from './clock.ts';
import { FeishuEmulator } from './feishu-emulator.ts';

const card = (content: string) => ({ schema: '2.0', body: { elements: [{ tag: 'markdown', content }] } });
const press = { tag: 'button', value: { action: 'recheck' } };

type Answer = (event: Record<string, unknown>) => unknown;

describe.each(['websocket', 'webhook'] as const)('clicks over the %s', (mode) => {
  let clock: ManualClock;
  let emulator: FeishuEmulator;
  let client: ReturnType<typeof sdkClient>;
  let memberId: string;
  let chatId: string;
  let messageId: string;
  let heard: Record<string, unknown>[];
  let close: () => void | Promise<void>;
  let answer: Answer;

  beforeEach(async () => {
    clock = new ManualClock();
    emulator = await FeishuEmulator.start({ clock });
    client = sdkClient(emulator);
    const chat = emulator.addChat({ name: '收集群', members: ['成员甲'] });
    memberId = chat.members[0]!.id;
    chatId = chat.id;
    const sent = await client.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: chatId, msg_type: 'interactive', content: JSON.stringify(card('结果')) },
    });
    messageId = sent.data!.message_id!;
    heard = [];
    answer = () => undefined;
    const handlers = {
      'card.action.trigger': (event: Record<string, unknown>) => {
        heard.push(event);
        return answer(event);
      },
    };
    if (mode === 'websocket') {
      close = (await sdkConnection(emulator, handlers)).close;
    } else {
      const dispatcher = sdkDispatcher(handlers, { encryptKey: emulator.encryptKey });
      const listener = await listenForWebhooks(adaptDefault('/feishu/events', dispatcher));
      close = listener.close;
      emulator.pushTo({ url: listener.url, encryptKey: emulator.encryptKey });
    }
  });
  afterEach(async () => {
    await close();
    await emulator.close();
  });

  const shown = (): unknown => JSON.parse(emulator.world.messages.get(messageId)!.content);

  it('bring who, where and what, and show the toast', async () => {
    answer = () => ({ toast: { type: 'success', content: '已开始' } });
    const outcome = await emulator.userClicks(messageId, memberId, {
      tag: 'button',
      name: 'go',
      value: { action: 'set' },
      formValue: { when: '2026-12-31 18:00 +0800' },
    });
    expect(outcome).toEqual({ toast: { type: 'success', content: '已开始' } });
    expect(heard.map(({ operator, action, context, host }) => ({ operator, action, context, host }))).toEqual([
      {
        operator: {
          open_id: memberId,
          union_id: memberId.replace('ou_', 'on_'),
          user_id: null,
          tenant_key: emulator.world.app.tenantKey,
        },
        action: {
          tag: 'button',
          name: 'go',
          value: { action: 'set' },
          form_value: { when: '2026-12-31 18:00 +0800' },
          timezone: 'Asia/Shanghai',
        },
        context: { open_message_id: messageId, open_chat_id: chatId },
        host: 'im_message',
      },
    ]);
  });

  it('put the card of the answer in place of the old one', async () => {
    answer = () => ({ card: { type: 'raw', data: card('新') } });
    expect([await emulator.userClicks(messageId, memberId, press), shown()]).toEqual([{}, card('新')]);
  });

  it.each<[string, unknown]>([
    ['an unknown property', { toasts: {} }],
    ['an unknown toast', { toast: { type: 'loud', content: '好' } }],
    ['a card that is refused', { card: { type: 'raw', data: { ...card('新'), colour: 'red' } } }],
  ])('show an error and leave the card when the answer has %s', async (_name, given) => {
    answer = () => given;
    const outcome = await emulator.userClicks(messageId, memberId, press);
    expect([outcome.error, shown()]).toEqual([expect.stringContaining('200672'), card('结果')]);
  });

  it('wait three seconds for the answer and are not sent again', async () => {
    let begun: () => void = () => undefined;
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    answer = () => {
      begun();
      return new Promise(() => undefined);
    };
    const clicked = emulator.userClicks(messageId, memberId, press);
    await running;
    clock.advance(3000);
    const outcome = await clicked;
    clock.advance(24 * 3600 * 1000);
    expect([outcome, heard.length]).toEqual([{ error: '机器人没有应答，请稍后再试（no answer in time）' }, 1]);
  });

  it('give a token that changes the card twice within half an hour', async () => {
    await emulator.userClicks(messageId, memberId, press);
    await emulator.userClicks(messageId, memberId, press);
    const [first, second] = heard.map((event) => event.token as string);
    const update = (token: string | undefined, content: string) =>
      codeOf(
        client.request({
          method: 'POST',
          url: '/open-apis/interactive/v1/card/update',
          data: { token, card: card(content) },
        }),
      );
    const codes = [await update(first, '一'), await update(first, '二'), await update(first, '三')];
    clock.advance(30 * 60 * 1000 + 1);
    codes.push(await update(second, '四'), await update('c-other', '五'));
    expect([codes, shown()]).toEqual([[0, 0, 300040, 300030, 300020], card('二')]);
  });

  it('on a recalled card do nothing', async () => {
    await client.im.v1.message.delete({ path: { message_id: messageId } });
    expect([await emulator.userClicks(messageId, memberId, press), heard]).toEqual([{ error: '卡片已不存在' }, []]);
  });
});
