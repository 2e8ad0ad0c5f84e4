import { createCipheriv, createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chatEventSchema } from '../../../core/chat-event.ts';
import { decrypt, sameSecret, signatureMatches, toChatEvent } from './receive.ts';

const bot = { openId: 'ou_bot' };
const at = '2026-12-01T02:00:00.000Z';
const header = (event_type: string) => ({
  event_id: 'ev_1',
  event_type,
  create_time: String(Date.parse(at)),
  token: 't',
  app_id: 'cli_0123456789abcdef',
});
const envelope = (type: string, event: unknown) => ({ schema: '2.0' as const, header: header(type), event });
const message = (type: string, content: unknown, more: object = {}, sender: object = {}) =>
  envelope('im.message.receive_v1', {
    sender: { sender_id: { open_id: 'ou_a', union_id: 'on_a', user_id: null }, sender_type: 'user', ...sender },
    message: {
      message_id: 'om_1',
      create_time: String(Date.parse(at)),
      chat_id: 'oc_1',
      chat_type: 'group',
      message_type: type,
      content: typeof content === 'string' ? content : JSON.stringify(content),
      ...more,
    },
  });
const received = {
  platform: 'feishu',
  type: 'message-received',
  eventKey: 'om_1',
  chatId: 'oc_1',
  at,
  messageId: 'om_1',
  chatType: 'group',
  sender: { id: 'ou_a' },
  text: '',
  files: [],
  mentionsBot: false,
  mentions: [],
  mentionsAll: false,
};
const botMention = { key: '@_user_1', id: { open_id: 'ou_bot' }, name: '催稿', mentioned_type: 'bot' };
const personMention = { key: '@_user_10', id: { open_id: 'ou_b' }, name: '成员乙' };

describe('messages', () => {
  it.each([
    [
      'a file message',
      message('file', { file_key: 'file_1', file_name: '述职报告.docx' }),
      { ...received, files: [{ messageId: 'om_1', key: 'file_1', name: '述职报告.docx' }] },
    ],
    [
      'a private file message',
      message('file', { file_key: 'file_1', file_name: 'a.docx' }, { chat_type: 'p2p' }),
      { ...received, chatType: 'p2p', files: [{ messageId: 'om_1', key: 'file_1', name: 'a.docx' }] },
    ],
    [
      'a reply that mentions the bot under any name, a person and everybody',
      message(
        'text',
        { text: '@_user_1  截止 @_user_10 @_all 12月31日' },
        { parent_id: 'om_0', mentions: [botMention, personMention] },
      ),
      {
        ...received,
        parentId: 'om_0',
        text: '截止 @成员乙 @所有人 12月31日',
        mentionsBot: true,
        mentions: [{ id: 'ou_b', name: '成员乙' }],
        mentionsAll: true,
      },
    ],
    [
      'somebody else called like the bot',
      message('text', { text: '@_user_1 好' }, { mentions: [{ ...botMention, id: { open_id: 'ou_c' } }] }),
      { ...received, text: '@催稿 好', mentions: [{ id: 'ou_c', name: '催稿' }] },
    ],
    [
      'typed words that look like a mention',
      message('text', { text: '@_user_7 你好' }),
      { ...received, text: '@_user_7 你好' },
    ],
    [
      'a post with a link, a mention and a file',
      message(
        'post',
        {
          title: '初稿',
          content: [
            [
              { tag: 'at', user_id: '@_user_1', user_name: '催稿' },
              { tag: 'text', text: ' 请看' },
              { tag: 'a', text: '文档', href: 'https://example.com/docx/abc' },
            ],
            [{ tag: 'file', file_key: 'file_2', file_name: '总结.docx' }],
            [{ tag: 'img', image_key: 'img_1' }],
          ],
        },
        { mentions: [botMention] },
      ),
      {
        ...received,
        text: '初稿\n 请看[文档](https://example.com/docx/abc)',
        mentionsBot: true,
        files: [{ messageId: 'om_1', key: 'file_2', name: '总结.docx' }],
      },
    ],
    [
      'a post wrapped in its language that names the bot by its id',
      message('post', { zh_cn: { content: [[{ tag: 'at', user_id: 'ou_bot', user_name: '催稿' }]] } }),
      { ...received, mentionsBot: true },
    ],
    ['an image', message('image', { image_key: 'img_1' }), received],
    ['a folder', message('folder', { file_key: 'f', file_name: '资料' }), received],
    ['a forwarded bundle', message('merge_forward', 'Merged and Forwarded Message'), received],
    ['a recalled message without content', message('text', ''), received],
  ])('reads %s', (_name, given, expected) => {
    const result = toChatEvent(given, bot);
    expect(result).toEqual({ event: expected });
    expect('event' in result && chatEventSchema.parse(result.event)).toEqual(expected);
  });

  it.each([
    ['its own messages', message('text', { text: '你好' }, {}, { sender_id: { open_id: 'ou_bot' } })],
    ['other bots', message('text', { text: '你好' }, {}, { sender_type: 'bot' })],
    ['apps', message('text', { text: '你好' }, {}, { sender_type: 'app' })],
    ['unknown senders', message('text', { text: '你好' }, {}, { sender_id: { open_id: null } })],
    ['unknown types', envelope('im.message.message_read_v1', {})],
  ])('leaves alone %s', (_name, given) => {
    expect(toChatEvent(given, bot)).toEqual({ ignored: expect.any(String) });
  });

  it('throws for a message without what it needs', () => {
    expect(() => toChatEvent(envelope('im.message.receive_v1', { sender: {}, message: {} }), bot)).toThrow(
      'message_id',
    );
  });
});

