import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, sdkClient } from '../../../testing/emulators/feishu-sdk.ts';
import { FeishuEmulator } from '../feishu-emulator.ts';

const card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: '只给您看' }] } };

describe('signs on messages through the official SDK', () => {
  let emulator: FeishuEmulator;
  let client: ReturnType<typeof sdkClient>;
  let chatId: string;
  let memberId: string;
  let theirs: string;
  let own: string;

  beforeEach(async () => {
    emulator = await FeishuEmulator.start();
    client = sdkClient(emulator);
    const chat = emulator.addChat({ name: '收集群', members: ['成员甲'] });
    chatId = chat.id;
    memberId = chat.members[0]!.id;
    theirs = emulator.people.sendText(chatId, memberId, '在吗').id;
    const sent = await client.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: chatId, msg_type: 'text', content: JSON.stringify({ text: '请交稿' }) },
    });
    own = sent.data!.message_id!;
  });
  afterEach(() => emulator.close());

  const react = (emoji: string, messageId = theirs) =>
    client.im.v1.messageReaction.create({
      path: { message_id: messageId },
      data: { reaction_type: { emoji_type: emoji } },
    });
  const emojis = (): string[] => emulator.world.messages.get(theirs)!.reactions.map((reaction) => reaction.emoji);

  it('reactions come once and go', async () => {
    const first = await react('OnIt');
    const again = await react('OnIt');
    expect([emojis(), again.data?.reaction_id === first.data?.reaction_id]).toEqual([['OnIt'], true]);
    await client.im.v1.messageReaction.delete({ path: { message_id: theirs, reaction_id: first.data!.reaction_id! } });
    expect(emojis()).toEqual([]);
  });

  it('reactions are listed with who made them', async () => {
    await react('DONE');
    const { data } = await client.im.v1.messageReaction.list({ path: { message_id: theirs }, params: {} });
    expect(data?.items?.map((item) => [item.operator?.operator_id, item.reaction_type?.emoji_type])).toEqual([
      [emulator.appId, 'DONE'],
    ]);
  });

  it('buzzing names those who are not in the chat', async () => {
    const answer = await client.im.v1.message.urgentApp({
      path: { message_id: own },
      params: { user_id_type: 'open_id' },
      data: { user_id_list: [memberId, 'ou_gone'] },
    });
    expect(answer.data).toEqual({ invalid_user_id_list: ['ou_gone'] });
  });

  it('pins are set, listed and taken away', async () => {
    await client.im.v1.pin.create({ data: { message_id: own } });
    const listed = await client.im.v1.pin.list({ params: { chat_id: chatId } });
    await client.im.v1.pin.delete({ path: { message_id: own } });
    const after = await client.im.v1.pin.list({ params: { chat_id: chatId } });
    expect([listed.data?.items?.map((item) => item.message_id), after.data?.items]).toEqual([[own], []]);
  });

  it('a notice stands on top of the chat until it is removed', async () => {
    await client.im.v1.chatTopNotice.putTopNotice({
      path: { chat_id: chatId },
      data: { chat_top_notice: [{ action_type: '1', message_id: own }] },
    });
    const shown = emulator.world.chats.get(chatId)?.topNotice;
    await client.im.v1.chatTopNotice.deleteTopNotice({ path: { chat_id: chatId } });
    expect([shown, emulator.world.chats.get(chatId)?.topNotice]).toEqual([own, null]);
  });

  it('a card for one person is shown to that person until it is deleted', async () => {
    const data = { chat_id: chatId, open_id: memberId, msg_type: 'interactive', card };
    const sent = (await client.request({ method: 'POST', url: '/open-apis/ephemeral/v1/send', data })) as {
      data: { message_id: string };
    };
    const message = () => emulator.world.messages.get(sent.data.message_id);
    expect([message()?.onlyFor, message()?.recalled]).toEqual([memberId, false]);
    const changed = { path: sent.data, data: { content: JSON.stringify(card) } };
    expect(await codeOf(client.im.v1.message.patch(changed))).toBe(230001);
    await client.request({ method: 'POST', url: '/open-apis/ephemeral/v1/delete', data: sent.data });
    expect(message()?.recalled).toBe(true);
  });

  it.each<[string, number, () => Promise<unknown>]>([
    ['a reaction of an unknown form', 231001, () => react('an emoji')],
    ['a reaction to an unknown message', 231003, () => react('OnIt', 'om_unknown')],
    [
      'a reaction to a recalled message',
      231003,
      () => {
        emulator.people.recall(theirs);
        return react('OnIt');
      },
    ],
    [
      'a reaction in a chat the bot has left',
      231002,
      () => {
        emulator.membership.removeBot(chatId, memberId);
        return react('OnIt');
      },
    ],
    [
      'removing a reaction of somebody else',
      231007,
      () => client.im.v1.messageReaction.delete({ path: { message_id: theirs, reaction_id: 'x' } }),
    ],
    [
      'buzzing nobody who is in the chat',
      230001,
      () =>
        client.im.v1.message.urgentApp({
          path: { message_id: own },
          params: { user_id_type: 'open_id' },
          data: { user_id_list: ['ou_gone'] },
        }),
    ],
    [
      'buzzing about a message of somebody else',
      230012,
      () =>
        client.im.v1.message.urgentApp({
          path: { message_id: theirs },
          params: { user_id_type: 'open_id' },
          data: { user_id_list: [memberId] },
        }),
    ],
    ['pinning an unknown message', 231003, () => client.im.v1.pin.create({ data: { message_id: 'om_unknown' } })],
    [
      'a card for somebody outside the chat',
      230013,
      () =>
        client.request({
          method: 'POST',
          url: '/open-apis/ephemeral/v1/send',
          data: { chat_id: chatId, open_id: 'ou_gone', msg_type: 'interactive', card },
        }),
    ],
  ])('%s is refused', async (_name, code, call) => {
    expect(await codeOf(call())).toBe(code);
  });
});
