import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';
import { docxFromText } from '../builders/docx-from-text.ts';
import { withDatabase } from '../postgres.ts';
import { answersTo, isProgress, titleOf } from './card-reading.ts';
import { draftWithFaults } from './sample-reports.ts';
import { type BuiltProgram, buildProgram } from './spawned-bot.ts';

const database = withDatabase();
const KILLS = 20;
const SEED = 20261120;
/** Milliseconds after it connected, or after its start. */
const LONGEST_LIFE = 1500;
const limit = 300_000;

/** The same numbers in every run (mulberry32), 0 to 1. */
const seededRandom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

let emulator: FeishuEmulator;
let program: BuiltProgram;
let folder: string;

beforeAll(async () => {
  emulator = await FeishuEmulator.start();
  program = await buildProgram();
  folder = await mkdtemp(join(tmpdir(), 'cuigao-kill-'));
}, limit);
afterAll(async () => {
  await emulator.close();
  await program.remove();
  await rm(folder, { recursive: true, force: true });
});

it(
  'a bot killed twenty times during twenty uploads answers each of them with exactly one card that ends in the result',
  async () => {
    const random = seededRandom(SEED);
    const { id: chatId, members } = emulator.addChat({
      name: '年度述职',
      members: Array.from({ length: KILLS }, (_, index) => `成员${index + 1}`),
    });
    const env = {
      PORT: '0',
      DATA_DIR: folder,
      DATABASE_URL: database.url,
      FEISHU_APP_ID: emulator.appId,
      FEISHU_APP_SECRET: emulator.appSecret,
      FEISHU_DOMAIN: emulator.url,
      LOG_LEVEL: 'warn',
      TZ: 'Asia/Shanghai',
    };
    const upload = (index: number) =>
      emulator.people.sendFile(chatId, members[index]?.id ?? '', {
        name: `报告${index + 1}.docx`,
        bytes: docxFromText(draftWithFaults),
      });

    const uploads: MessageRecord[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      const bot = program.serve(env);
      // Most lives reach past the connection; some end during the start.
      if (random() < 0.8) await connected(bot.output);
      uploads.push(upload(round));
      await pause(random() * LONGEST_LIFE);
      await bot.kill();
    }
    const survivor = program.serve(env);
    const results = () =>
      uploads.map((message) =>
        answersTo(emulator, message).map((answer) => (isProgress(answer) ? '…' : titleOf(answer))),
      );
    const allAnswered = () => results().every((titles) => titles.length > 0 && !titles.includes('…'));
    await emulator.waitFor(allAnswered, 90_000).catch((error: unknown) => {
      throw new Error(`${JSON.stringify(results())}\n${survivor.output()}`, { cause: error });
    });
    await survivor.kill();
    expect(results()).toEqual(uploads.map(() => ['述职述廉报告 · 2025年 · 第 1 稿']));
    expect(emulator.messages(chatId).filter((message) => message.fromBot)).toHaveLength(KILLS);
  },
  limit,
);

const connected = (output: () => string): Promise<unknown> =>
  emulator
    .waitFor(() => emulator.connections.count > 0, 30_000)
    .catch((error: unknown) => {
      throw new Error(`the bot did not connect:\n${output()}`, { cause: error });
    });
