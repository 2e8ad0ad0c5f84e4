import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, sdkClient } from '../../../testing/emulators/feishu-sdk.ts';
import { ManualClock } from '../clock.ts';
import { FeishuEmulator } from '../feishu-emulator.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const card = (content = '已收到'): string =>
  JSON.stringify({ schema: '2.0', body: { elements: [{ tag: 'markdown', content }] } });
const text = (words: string): string => JSON.stringify({ text: words });

describe('messages through the official SDK', () => {
  let clock: ManualClock;
  let emulator: FeishuEmulator;
  let client: ReturnType<typeof sdkClient>;
  let chatId: string;
  let memberId: string;
  let fileMessage: string;

  beforeEach(async () => {
    clock = new ManualClock();
    emulator = await FeishuEmulator.start({ clock });
    client = sdkClient(emulator);
    const chat = emulator.addChat({ name: '收集群', members: ['成员甲', '成员乙'] });
    chatId = chat.id;
    memberId = chat.members[0]!.id;
    fileMessage = emulator.people.sendFile(chatId, memberId, { name: '报告.docx', bytes: Buffer.from('报告') }).id;
  });
  afterEach(() => emulator.close());

  const send = (
    data: { msg_type: string; content: string; uuid?: string },
    to = chatId,
    type: 'chat_id' | 'open_id' = 'chat_id',
  ) => client.im.v1.message.create({ params: { receive_id_type: type }, data: { receive_id: to, ...data } });
  const reply = (content: string, uuid?: string) =>
    client.im.v1.message.reply({
      path: { message_id: fileMessage },
      data: { msg_type: 'interactive', content, ...(uuid ? { uuid } : {}) },
    });
  const patch = (messageId: string, content: string) =>
    client.im.v1.message.patch({ path: { message_id: messageId }, data: { content } });
  const sentCard = async (): Promise<string> => (await reply(card())).data!.message_id!;

  it('are answered with the whole message', async () => {
    const answer = await reply(card());
    expect(answer).toEqual({
      code: 0,
      msg: 'success',
      data: {
        message_id: expect.stringMatching(/^om_[0-9a-f]{32}$/),
        root_id: fileMessage,
        parent_id: fileMessage,
        msg_type: 'interactive',
        create_time: String(clock.now()),
        update_time: String(clock.now()),
        deleted: false,
        updated: false,
        chat_id: chatId,
        sender: { id: emulator.appId, id_type: 'app_id', sender_type: 'app', tenant_key: emulator.world.app.tenantKey },
        body: { content: card() },
      },
    });
  });

  it('keep mentions apart from the text', async () => {
    const answer = await send({
      msg_type: 'text',
      content: text(`请 <at user_id="${memberId}">谁</at> 交稿 <at user_id="all"></at>`),
    });
    expect([answer.data?.body, answer.data?.mentions]).toEqual([
      { content: text('请 @_user_1 交稿 @_all') },
      [{ key: '@_user_1', id: memberId, id_type: 'open_id', name: '成员甲', tenant_key: emulator.world.app.tenantKey }],
    ]);
  });

  it('reach a person by open id in the chat with the bot, which need not have been used before', async () => {
    await send({ msg_type: 'text', content: text('你好') }, memberId, 'open_id');
    const personal = emulator.membership.p2pChat(memberId);
    expect(emulator.messages(personal.id).map((message) => message.content)).toEqual([text('你好')]);
  });

  it('are sent once per uuid within an hour', async () => {
    const first = await reply(card(), 'once');
    clock.advance(hour - 1);
    const second = await reply(card('别的'), 'once');
    clock.advance(1);
    const third = await reply(card(), 'once');
    const ids = [first, second, third].map((answer) => answer.data?.message_id);
    expect([ids[1] === ids[0], ids[2] === ids[0], emulator.messages(chatId).length]).toEqual([true, false, 3]);
  });

  const words = (bytes: number): string => text('a'.repeat(bytes - text('').length));
  it.each<[string, number, () => Promise<unknown>]>([
    ['text of 150 KB is taken', 0, () => send({ msg_type: 'text', content: words(150_000) })],
    ['longer text is too long', 230025, () => send({ msg_type: 'text', content: words(150_001) })],
    ['a card of 30 KB is taken', 0, () => reply(card('a'.repeat(30_000 - card('').length)))],
    ['a larger card is too long', 230025, () => reply(card('a'.repeat(30_001 - card('').length)))],
    [
      'a card with an unknown property is refused',
      230099,
      () => reply('{"schema":"2.0","colour":"red","body":{"elements":[]}}'),
    ],
    ['content that is no JSON is refused', 230001, () => reply('{')],
    ['text without text is refused', 230001, () => send({ msg_type: 'text', content: '{}' })],
    ['an unknown message type is refused', 230001, () => send({ msg_type: 'hologram', content: '{}' })],
    ['an unknown chat is refused', 230034, () => send({ msg_type: 'text', content: text('好') }, 'oc_unknown')],
    [
      'a person outside the tenant is refused',
      230013,
      () => send({ msg_type: 'text', content: text('好') }, 'ou_unknown', 'open_id'),
    ],
    ['a uuid of 51 characters is refused', 230001, () => reply(card(), 'x'.repeat(51))],
    [
      'a file somebody else uploaded is refused',
      230017,
      () => send({ msg_type: 'file', content: emulator.messages(chatId)[0]!.content }),
    ],
    [
      'mentioning somebody outside the chat is refused',
      230001,
      () => send({ msg_type: 'text', content: text('<at user_id="ou_x">某</at>') }),
    ],
  ])('%s', async (_name, code, call) => {
    expect(await codeOf(call())).toBe(code);
  });

  it.each<[string, number, () => void]>([
    ['a chat the bot has left', 230002, () => emulator.membership.removeBot(chatId, memberId)],
    ['a message that was recalled', 230011, () => emulator.people.recall(fileMessage)],
  ])('are refused in answer to %s', async (_name, code, act) => {
    act();
    expect(await codeOf(reply(card()))).toBe(code);
  });

  it('come five a second to a chat at most, replies counted', async () => {
    const codes = await Promise.all(Array.from({ length: 4 }, () => codeOf(reply(card()))));
    codes.push(await codeOf(send({ msg_type: 'text', content: text('五') })), await codeOf(reply(card())));
    clock.advance(1000);
    codes.push(await codeOf(reply(card())));
    expect(codes).toEqual([0, 0, 0, 0, 0, 230020, 0]);
  });

  it('are changed in place', async () => {
    const id = await sentCard();
    expect(await patch(id, card('结果'))).toEqual({ code: 0, msg: 'success', data: {} });
    const seen = await client.im.v1.message.get({ path: { message_id: id } });
    expect(seen.data?.items?.map((item) => [item.updated, item.body?.content])).toEqual([[true, card('结果')]]);
  });

  it('are changed five times a second at most', async () => {
    const id = await sentCard();
    const codes: (number | string)[] = [];
    for (let count = 0; count < 6; count += 1) codes.push(await codeOf(patch(id, card(String(count)))));
    expect(codes).toEqual([0, 0, 0, 0, 0, 230020]);
  });

  it.each<[string, number, (id: string) => Promise<unknown>]>([
    ['by another card that is refused', 230099, (id) => patch(id, '{"schema":"2.0"}')],
    ['by a card that is too large', 230025, (id) => patch(id, card('a'.repeat(30_000)))],
    ['when another sent them', 230001, () => patch(fileMessage, card())],
    ['when they do not exist', 231003, () => patch('om_unknown', card())],
    [
      'after 14 days',
      230031,
      (id) => {
        clock.advance(14 * day + 1);
        return sdkClient(emulator).im.v1.message.patch({ path: { message_id: id }, data: { content: card() } });
      },
    ],
    [
      'after the bot recalled them',
      230110,
      async (id) => {
        await client.im.v1.message.delete({ path: { message_id: id } });
        return patch(id, card());
      },
    ],
  ])('cannot be changed %s', async (_name, code, change) => {
    expect(await codeOf(change(await sentCard()))).toBe(code);
  });

  it.each([
    ['电话13800001234', 230028],
    ['电话0791-88880000', 230028],
    ['邮箱zuzhi@example.com', 230028],
    ['共1380000123456元', 0],
  ])('with contacts are refused by tenants that guard them: %s', async (words, code) => {
    const guarded = await FeishuEmulator.start({ refusesContacts: true });
    const chat = guarded.addChat({ name: '收集群', members: ['成员甲'] });
    const data = { receive_id: chat.id, msg_type: 'interactive', content: card(words) };
    expect(
      await codeOf(sdkClient(guarded).im.v1.message.create({ params: { receive_id_type: 'chat_id' }, data })),
    ).toBe(code);
    await guarded.close();
  });

  it('of one API are limited to fifty calls a second', async () => {
    const get = () => codeOf(client.im.v1.message.get({ path: { message_id: fileMessage } }));
    const codes: (number | string)[] = [];
    for (let count = 0; count < 51; count += 1) codes.push(await get());
    clock.advance(1000);
    codes.push(await get());
    expect(codes).toEqual([...Array.from({ length: 50 }, () => 0), 99991400, 0]);
  });

  it('of a group are told one by one, but not as a list, without the scope for all its messages', async () => {
    const narrow = await FeishuEmulator.start({ allGroupMessages: false });
    const its = sdkClient(narrow);
    const chat = narrow.addChat({ name: '收集群', members: ['成员甲'] });
    const said = narrow.people.sendText(chat.id, chat.members[0]!.id, '好');
    const one = its.im.v1.message.get({ path: { message_id: said.id } });
    const all = its.im.v1.message.list({ params: { container_id_type: 'chat', container_id: chat.id } });
    expect([await codeOf(one), await codeOf(all)]).toEqual([0, 230027]);
    await narrow.close();
  });

  it('of people cannot be recalled by the bot', async () => {
    expect(await codeOf(client.im.v1.message.delete({ path: { message_id: fileMessage } }))).toBe(230026);
  });

  it('with text are edited in place', async () => {
    const sent = await send({ msg_type: 'text', content: text('旧') });
    const edited = await client.im.v1.message.update({
      path: { message_id: sent.data!.message_id! },
      data: { msg_type: 'text', content: text('新') },
    });
    expect([edited.data?.updated, edited.data?.body?.content]).toEqual([true, text('新')]);
  });

  it('are listed by time and page', async () => {
    await reply(card('一'));
    clock.advance(2000);
    await reply(card('二'));
    const list = (more: object) =>
      client.im.v1.message.list({ params: { container_id_type: 'chat', container_id: chatId, ...more } });
    const seconds = String(Math.floor(clock.now() / 1000));
    const late = await list({ start_time: seconds });
    const firstPage = await list({ page_size: 2, sort_type: 'ByCreateTimeDesc' });
    const lastPage = await list({
      page_size: 2,
      sort_type: 'ByCreateTimeDesc',
      page_token: firstPage.data!.page_token!,
    });
    const contents = [late, firstPage, lastPage].map((answer) => answer.data?.items?.map((item) => item.body?.content));
    expect(contents).toEqual([[card('二')], [card('二'), card('一')], [emulator.messages(chatId)[0]!.content]]);
    expect([firstPage.data?.has_more, lastPage.data?.has_more]).toEqual([true, false]);
  });
});
