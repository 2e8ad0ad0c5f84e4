import { createHash } from 'node:crypto';
import { FeishuEmulator } from '../../../playground/emulator/feishu-emulator.ts';
import { chatPlatformContract, type PlatformBench } from '../../../testing/contracts/chat-platform.ts';
import { startHttpServer } from '../../http-server.ts';
import { createFeishuPlatform, type FeishuConfig } from './index.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const tones: Record<string, string> = { success: 'good', error: 'bad', warning: 'warn', info: 'info' };

/** An adapter and an emulated tenant that reach each other in the given way. */
const setup = async (eventMode: FeishuConfig['eventMode']): Promise<PlatformBench> => {
  const emulator = await FeishuEmulator.start({ repushDelays: [20, 20] });
  const { app } = emulator.world;
  const platform = createFeishuPlatform(
    {
      appId: emulator.appId,
      appSecret: emulator.appSecret,
      domain: emulator.url,
      eventMode,
      encryptKey: app.encryptKey,
      verificationToken: app.verificationToken,
    },
    silent,
  );
  const webhooks = platform.webhook === null ? {} : { '/webhooks/feishu': platform.webhook };
  const ok = () => ({ ok: true });
  const server = await startHttpServer({ port: 0 }, { webhooks, health: ok, ready: ok }, silent);
  const url = `${server.url}/webhooks/feishu`;
  if (eventMode === 'webhook') emulator.pushTo({ url, encryptKey: app.encryptKey });
  const chat = emulator.addChat({ name: '述职群', members: ['成员甲', '成员乙', '成员丙'] });
  const [speaker] = chat.members;
  const speakerId = speaker?.id ?? '';

  return {
    platform,
    chatId: chat.id,
    members: chat.members,
    say: (text, { mentionBot, parentId } = {}) => {
      const written = mentionBot ? `@{${emulator.botId}} ${text}` : text;
      return emulator.people.sendText(chat.id, speakerId, written, parentId ? { parentId } : {}).id;
    },
    sendFile: (name, bytes) => emulator.people.sendFile(chat.id, speakerId, { name, bytes }).id,
    echoBot: () => {
      const { id } = emulator.world.addMessage({
        chatId: chat.id,
        senderId: emulator.botId,
        fromBot: true,
        type: 'text',
        content: '{"text":"我是机器人"}',
        mentions: [],
        createdAt: Date.now(),
        parentId: null,
        rootId: null,
        uuid: null,
      });
      emulator.events.add(ownMessage(id, chat.id, emulator.botId, app));
    },
    recall: (messageId) => emulator.people.recall(messageId),
    click: async (messageId, value) => {
      const { toast, error } = await emulator.userClicks(messageId, speakerId, { tag: 'button', value });
      if (error !== undefined) throw new Error(error);
      return toast === undefined ? {} : { tone: tones[toast.type] ?? toast.type, text: toast.content };
    },
    botMessages: () =>
      emulator
        .messages(chat.id)
        .filter((message) => message.fromBot)
        .map(({ id, content, parentId }) => ({ id, text: content, parentId })),
    forge:
      eventMode === 'webhook'
        ? async (signature) => {
            const body = JSON.stringify({ encrypt: Buffer.alloc(64, 1).toString('base64') });
            const wrong = createHash('sha256').update(`1n${body}`).digest('hex');
            const headers = {
              'x-lark-request-timestamp': String(Math.floor(Date.now() / 1000)),
              'x-lark-request-nonce': 'n',
              ...(signature === 'wrong' ? { 'x-lark-signature': wrong } : {}),
            };
            return (await fetch(url, { method: 'POST', body, headers })).status;
          }
        : null,
    close: async () => {
      await server.close();
      await emulator.close();
    },
  };
};

const ownMessage = (
  messageId: string,
  chatId: string,
  botId: string,
  app: { appId: string; verificationToken: string },
): Record<string, unknown> => ({
  schema: '2.0',
  header: {
    event_id: `own-${messageId}`,
    event_type: 'im.message.receive_v1',
    create_time: String(Date.now()),
    token: app.verificationToken,
    app_id: app.appId,
  },
  event: {
    sender: { sender_id: { open_id: botId }, sender_type: 'user' },
    message: {
      message_id: messageId,
      chat_id: chatId,
      chat_type: 'group',
      message_type: 'text',
      content: '{"text":"x"}',
    },
  },
});

chatPlatformContract('Feishu over the long connection', () => setup('websocket'));
chatPlatformContract('Feishu over webhooks', () => setup('webhook'));