describe('clicks', () => {
  const click = (action: object) =>
    envelope('card.action.trigger', {
      operator: { open_id: 'ou_a', user_id: 'u' },
      token: 'c-1',
      action: { tag: 'button', timezone: 'Asia/Shanghai', ...action },
      host: 'im_message',
      context: { open_message_id: 'om_9', open_chat_id: 'oc_1' },
    });
  const clicked = {
    platform: 'feishu',
    type: 'card-action',
    eventKey: 'ev_1',
    at,
    chatId: 'oc_1',
    messageId: 'om_9',
    operator: { id: 'ou_a' },
    action: 'recheck',
    value: {},
    form: {},
  };
  it.each([
    [
      'a button',
      click({ value: { action: 'recheck', revisionId: 'r1', count: 2 } }),
      { ...clicked, value: { revisionId: 'r1', count: '2' } },
    ],
    [
      'a form with a date, people and an empty field',
      click({
        value: { action: 'recheck' },
        name: 'deadline_submit',
        form_value: {
          deadline__due: '2026-12-31 18:00 +0800',
          deadline__who: ['ou_a', 'ou_b'],
          deadline__note: '',
          day: '2026-12-31 +0800',
        },
      }),
      { ...clicked, form: { due: '2026-12-31 18:00', who: ['ou_a', 'ou_b'], day: '2026-12-31' } },
    ],
    ['a value sent as a string', click({ value: '{"action":"recheck","id":"1"}' }), { ...clicked, value: { id: '1' } }],
    [
      'the time of a click, in microseconds',
      {
        ...click({ value: { action: 'recheck' } }),
        header: { ...header('card.action.trigger'), create_time: `${Date.parse(at)}000` },
      },
      clicked,
    ],
  ])('reads %s', (_name, given, expected) => {
    expect(toChatEvent(given, bot)).toEqual({ event: expected });
    expect(chatEventSchema.parse(expected)).toEqual(expected);
  });

  it.each([
    ['no value', click({})],
    ['a foreign value', click({ value: { key: 'x' } })],
    ['a string that is no object', click({ value: '[1]' })],
  ])('leaves alone a click with %s', (_name, given) => {
    expect(toChatEvent(given, bot)).toEqual({ ignored: 'not one of our buttons' });
  });
});

describe('what happens to chats', () => {
  const base = { platform: 'feishu', eventKey: 'ev_1', at, chatId: 'oc_1' };
  const users = [{ name: '成员甲', user_id: { open_id: 'ou_a' } }, { name: '访客' }];
  it.each([
    [
      'im.message.recalled_v1',
      { message_id: 'om_1', chat_id: 'oc_1', recall_type: 'message_owner' },
      { ...base, type: 'message-recalled', messageId: 'om_1' },
    ],
    [
      'im.chat.member.bot.added_v1',
      { chat_id: 'oc_1', operator_id: { open_id: 'ou_a' } },
      { ...base, type: 'bot-added', operator: { id: 'ou_a' } },
    ],
    ['im.chat.member.bot.deleted_v1', { chat_id: 'oc_1' }, { ...base, type: 'bot-removed' }],
    ['im.chat.disbanded_v1', { chat_id: 'oc_1' }, { ...base, type: 'bot-removed' }],
    [
      'im.chat.member.user.added_v1',
      { chat_id: 'oc_1', users },
      { ...base, type: 'members-changed', joined: [{ id: 'ou_a', name: '成员甲' }], left: [] },
    ],
    [
      'im.chat.member.user.deleted_v1',
      { chat_id: 'oc_1', users },
      { ...base, type: 'members-changed', joined: [], left: [{ id: 'ou_a', name: '成员甲' }] },
    ],
    [
      'im.chat.member.user.withdrawn_v1',
      { chat_id: 'oc_1', users },
      { ...base, type: 'members-changed', joined: [], left: [{ id: 'ou_a', name: '成员甲' }] },
    ],
  ])('reads %s', (type, event, expected) => {
    expect(toChatEvent(envelope(type, event), bot)).toEqual({ event: expected });
    expect(chatEventSchema.parse(expected)).toEqual(expected);
  });
});

describe('encryption and signature', () => {
  it('decrypts the published example', () => {
    expect(decrypt('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=', 'test key')).toBe('hello world');
  });

  it('decrypts Chinese text', () => {
    const iv = Buffer.alloc(16, 7);
    const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update('钥匙').digest(), iv);
    const bytes = Buffer.concat([iv, cipher.update('三季度报告', 'utf8'), cipher.final()]);
    expect(decrypt(bytes.toString('base64'), '钥匙')).toBe('三季度报告');
  });

  const body = Buffer.from('{ "encrypt" : "x\\/y" }');
  const genuine = createHash('sha256').update('17n').update('k').update(body).digest('hex');
  it.each([
    ['genuine', { timestamp: '17', nonce: 'n', signature: genuine }, true],
    ['genuine in capitals', { timestamp: '17', nonce: 'n', signature: genuine.toUpperCase() }, true],
    [
      'forged',
      { timestamp: '17', nonce: 'n', signature: genuine.replace(/.$/u, (c) => (c === '0' ? '1' : '0')) },
      false,
    ],
    ['cut', { timestamp: '17', nonce: 'n', signature: genuine.slice(1) }, false],
    ['of another time', { timestamp: '18', nonce: 'n', signature: genuine }, false],
    ['missing', { timestamp: '17', nonce: 'n', signature: undefined }, false],
    ['without a nonce', { timestamp: '17', nonce: undefined, signature: genuine }, false],
  ])('a signature that is %s: %#', (_name, headers, expected) => {
    expect(signatureMatches(body, 'k', headers)).toBe(expected);
  });

  it('compares secrets of any length', () => {
    expect([sameSecret('a', 'a'), sameSecret('a', 'ab'), sameSecret('', 'a')]).toEqual([true, false, false]);
  });
});
