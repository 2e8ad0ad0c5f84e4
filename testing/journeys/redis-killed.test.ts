import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { scheduleTakingUp } from '../../jobs/take-up-uploads.ts';
import { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import type { MessageRecord } from '../../playground/emulator/state/records.ts';
import { withDatabase } from '../postgres.ts';
import { hasRedisServer, type OwnRedis, ownRedis } from '../redis-server.ts';
import { type BotUnderTest, startBotUnderTest } from './bot-under-test.ts';
import { answersTo, botMessages, isProgress, titleOf } from './card-reading.ts';
import { draftWithFaults } from './sample-reports.ts';

const database = withDatabase();
const UPLOADS = 24;
const KILLS = 4;

describe.skipIf(!hasRedisServer)(
  `a Redis server that is killed${hasRedisServer ? '' : ' (skipped: redis-server is not installed)'}`,
  { timeout: 180_000 },
  () => {
    let redis: OwnRedis;
    let emulator: FeishuEmulator;
    let bot: BotUnderTest;

    const begin = async (keeps: boolean) => {
      redis = await ownRedis({ keeps });
      emulator = await FeishuEmulator.start();
      bot = await startBotUnderTest(emulator, database, { redisUrl: redis.url });
      const names = Array.from({ length: UPLOADS }, (_, index) => `成员${index + 1}`);
      return emulator.addChat({ name: '年度述职', members: names });
    };
    afterEach(async () => {
      await bot.stop();
      await emulator.close();
      await redis.remove();
    });

    const upload = (chatId: string, who: string): MessageRecord =>
      emulator.people.sendFile(chatId, who, { name: '报告.txt', bytes: new TextEncoder().encode(draftWithFaults) });
    const titles = (uploads: readonly MessageRecord[]) =>
      uploads.map((message) => answersTo(emulator, message).map((card) => (isProgress(card) ? '…' : titleOf(card))));
    /** Each of them has exactly one answer, and nothing else was said. */
    const expectOneAnswerEach = async (uploads: readonly MessageRecord[]) => {
      const done = () => titles(uploads).every((own) => own.length > 0 && !own.includes('…'));
      await emulator.waitFor(done, 120_000).catch(() => undefined);
      expect(titles(uploads)).toEqual(uploads.map(() => ['述职述廉报告 · 2025年 · 第 1 稿']));
      expect(botMessages(emulator, uploads[0]?.chatId ?? '')).toHaveLength(uploads.length);
    };

    it('under load and comes back with its data loses nothing and nobody is answered twice', async () => {
      const { id, members } = await begin(true);
      const uploads: MessageRecord[] = [];
      const killing = (async () => {
        for (let kill = 0; kill < KILLS; kill += 1) {
          await pause(700);
          await redis.kill();
          await pause(400);
          await redis.start();
        }
      })();
      for (const member of members) {
        uploads.push(upload(id, member.id));
        await pause(150);
      }
      await killing;
      await expectOneAnswerEach(uploads);
    });

    it('and comes back empty loses no upload: they are taken up again from the database', async () => {
      const { id, members } = await begin(false);
      await scheduleTakingUp(bot.queue);
      const uploads = members.map((member) => upload(id, member.id));
      const received = () => titles(uploads).filter((own) => own.length > 0).length;
      await emulator.waitFor(() => received() >= UPLOADS / 2, 30_000);
      await redis.kill();
      await redis.start();
      await emulator.waitFor(() => received() === UPLOADS, 60_000);
      await bot.idle();
      await scheduleTakingUp(bot.queue);
      await expectOneAnswerEach(uploads);
    });
  },
);
