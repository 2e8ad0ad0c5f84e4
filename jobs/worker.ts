import { setTimeout as delay } from 'node:timers/promises';
import { UnrecoverableError, type Worker } from 'bullmq';
import { AppError } from '../core/errors.ts';
import { type JobName, type JobPayload, jobCatalog } from '../core/job-catalog.ts';
import type { Log } from '../core/ports/log.ts';
import { type JobPolicy, jobPolicies, lockPolicy } from './job-policies.ts';
import type { Processors } from './processor.ts';
import type { QueueBackend, RawJob } from './queue-backend.ts';

export interface EndedJob<N extends JobName = JobName> {
  readonly name: N;
  readonly payload: JobPayload<N>;
}

export interface WorkerPorts {
  readonly processors: Processors;
  readonly log: Log;
  /** Jobs of the queue `reports` at a time. */
  readonly concurrency: number;
  /** Whether jobs of the queue `model` are worked off here. */
  readonly asksModel?: boolean;
  /**
   * A job that ended in failure although no processor was told that it was the last attempt: a surprise that did not go
   * away, or a job whose process died under it too often. Somebody may be waiting for an answer.
   */
  readonly onExhausted: (job: EndedJob) => Promise<void>;
  readonly observe?: (job: JobName, outcome: 'done' | 'retry' | 'failed', ms: number) => void;
}

export interface OpenWorkers {
  isRunning(): boolean;
  /** Takes no more jobs and waits for the running ones at most `patienceMs`; what is cut off is taken up again later. */
  close(patienceMs: number): Promise<void>;
}

/** Works the queues off: payload → processor, failure → another attempt or the end. */
export const startWorkers = (backend: QueueBackend, ports: WorkerPorts): OpenWorkers => {
  const running = new Set<Promise<void>>();
  const watched = (job: Promise<void>): Promise<void> => {
    running.add(job);
    return job.finally(() => running.delete(job));
  };
  const start = (queue: JobPolicy['queue'], concurrency: number): Worker => {
    const worker = backend.worker(queue, (job) => watched(work(job, ports)), {
      ...lockPolicy,
      concurrency,
      settings: { backoffStrategy: (attempts, _type, error, job) => waitBefore(attempts, error, job?.name) },
    });
    worker.on('error', (error) => ports.log.warn({ queue, reason: error.message }, 'worker-error'));
    worker.on('stalled', (jobId) => ports.log.warn({ queue, jobId }, 'job-taken-up-again'));
    worker.on('failed', (job, error) => {
      if (job && error.message.startsWith('job stalled')) void giveUp(job, ports);
    });
    return worker;
  };
  const workers = [
    start('reports', ports.concurrency),
    start('rounds', 1),
    ...(ports.asksModel === true ? [start('model', 2)] : []),
  ];

  return {
    isRunning: () => workers.every((worker) => worker.isRunning()),
    close: async (patienceMs) => {
      await Promise.all(workers.map((worker) => worker.pause(true)));
      await Promise.race([Promise.allSettled(running), delay(patienceMs, undefined, { ref: false })]);
      const cutOff = running.size > 0;
      await Promise.all(workers.map((worker) => worker.close(cutOff)));
    },
  };
};

const isJobName = (name: string): name is JobName => name in jobCatalog;

const work = async (job: RawJob, ports: WorkerPorts): Promise<void> => {
  const { name } = job;
  if (!isJobName(name)) throw new UnrecoverableError(`unknown job: ${name}`);
  const number = job.attemptsMade + 1;
  const last = number >= jobPolicies[name].attempts;
  const started = performance.now();
  const report = (outcome: 'done' | 'retry' | 'failed', error?: unknown): void => {
    const ms = Math.round(performance.now() - started);
    const fields = { job: name, jobId: job.id, attempt: number, ms };
    if (outcome === 'done') ports.log.info(fields, 'job-done');
    else if (outcome === 'retry') ports.log.warn({ ...fields, err: error }, 'job-will-be-tried-again');
    else ports.log.error({ ...fields, err: error }, 'job-failed');
    ports.observe?.(name, outcome, ms);
  };
  try {
    await dispatch(name, job.data, last, ports.processors);
    report('done');
  } catch (error) {
    const ends = last || endsAtOnce(error) || (isSurprise(error) && number >= jobPolicies[name].surprises);
    report(ends ? 'failed' : 'retry', error);
    if (!ends) throw error;
    if (!last && isSurprise(error)) await giveUp(job, ports);
    throw new UnrecoverableError(error instanceof Error ? error.message : String(error));
  }
};

const dispatch = async (name: JobName, data: unknown, last: boolean, processors: Processors): Promise<void> => {
  switch (name) {
    case 'check-report':
      return processors[name](payloadOf(name, data), { last });
    case 'send-full-list':
      return processors[name](payloadOf(name, data), { last });
    case 'annotate-report':
      return processors[name](payloadOf(name, data), { last });
    case 'roster-card':
      return processors[name](payloadOf(name, data), { last });
    case 'refine-answer':
      return processors[name](payloadOf(name, data), { last });
    case 'nudge-now':
      return processors[name](payloadOf(name, data), { last });
    case 'compare-passages':
      return processors[name](payloadOf(name, data), { last });
    case 'take-up-uploads':
      return processors[name](payloadOf(name, data), { last });
    case 'deliver-collection':
      return processors[name](payloadOf(name, data), { last });
    case 'plan-nudges':
      return processors[name](payloadOf(name, data), { last });
  }
};

const payloadOf = <N extends JobName>(name: N, data: unknown): JobPayload<N> => {
  const parsed = jobCatalog[name].safeParse(data);
  if (parsed.success) return parsed.data as JobPayload<N>;
  throw new AppError('bad-request', `not a payload of ${name}`, { cause: parsed.error });
};

const isSurprise = (error: unknown): boolean => !(error instanceof AppError);
const endsAtOnce = (error: unknown): boolean => error instanceof AppError && !error.retryable;

/** Milliseconds to wait: what the other side asked for, else twice as long each time. */
const waitBefore = (attempts: number, error: unknown, name: string | undefined): number => {
  if (error instanceof AppError && error.retryAfter !== undefined) return error.retryAfter;
  const { first, most } = jobPolicies[name !== undefined && isJobName(name) ? name : 'check-report'].backoff;
  return Math.min(most, first * 2 ** (attempts - 1));
};

const giveUp = async (job: RawJob, { onExhausted, log }: WorkerPorts): Promise<void> => {
  if (!isJobName(job.name)) return;
  try {
    await onExhausted({ name: job.name, payload: payloadOf(job.name, job.data) });
  } catch (error) {
    log.error({ job: job.name, jobId: job.id, err: error }, 'giving-up-unanswered');
  }
};
