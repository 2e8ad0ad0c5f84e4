import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Collection } from '../../core/records.ts';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';
import { withDatabase } from '../postgres.ts';
import { answersTo, botMessages, isProgress, titleOf, wordsOf } from './card-reading.ts';
import { GroupChat } from './group-chat.ts';
import { draftWithFaults, mendedDraft } from './sample-reports.ts';
import { withBot } from './with-bot.ts';

const database = withDatabase();

describe('雷同', { timeout: 60_000 }, () => {
  const on = withBot(database);

  const newChat = () => new GroupChat(on.emulator);
  const upload = async (chatId: string, author: string, words: string) => {
    const bytes = new TextEncoder().encode(words);
    const file = on.emulator.people.sendFile(chatId, author, { name: '报告.txt', bytes });
    const card = await on.emulator.waitFor(
      () => answersTo(on.emulator, file).find((answer) => !isProgress(answer) && titleOf(answer).startsWith('述职')),
      30_000,
    );
    return wordsOf(card);
  };
  const collectionOf = (chatId: string, owner: string, deadline: string): Collection => ({
    id: randomUUID(),
    platform: 'feishu',
    chatId,
    name: '年度述职',
    requirements: {},
    audience: { mode: 'all', chosen: [], exempt: [] },
    deadline,
    timeZone: 'Asia/Shanghai',
    policy: 'default',
    organisers: [owner],
    state: 'open',
    createdBy: owner,
    createdAt: '2019-12-01T00:00:00Z',
  });
  const say = async (chatId: string, who: string, words: string) => {
    const message = on.emulator.people.sendText(chatId, who, `@{${on.emulator.botId}} ${words}`);
    return wordsOf(await on.emulator.waitFor(() => answersTo(on.emulator, message)[0], 20_000));
  };
  /** The same body under other names, so that only a part of it is shared. */
  const copied = mendedDraft
    .replace('2025年度', '2025年')
    .replaceAll('成员甲', '成员乙')
    .replace('副局长', '二级调研员');

  it('is told to the author as a number, and to the organiser in private with who and where', async () => {
    const { id: chatId, owner, author, other } = newChat();
    expect(await upload(chatId, author, draftWithFaults)).not.toContain('字相同');
    const card = await upload(chatId, other, copied);
    expect(card).toMatch(/与本群另一份报告有 \d{3} 字相同/u);
    expect(card).not.toContain('成员甲');

    expect(await say(chatId, author, '雷同')).toContain('只有组织者、群主或群管理员可以查雷同');
    expect(await say(chatId, owner, '雷同')).toContain('结果会私聊发给您');
    const privately = on.emulator.membership.p2pChat(owner);
    const told = await on.emulator.waitFor(() => botMessages(on.emulator, privately.id)[0], 30_000);
    expect(titleOf(told)).toBe('比对了 2 份报告，1 对有相同段落');
    expect(wordsOf(told)).toMatch(/成员乙 ↔ 成员丙　共 \d{3} 字相同[\s\S]*成员乙：[\s\S]*｜ 成员丙：/u);
  });

  it('is told to organisers by itself at the deadline, on the one card they get then, and not when nothing is shared', async () => {
    const [copying, honest] = [newChat(), newChat()];
    for (const { id: chatId, owner } of [copying, honest]) {
      await database.stores.collections.create(collectionOf(chatId, owner, '2099-12-31T10:00:00Z'), owner);
    }
    await upload(copying.id, copying.author, draftWithFaults);
    await upload(copying.id, copying.other, copied);
    await upload(honest.id, honest.author, draftWithFaults);
    const privately = (chat: GroupChat) => botMessages(on.emulator, on.emulator.membership.p2pChat(chat.owner).id);
    const deliver = async (chat: GroupChat) => {
      privately(chat);
      const [collection] = await database.stores.collections.ofChat('feishu', chat.id);
      const payload = { collectionId: collection?.id ?? '', occasion: 'end', to: null };
      // Tried again, as after a killed process.
      await on.bot.processors['deliver-collection'](payload, { last: false });
      await on.bot.processors['deliver-collection'](payload, { last: true });
      return privately(chat).map((message) => message.type);
    };
    expect(await deliver(copying)).toEqual(['interactive', 'file', 'file']);
    expect(await deliver(honest)).toEqual(['interactive', 'file', 'file']);
    const [told, quiet] = [privately(copying), privately(honest)].map(([card]) => wordsOf(card as MessageRecord));
    expect(told).toMatch(/雷同：1 对报告有相同段落[\s\S]*成员乙 ↔ 成员丙　共 \d{3} 字相同/u);
    expect(quiet).not.toContain('雷同');
  });

  it('is never looked for in another chat', async () => {
    const [here, there] = [newChat(), newChat()];
    await upload(here.id, here.author, draftWithFaults);
    expect(await upload(there.id, there.author, copied)).not.toContain('字相同');
  });

  it("is told about the author's own report of another year", async () => {
    const { id: chatId, author } = newChat();
    await upload(chatId, author, draftWithFaults.replaceAll('2025年', '2024年'));
    expect(await upload(chatId, author, draftWithFaults)).toMatch(/与您 2024年的报告有 \d+ 字相同/u);
    expect(await upload(chatId, author, mendedDraft)).not.toContain('另一份报告');
  });
});
