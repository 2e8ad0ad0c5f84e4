import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionAnswer, ChatEvent } from '../../core/chat-event.ts';
import type { ChatPlatform, EventSink } from '../../core/ports/chat-platform.ts';
import { type ReplyInput, replySchema } from '../../core/reply.ts';

/** A platform, not yet started, connected to an emulator of its other side with one group of at least two people. */
export interface PlatformBench {
  readonly platform: ChatPlatform;
  readonly chatId: string;
  /** All people of the group; the first speaks and clicks. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  /** Somebody writes; returns the message's id. */
  say(text: string, options?: { mentionBot?: boolean; parentId?: string }): string;
  /** Somebody sends a file; returns the message's id. */
  sendFile(name: string, bytes: Uint8Array): string;
  /** The platform tells the bot of a message of the bot's own. */
  echoBot(): void;
  recall(messageId: string): void;
  click(messageId: string, value: Record<string, string>): Promise<{ tone?: string; text?: string }>;
  /** What the bot sent to the group, oldest first, with all that can be read in it. */
  botMessages(): { readonly id: string; readonly text: string; readonly parentId: string | null }[];
  /** The HTTP status of an event sent by somebody who lacks the keys; null where nobody can send any. */
  readonly forge: ((signature: 'missing' | 'wrong') => Promise<number>) | null;
  close(): Promise<void>;
}

const limits = { maxBytes: 1_000_000, timeoutMs: 5_000 };
const reply = (title: string, more: Partial<ReplyInput> = {}) =>
  replySchema.parse({ tone: 'info', title, blocks: [{ kind: 'text', text: ['内容'] }], ...more });

/** Takes events in and lets a test wait for them. `answer` may be replaced to fail or to answer clicks. */
const createRecorder = () => {
  const events: ChatEvent[] = [];
  const waiting: { wanted: (event: ChatEvent) => boolean; resolve: (event: ChatEvent) => void }[] = [];
  const recorder = {
    events,
    answer: (async () => undefined) as EventSink,
    sink: async (event: ChatEvent): Promise<ActionAnswer | undefined> => {
      const answer = await recorder.answer(event);
      events.push(event);
      for (const { wanted, resolve } of waiting) if (wanted(event)) resolve(event);
      return answer;
    },
    until: (wanted: (event: ChatEvent) => boolean): Promise<ChatEvent> => {
      const known = events.find(wanted);
      if (known) return Promise.resolve(known);
      return new Promise((resolve) => waiting.push({ wanted, resolve }));
    },
    message: (messageId: string): Promise<ChatEvent> =>
      recorder.until((event) => event.type === 'message-received' && event.messageId === messageId),
  };
  return recorder;
};

