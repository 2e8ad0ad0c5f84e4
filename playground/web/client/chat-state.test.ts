import { describe, expect, it } from 'vitest';
import type { PlaygroundMessage, PlaygroundState } from '../../web-api.ts';
import { chatsOf, emptyState, messagesFor, reduce, unreadOf, withMessage } from './chat-state.ts';

const message = (id: string, sentAt: number, more: Partial<PlaygroundMessage> = {}): PlaygroundMessage => ({
  id,
  chatId: 'c1',
  senderId: 'a',
  sentAt,
  content: { kind: 'text', text: id, mentions: [] },
  reactions: [],
  ...more,
});

const playground: PlaygroundState = {
  chats: [
    { id: 'c1', name: '材料群', type: 'group', memberIds: ['a', 'b'] },
    { id: 'c2', name: '工作群', type: 'group', memberIds: ['b'] },
    { id: 'p1', name: '催稿', type: 'p2p', memberIds: ['a', 'bot'], personId: 'a' },
  ],
  members: [],
  botId: 'bot',
  botConnected: true,
};

describe('the messages of a chat', () => {
  it('stand in the order they were sent, however they arrive', () => {
    expect(withMessage([message('m2', 20)], message('m1', 10)).map(({ id }) => id)).toEqual(['m1', 'm2']);
  });

  it('are replaced by a newer copy', () => {
    const patched = message('m1', 10, { updatedAt: 30, reactions: [{ emoji: 'OnIt', memberIds: ['bot'] }] });
    expect(withMessage([message('m1', 10)], patched)).toEqual([patched]);
  });

  it('keep the newer copy when an older one comes late', () => {
    const newer = message('m1', 10, { updatedAt: 30 });
    expect(withMessage([newer], message('m1', 10, { updatedAt: 20 }))).toEqual([newer]);
  });

  it('that came as events stay when everything is loaded again', () => {
    const before = reduce(emptyState, { type: 'event', event: { type: 'message', message: message('m2', 20) } });
    const after = reduce(before, { type: 'loaded', playground, messages: { c1: [message('m1', 10)] } });
    expect(after.messages.c1?.map(({ id }) => id)).toEqual(['m1', 'm2']);
  });

  it('meant for one member are shown to nobody else', () => {
    const state = reduce(emptyState, {
      type: 'loaded',
      playground,
      messages: { c1: [message('m1', 10, { onlyFor: 'b' }), message('m2', 20)] },
    });
    expect(messagesFor(state, 'c1', 'a').map(({ id }) => id)).toEqual(['m2']);
    expect(messagesFor(state, 'c1', 'b').map(({ id }) => id)).toEqual(['m1', 'm2']);
  });
});

describe('the list of chats', () => {
  const state = reduce(emptyState, {
    type: 'loaded',
    playground,
    messages: { c1: [message('m1', 10)], p1: [message('m2', 20, { chatId: 'p1' })] },
  });

  it('holds the groups of a member and their own talk with the bot, the latest first', () => {
    expect(chatsOf(state, 'a').map(({ id }) => id)).toEqual(['p1', 'c1']);
    expect(chatsOf(state, 'b').map(({ id }) => id)).toEqual(['c1', 'c2']);
  });
});

describe('what is unread', () => {
  const list = [
    message('m1', 10),
    message('m2', 20, { senderId: 'b' }),
    message('m3', 30, { content: { kind: 'recalled' } }),
    message('m4', 40, {
      content: { kind: 'text', text: '@_user_1 请看', mentions: [{ key: '@_user_1', id: 'b', name: '成员乙' }] },
    }),
    message('m5', 50, { content: { kind: 'text', text: '@_all 请看', mentions: [] } }),
  ];

  it.each([
    ['everything of others that was not taken back', 'b', 0, { count: 3, mentioned: true }],
    ['only what came after the last reading', 'b', 40, { count: 1, mentioned: true }],
    ['nothing when all is read', 'b', 50, { count: 0, mentioned: false }],
    ['nothing of one’s own', 'a', 0, { count: 1, mentioned: false }],
  ])('is %s', (_what, memberId, readUpTo, expected) => {
    expect(unreadOf(list, memberId, readUpTo)).toEqual(expected);
  });
});
