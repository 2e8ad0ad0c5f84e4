import { afterAll, beforeAll } from 'vitest';
import { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import type { TestDatabase } from '../postgres.ts';
import { type BotOptions, type BotUnderTest, startBotUnderTest } from './bot-under-test.ts';

export interface RunningBot {
  readonly emulator: FeishuEmulator;
  readonly bot: BotUnderTest;
}

/**
 * An emulated platform with one process of the bot on it, for the tests of the file or `describe` that calls this. Read
 * its properties inside tests and hooks only.
 */
export const withBot = (database: TestDatabase, options: BotOptions = {}): RunningBot => {
  let running: RunningBot | undefined;
  beforeAll(async () => {
    const emulator = await FeishuEmulator.start();
    running = { emulator, bot: await startBotUnderTest(emulator, database, options) };
  });
  afterAll(async () => {
    await running?.bot.stop();
    await running?.emulator.close();
  });
  const ready = () => {
    if (!running) throw new Error('withBot(): read its properties inside tests and hooks only');
    return running;
  };
  return {
    get emulator() {
      return ready().emulator;
    },
    get bot() {
      return ready().bot;
    },
  };
};