/** What every chat platform promises; `setup` makes a fresh bench for each test. */
export const chatPlatformContract = (name: string, setup: () => Promise<PlatformBench>): void => {
  describe(`${name} keeps the promises of a chat platform:`, () => {
    let bench: PlatformBench;
    let recorder: ReturnType<typeof createRecorder>;

    beforeEach(async () => {
      bench = await setup();
      recorder = createRecorder();
      await bench.platform.start(recorder.sink);
    });
    afterEach(async () => {
      await bench.platform.stop();
      await bench.close();
    });

    it('is connected once started, disconnected once stopped, and may be stopped twice', async () => {
      expect(bench.platform.state()).toBe('connected');
      await bench.platform.stop();
      await bench.platform.stop();
      expect(bench.platform.state()).toBe('disconnected');
    });

    it('tells of a file, and downloads it', async () => {
      const bytes = new TextEncoder().encode('一份述职报告');
      const messageId = bench.sendFile('述职报告.docx', bytes);
      const event = await recorder.message(messageId);
      expect(event).toMatchObject({
        type: 'message-received',
        platform: bench.platform.name,
        eventKey: messageId,
        chatId: bench.chatId,
        chatType: 'group',
        sender: { id: bench.members[0]?.id },
        text: '',
        mentionsBot: false,
        files: [{ messageId, name: '述职报告.docx' }],
      });
      const file = event.type === 'message-received' ? event.files[0] : undefined;
      expect(file && (await bench.platform.download(file, limits))).toEqual(Buffer.from(bytes));
    });

    it('finds the files of the message somebody answers', async () => {
      const fileMessage = bench.sendFile('总结.docx', Buffer.from('x'));
      const question = bench.say('请检查', { mentionBot: true, parentId: fileMessage });
      expect(await recorder.message(question)).toMatchObject({
        text: '请检查',
        mentionsBot: true,
        parentId: fileMessage,
        files: [],
      });
      expect(await bench.platform.filesOf(fileMessage)).toMatchObject({
        files: [{ messageId: fileMessage, name: '总结.docx' }],
        sender: { id: bench.members[0]?.id },
      });
      expect((await bench.platform.filesOf(question)).files).toEqual([]);
    });

    it('ignores its own messages', async () => {
      bench.echoBot();
      const messageId = bench.say('大家好');
      await recorder.message(messageId);
      expect(recorder.events.map((event) => event.eventKey)).toEqual([messageId]);
    });

    it('tells again of what could not be stored', async () => {
      let failures = 0;
      recorder.answer = async () => {
        if (failures++ === 0) throw new Error('no database');
        return undefined;
      };
      const messageId = bench.say('大家好');
      await recorder.message(messageId);
      expect(failures).toBe(2);
    });

    it('tells of a recalled message', async () => {
      const messageId = bench.say('发错了');
      bench.recall(messageId);
      const event = await recorder.until(({ type }) => type === 'message-recalled');
      expect(event).toMatchObject({ chatId: bench.chatId, messageId });
    });

    it('sends one message for one key', async () => {
      const to = { chatId: bench.chatId, replyTo: bench.say('大家好') };
      const first = await bench.platform.send(to, reply('收到'), 'answer to 1');
      const again = await bench.platform.send(to, reply('收到'), 'answer to 1');
      const other = await bench.platform.send({ chatId: bench.chatId }, reply('另一条'), 'something else');
      expect(again).toEqual(first);
      expect(bench.botMessages().map(({ id, parentId }) => [id, parentId])).toEqual([
        [first.messageId, to.replyTo],
        [other.messageId, null],
      ]);
    });

    it('edits what it sent', async () => {
      const { messageId } = await bench.platform.send({ chatId: bench.chatId }, reply('正在检查'), 'k');
      await bench.platform.edit(messageId, reply('检查完了'));
      const [message] = bench.botMessages();
      expect(message?.text).toContain('检查完了');
      expect(message?.text).not.toContain('正在检查');
    });

    it('sends a file once', async () => {
      const file = { name: '批注版.docx', bytes: Buffer.from('x') };
      const first = await bench.platform.sendFile({ chatId: bench.chatId }, file, 'k');
      expect(await bench.platform.sendFile({ chatId: bench.chatId }, file, 'k')).toEqual(first);
      expect(bench.botMessages().map(({ id }) => id)).toEqual([first.messageId]);
    });

    it('says that the message to answer is gone', async () => {
      const replyTo = bench.say('发错了');
      bench.recall(replyTo);
      const sending = bench.platform.send({ chatId: bench.chatId, replyTo }, reply('收到'), 'k');
      await expect(sending).rejects.toMatchObject({ code: 'target-gone', retryable: false });
    });

    it('refuses a file over the limit', async () => {
      const messageId = bench.sendFile('大.docx', Buffer.alloc(50_000));
      const event = await recorder.message(messageId);
      const file = event.type === 'message-received' ? event.files[0] : undefined;
      const small = { ...limits, maxBytes: 49_999 };
      await expect(file && bench.platform.download(file, small)).rejects.toMatchObject({ code: 'too-large' });
    });

    it('shows that a message was seen, and does not mind when it cannot', async () => {
      const messageId = bench.say('大家好');
      await bench.platform.acknowledge(messageId);
      bench.recall(messageId);
      await bench.platform.acknowledge(messageId);
    });

    it('hands a click over and shows its answer', async () => {
      const card = reply('结果', {
        blocks: [{ kind: 'actions', actions: [{ id: 'recheck', label: '重新检查', value: { revisionId: 'r1' } }] }],
      });
      const { messageId } = await bench.platform.send({ chatId: bench.chatId }, card, 'k');
      recorder.answer = async () => ({ toast: { tone: 'good', text: '开始重新检查' } });
      const shown = await bench.click(messageId, { action: 'recheck', revisionId: 'r1' });
      expect(shown).toEqual({ tone: 'good', text: '开始重新检查' });
      expect(recorder.events).toMatchObject([
        {
          type: 'card-action',
          chatId: bench.chatId,
          messageId,
          operator: { id: bench.members[0]?.id },
          action: 'recheck',
          value: { revisionId: 'r1' },
          form: {},
        },
      ]);
    });

    it('tells who clicked when a click was not taken', async () => {
      const { messageId } = await bench.platform.send({ chatId: bench.chatId }, reply('结果'), 'k');
      recorder.answer = async () => {
        throw new Error('no database');
      };
      expect((await bench.click(messageId, { action: 'recheck' })).tone).toBe('bad');
    });

    it('lists all people of the group', async () => {
      const members = await bench.platform.members(bench.chatId);
      expect(members.map(({ id }) => id).sort()).toEqual(bench.members.map(({ id }) => id).sort());
      expect((await bench.platform.chatInfo(bench.chatId)).ownerId).toBe(bench.members[0]?.id);
    });

    it('takes nothing from somebody without the keys', async () => {
      if (bench.forge !== null) {
        expect([await bench.forge('missing'), await bench.forge('wrong')]).toEqual([401, 401]);
      }
      const messageId = bench.say('大家好');
      await recorder.message(messageId);
      expect(recorder.events.map(({ eventKey }) => eventKey)).toEqual([messageId]);
    });
  });
};
