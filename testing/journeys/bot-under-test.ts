import { createFeishuPlatform } from '../../bot/platforms/feishu/index.ts';
import { workingCalendar } from '../../collection/calendar/working-calendar.ts';
import { loadConfig } from '../../config/load.ts';
import { packageRoot } from '../../config/package-root.ts';
import type { Clock } from '../../core/clock.ts';
import type { JobQueue } from '../../core/ports/job-queue.ts';
import type { LanguageModel } from '../../core/ports/language-model.ts';
import type { Log } from '../../core/ports/log.ts';
import { mayOrganiseChat } from '../../handlers/collections/organisers.ts';
import { createHandlers } from '../../handlers/index.ts';
import { createIntake } from '../../handlers/intake.ts';
import { createExhaustedAnswer } from '../../jobs/exhausted.ts';
import { createIsolatedAnnotator } from '../../jobs/isolated-annotator.ts';
import { createIsolatedReader } from '../../jobs/isolated-reader.ts';
import { createReplier } from '../../jobs/post-reply.ts';
import type { Processors } from '../../jobs/processor.ts';
import { createProcessors } from '../../jobs/processors.ts';
import { openQueue } from '../../jobs/queue.ts';
import { redisBackend } from '../../jobs/queue-backend.ts';
import { watchRosters } from '../../jobs/roster-changes.ts';
import { createRosterReader } from '../../jobs/roster-reader.ts';
import { startWorkers } from '../../jobs/worker.ts';
import type { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';
import type { TestDatabase } from '../postgres.ts';
import { openTestBackend } from '../queue-backends.ts';

export interface BotUnderTest {
  readonly processors: Processors;
  readonly queue: JobQueue;
  /** What serves webhooks; null over the long connection. */
  readonly webhook: ReturnType<typeof createFeishuPlatform>['webhook'];
  /** Log events with their fields, oldest first. */
  readonly logged: { event: string; fields: Record<string, unknown> }[];
  /** Nothing is being handled any more (jobs may still run). */
  idle(): Promise<void>;
  /** Takes up what was left over, at once. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

export interface BotOptions {
  readonly clock?: Clock;
  readonly eventMode?: 'websocket' | 'webhook';
  readonly maxFileBytes?: number;
  readonly organiserIds?: readonly string[];
  readonly languageModel?: LanguageModel;
  /** Jobs are kept there instead of where the other tests keep them. */
  readonly redisUrl?: string;
}

/** One whole process of the bot, wired as in production, against the emulated platform and a database of the test's. */
export const startBotUnderTest = async (
  emulator: FeishuEmulator,
  database: TestDatabase,
  options: BotOptions = {},
): Promise<BotUnderTest> => {
  const logged: BotUnderTest['logged'] = [];
  const note = (fields: Record<string, unknown>, event: string) => void logged.push({ event, fields });
  const log: Log = { info: note, warn: note, error: note };
  const clock = options.clock ?? { now: () => new Date() };
  const platform = createFeishuPlatform(
    {
      appId: emulator.appId,
      appSecret: emulator.appSecret,
      domain: emulator.url,
      eventMode: options.eventMode ?? 'websocket',
      encryptKey: emulator.world.app.encryptKey,
      verificationToken: emulator.world.app.verificationToken,
    },
    log,
  );
  const platformOf = () => platform;
  const backend =
    options.redisUrl === undefined
      ? await openTestBackend(database.url)
      : redisBackend(options.redisUrl, () => undefined);
  const queue = openQueue(backend, () => undefined);
  const stores = watchRosters(database.stores, { queue, log });
  const replier = createReplier({ platformOf, replies: stores.replies });
  const readRoster = createRosterReader({ platformOf, stores });
  const reader = createIsolatedReader();
  const annotator = createIsolatedAnnotator();
  const config = loadConfig(`${packageRoot()}/config`);
  const organiserIds = new Set(options.organiserIds ?? []);
  const processors = createProcessors({
    queue,
    platformOf,
    stores,
    replier,
    readRoster,
    readDocument: (bytes, fileName) => reader.read(bytes, fileName),
    annotate: annotator.annotate,
    config,
    clock,
    log,
    languageModel: options.languageModel ?? null,
    mayOrganise: (chat, memberId) =>
      mayOrganiseChat(chat, memberId, { platformOf, stores, log, settings: { organiserIds } }),
    maxFileBytes: options.maxFileBytes ?? 20 * 1024 * 1024,
  });
  const workers = startWorkers(backend, {
    processors,
    log,
    concurrency: 4,
    asksModel: options.languageModel !== undefined,
    onExhausted: createExhaustedAnswer({ submissions: stores.submissions, replier }),
  });
  const settings = {
    kinds: config.kinds,
    parts: config.parts,
    calendar: workingCalendar(config.officeHours),
    reminderPolicies: config.reminderPolicies,
    organiserIds,
    languageModel: options.languageModel !== undefined,
  };
  const handle = createHandlers({ platformOf, stores, queue, replier, readRoster, settings, clock, log });
  const intake = createIntake({ inbox: stores.inbox, handle, log });
  await intake.drain(0);
  await platform.start(intake.sink);

  return {
    processors,
    queue,
    webhook: platform.webhook,
    logged,
    idle: () => intake.idle(),
    drain: () => intake.drain(0),
    stop: async () => {
      await platform.stop();
      await intake.idle();
      await workers.close(5_000);
      await reader.close();
      await annotator.close();
      await queue.close();
      await backend.close();
    },
  };
};
