import { createFeishuPlatform, type FeishuConfig, type FeishuPlatform } from '../../bot/platforms/feishu/index.ts';
import type { ActionAnswer, ChatEvent } from '../../core/chat-event.ts';
import { type EmulatorOptions, FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';

export interface FeishuBench {
  readonly emulator: FeishuEmulator;
  readonly platform: Omit<FeishuPlatform, 'start'> & { start(): Promise<void> };
  readonly chatId: string;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly events: ChatEvent[];
  /** What was logged, as JSON lines. */
  readonly logged: string[];
  /** Resolves with the message events so far, once there are `count`. */
  received(count: number): Promise<ChatEvent[]>;
  close(): Promise<void>;
}

export interface FeishuBenchOptions {
  readonly emulator?: EmulatorOptions;
  readonly config?: Partial<FeishuConfig>;
  readonly sink?: (event: ChatEvent) => Promise<ActionAnswer | undefined>;
}

/** An adapter over the long connection, not started, and an emulated tenant with a group of three. */
export const openFeishuBench = async (options: FeishuBenchOptions = {}): Promise<FeishuBench> => {
  const emulator = await FeishuEmulator.start({ repushDelays: [20, 20], ...options.emulator });
  const chat = emulator.addChat({ name: '述职群', members: ['成员甲', '成员乙', '成员丙'] });
  const logged: string[] = [];
  const note = (fields: Record<string, unknown>, event: string): void => {
    logged.push(JSON.stringify([event, fields]));
  };
  const platform = createFeishuPlatform(
    {
      appId: emulator.appId,
      appSecret: emulator.appSecret,
      domain: emulator.url,
      eventMode: 'websocket',
      timing: { firstWait: 10, longestWait: 50, look: 20 },
      ...options.config,
    },
    { info: note, warn: note, error: note },
  );
  const events: ChatEvent[] = [];
  const waiting: { count: number; resolve: (events: ChatEvent[]) => void }[] = [];
  return {
    emulator,
    platform: {
      ...platform,
      start: () =>
        platform.start(async (event) => {
          const answer = await options.sink?.(event);
          events.push(event);
          for (const { count, resolve } of waiting) if (events.length >= count) resolve([...events]);
          return answer;
        }),
    },
    chatId: chat.id,
    members: chat.members,
    events,
    logged,
    received: (count) =>
      events.length >= count
        ? Promise.resolve([...events])
        : new Promise((resolve) => waiting.push({ count, resolve })),
    close: async () => {
      await platform.stop();
      await emulator.close();
    },
  };
};
