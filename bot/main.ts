import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { workingCalendar } from '../collection/calendar/working-calendar.ts';
import type { Env } from '../config/env.ts';
import { loadConfig } from '../config/load.ts';
import { packageRoot } from '../config/package-root.ts';
import { AppError } from '../core/errors.ts';
import type { Log } from '../core/ports/log.ts';
import { mayOrganiseChat } from '../handlers/collections/organisers.ts';
import { createHandlers } from '../handlers/index.ts';
import { createIntake } from '../handlers/intake.ts';
import { uploadKey } from '../jobs/check-report.ts';
import { createExhaustedAnswer } from '../jobs/exhausted.ts';
import { createIsolatedAnnotator } from '../jobs/isolated-annotator.ts';
import { createIsolatedReader } from '../jobs/isolated-reader.ts';
import { scheduleNudges } from '../jobs/plan-nudges.ts';
import { createReplier } from '../jobs/post-reply.ts';
import { createProcessors } from '../jobs/processors.ts';
import { openQueue } from '../jobs/queue.ts';
import { watchRosters } from '../jobs/roster-changes.ts';
import { createRosterReader } from '../jobs/roster-reader.ts';
import { scheduleTakingUp } from '../jobs/take-up-uploads.ts';
import { startWorkers } from '../jobs/worker.ts';
import { startHttpServer } from './http-server.ts';
import { languageModelOf } from './language-model.ts';
import { createLog, secretsIn } from './log.ts';
import { createMetrics } from './metrics.ts';
import { openPlatforms } from './platforms-in-use.ts';
import { openServices } from './services.ts';
import { createShutdown } from './shutdown.ts';

export interface Bot {
  /** The bot's own server: /healthz, /readyz, /metrics and webhooks. */
  readonly url: string;
  /** The playground's page; null when a real platform is set. */
  readonly playgroundUrl: string | null;
  /** What the operator should know: where data are, which queue works. */
  readonly notes: readonly string[];
  /** Stops everything in reverse; harmless when repeated. */
  stop(): Promise<void>;
}

const jobPatienceMs = 10_000;
const leftOverAfterMs = 10_000;
const leftOverEveryMs = 5_000;
/** Schedules mend themselves, should a queue have lost them. */
const scheduleEveryMs = 10 * 60_000;
const retentionEveryMs = 60 * 60_000;

/** Makes and connects everything, in this order; a failure on the way stops what was started already. */
export const startBot = async (env: Env, options: { readonly log?: Log } = {}): Promise<Bot> => {
  const log = options.log ?? createLog(env.LOG_LEVEL, secretsIn(env));
  const shutdown = createShutdown(log);
  try {
    const takesEvents = env.ROLE !== 'worker';
    const worksJobs = env.ROLE !== 'bot';
    const config = loadConfig(join(packageRoot(), 'config'));

    const services = await openServices(env, log, shutdown);
    const { backend } = services;
    const queue = openQueue(backend, (error) => log.warn({ reason: error.message }, 'queue-error'));
    const stores = watchRosters(services.stores, { queue, log });
    shutdown.add('queue', () => queue.close());

    const { platforms, playgroundUrl, webhooks } = await openPlatforms(env, log, shutdown);
    const platformOf = (name: string) => {
      const platform = platforms.find((candidate) => candidate.name === name);
      if (platform) return platform;
      throw new AppError('configuration', `平台 ${name} 没有配置，发往它的消息无法送达。`, {
        context: { platform: name },
      });
    };

    const clock = { now: () => new Date() };
    const replier = createReplier({ platformOf, replies: stores.replies });
    const readRoster = createRosterReader({ platformOf, stores });
    const languageModel = languageModelOf(env, stores.modelBudget, clock);
    const common = { platformOf, stores, replier, readRoster, clock, log };
    const settings = {
      kinds: config.kinds,
      parts: config.parts,
      calendar: workingCalendar(config.officeHours),
      reminderPolicies: config.reminderPolicies,
      organiserIds: new Set(env.ORGANISER_IDS),
      languageModel: languageModel !== null,
    };
    const handle = createHandlers({ ...common, queue, settings });
    const intake = createIntake({ inbox: stores.inbox, handle, log });
    const metrics = createMetrics({ jobCounts: () => queue.counts(), platforms });

    if (worksJobs) {
      const maxFileBytes = env.MAX_FILE_MB * 1024 * 1024;
      const concurrency = Math.max(2, availableParallelism());
      const reader = createIsolatedReader({ concurrency, limits: { fileBytes: maxFileBytes } });
      shutdown.add('reader', () => reader.close());
      const annotator = createIsolatedAnnotator({ limits: { fileBytes: maxFileBytes } });
      shutdown.add('annotator', () => annotator.close());
      const workers = startWorkers(backend, {
        processors: createProcessors({
          ...common,
          queue,
          config,
          maxFileBytes,
          readDocument: reader.read,
          annotate: annotator.annotate,
          languageModel,
          mayOrganise: (chat, memberId) => mayOrganiseChat(chat, memberId, { ...common, settings }),
        }),
        onExhausted: createExhaustedAnswer({ submissions: stores.submissions, replier }),
        observe: metrics.observeJob,
        concurrency,
        asksModel: languageModel !== null,
        log,
      });
      shutdown.add('workers', () => workers.close(jobPatienceMs));
      const schedule = async (): Promise<void> => {
        await scheduleNudges(queue);
        await scheduleTakingUp(queue);
      };
      await schedule();
      shutdown.every('schedule', scheduleEveryMs, schedule);
      shutdown.every('retention', retentionEveryMs, () => services.forgetOld((id) => [uploadKey(id)]));
    }

    const states = () => Object.fromEntries(platforms.map((platform) => [platform.name, platform.state()]));
    const server = await startHttpServer(
      { port: env.PORT, host: env.HOST },
      {
        webhooks: takesEvents ? webhooks : {},
        health: () => ({
          ok: !takesEvents || Object.values(states()).every((state) => state === 'connected' || state === 'connecting'),
          role: env.ROLE,
          platforms: states(),
        }),
        ready: services.ready,
        metrics: metrics.text,
      },
      log,
    ).catch((error: unknown) => {
      throw portTaken(error, env.PORT);
    });
    shutdown.add('http', () => server.close());

    if (takesEvents) {
      shutdown.add('intake', () => intake.idle());
      await intake.drain(0);
      shutdown.every('left-over events', leftOverEveryMs, () => intake.drain(leftOverAfterMs));
      for (const platform of platforms) {
        shutdown.add(platform.name, () => platform.stop());
        await platform.start(intake.sink);
      }
    }

    log.info({ role: env.ROLE, queue: backend.name, platforms: states() }, 'started');
    const notes = [...services.notes, `数据目录 ${resolve(env.DATA_DIR)}`];
    return { url: server.url, playgroundUrl, notes, stop: () => shutdown.run() };
  } catch (error) {
    await shutdown.run();
    throw error;
  }
};

const portTaken = (error: unknown, port: number): unknown =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    ? new AppError('configuration', `端口 ${port} 已被别的程序占用。请设置 PORT 换一个端口。`, { cause: error })
    : error;
