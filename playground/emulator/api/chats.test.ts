import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, sdkClient } from '../../../testing/emulators/feishu-sdk.ts';
import { FeishuEmulator } from '../feishu-emulator.ts';

describe('chats through the official SDK', () => {
  let emulator: FeishuEmulator;
  let client: ReturnType<typeof sdkClient>;

  beforeEach(async () => {
    emulator = await FeishuEmulator.start();
    client = sdkClient(emulator);
  });
  afterEach(() => emulator.close());

  const members = (chatId: string, more: object = {}) =>
    client.im.v1.chatMembers.get({ path: { chat_id: chatId }, params: { member_id_type: 'open_id', ...more } });
  const crowd = (count: number): string[] => Array.from({ length: count }, (_unused, index) => `成员${index + 1}`);

  it('list their people without bots, page by page', async () => {
    const chat = emulator.addChat({ name: '大群', members: crowd(250) });
    const names: string[] = [];
    const totals: (number | undefined)[] = [];
    let token: string | undefined;
    do {
      const answer = await members(chat.id, { page_size: 100, ...(token ? { page_token: token } : {}) });
      names.push(...answer.data!.items!.map((item) => item.name ?? ''));
      totals.push(answer.data?.member_total);
      token = answer.data?.has_more ? answer.data.page_token : undefined;
    } while (token);
    expect([names, totals]).toEqual([crowd(250), [250, 250, 250]]);
  });

  it('show who a member is', async () => {
    const chat = emulator.addChat({ name: '小群', members: ['成员甲'] });
    expect((await members(chat.id)).data?.items).toEqual([
      {
        member_id_type: 'open_id',
        member_id: chat.members[0]!.id,
        name: '成员甲',
        tenant_key: emulator.world.app.tenantKey,
      },
    ]);
  });

  it('end quietly in the iterator when a page fails, which is why it is not to be used', async () => {
    const chat = emulator.addChat({ name: '大群', members: crowd(250) });
    emulator.fail('members', { kind: 'rate-limited' }, 1, 1);
    let seen = 0;
    const pages = await client.im.v1.chatMembers.getWithIterator({
      path: { chat_id: chat.id },
      params: { page_size: 100 },
    });
    for await (const page of pages) seen += page?.items?.length ?? 0;
    expect(seen).toBe(100);
  });

  it.each<[string, number, (chatId: string, memberId: string) => Promise<unknown>]>([
    ['unknown', 232006, () => members('oc_unknown')],
    [
      'left by the bot',
      232011,
      (chatId, memberId) => {
        emulator.membership.removeBot(chatId, memberId);
        return members(chatId);
      },
    ],
    ['asked for 101 members a page', 232001, (chatId) => members(chatId, { page_size: 101 })],
    ['asked for a page that is none', 232001, (chatId) => members(chatId, { page_token: 'zzz' })],
  ])('%s refuse', async (_name, code, call) => {
    const chat = emulator.addChat({ name: '小群', members: ['成员甲'] });
    expect(await codeOf(call(chat.id, chat.members[0]!.id))).toBe(code);
  });

  it('tell their name, owner and managers', async () => {
    const chat = emulator.addChat({ name: '小群', members: ['成员甲', '成员乙'] });
    emulator.membership.setAdmins(chat.id, [chat.members[1]!.id]);
    const { data } = await client.im.v1.chat.get({ path: { chat_id: chat.id } });
    expect([data?.name, data?.owner_id, data?.user_manager_id_list, data?.user_count, data?.chat_mode]).toEqual([
      '小群',
      chat.members[0]!.id,
      [chat.members[1]!.id],
      '2',
      'group',
    ]);
  });

  it('are listed where the bot is in, groups only', async () => {
    const inside = emulator.addChat({ name: '在', members: ['成员甲'] });
    emulator.addChat({ name: '不在', members: ['成员乙'], botInside: false });
    emulator.membership.p2pChat(inside.members[0]!.id);
    const { data } = await client.im.v1.chat.list({ params: {} });
    expect(data?.items?.map((item) => [item.chat_id, item.name])).toEqual([[inside.id, '在']]);
  });
});
