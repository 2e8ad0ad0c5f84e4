import type { Queue } from 'bullmq';
import { type JobName, jobCatalog } from '../core/job-catalog.ts';
import type { JobLine, JobQueue } from '../core/ports/job-queue.ts';
import { type JobPolicy, jobPolicies } from './job-policies.ts';
import type { QueueBackend } from './queue-backend.ts';

export interface OpenQueue extends JobQueue, JobLine {
  /** Jobs per queue and state, for the metrics. */
  counts(): Promise<Record<JobPolicy['queue'], Record<string, number>>>;
  close(): Promise<void>;
}

/** Jobs that an estimate goes by, and how long it is good for, milliseconds. */
const LATELY = 20;
const REMEMBERED = 5_000;

/** Enqueues on whichever backend it is given. `onError` hears of connections that broke. */
export const openQueue = (backend: QueueBackend, onError: (error: Error) => void): OpenQueue => {
  const open = (name: JobPolicy['queue']): Queue => {
    const queue = backend.queue(name, {});
    queue.on('error', onError);
    return queue;
  };
  const queues: Record<JobPolicy['queue'], Queue> = {
    reports: open('reports'),
    rounds: open('rounds'),
    model: open('model'),
  };

  const durations = new Map<JobPolicy['queue'], { readonly at: number; readonly each: number | null }>();
  /** Milliseconds a job took on average, of the last finished ones. */
  const lately = async (name: JobPolicy['queue']): Promise<number | null> => {
    const known = durations.get(name);
    if (known !== undefined && Date.now() - known.at < REMEMBERED) return known.each;
    const jobs = await queues[name].getCompleted(0, LATELY - 1);
    const took = jobs.flatMap((job) =>
      job?.finishedOn === undefined || job.processedOn === undefined ? [] : [job.finishedOn - job.processedOn],
    );
    const each = took.length === 0 ? null : took.reduce((sum, ms) => sum + ms, 0) / took.length;
    durations.set(name, { at: Date.now(), each });
    return each;
  };

  return {
    add: async (name, payload, options) => {
      await queues[jobPolicies[name].queue].add(name, jobCatalog[name].parse(payload), {
        ...jobOptions(name),
        jobId: options.id,
        ...(options.delay === undefined ? {} : { delay: options.delay }),
        ...(options.priority === undefined ? {} : { priority: options.priority }),
      });
    },
    repeat: async (name, payload, { id, everyMs }) => {
      const data = jobCatalog[name].parse(payload);
      const queue = queues[jobPolicies[name].queue];
      const known = await queue.getJobScheduler(id);
      await queue.upsertJobScheduler(id, { every: everyMs }, { name, data, opts: jobOptions(name) });
      return known === undefined || known === null ? 'new' : 'known';
    },
    line: async (name) => {
      const { queue } = jobPolicies[name];
      const {
        waiting = 0,
        prioritized = 0,
        active = 0,
      } = await queues[queue].getJobCounts('waiting', 'prioritized', 'active');
      const ahead = waiting + prioritized + active;
      const each = ahead === 0 ? null : await lately(queue);
      // While jobs wait, as many run as can run at a time.
      return { ahead, ms: each === null ? null : Math.round((ahead * each) / Math.max(1, active)) };
    },
    counts: async () => ({
      reports: await queues.reports.getJobCounts(),
      rounds: await queues.rounds.getJobCounts(),
      model: await queues.model.getJobCounts(),
    }),
    close: async () => {
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
    },
  };
};

const jobOptions = (name: JobName) => {
  const { attempts, keep } = jobPolicies[name];
  return {
    attempts,
    // The waits are computed in worker.ts, where the failure is known.
    backoff: { type: 'custom' },
    removeOnComplete: { age: keep.done },
    removeOnFail: { age: keep.failed },
  };
};
