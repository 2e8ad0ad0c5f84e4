import type { Queue } from 'bullmq';
import { type JobName, jobCatalog } from '../core/job-catalog.ts';
import type { JobQueue } from '../core/ports/job-queue.ts';
import { type JobPolicy, jobPolicies } from './job-policies.ts';
import type { QueueBackend } from './queue-backend.ts';

export interface OpenQueue extends JobQueue {
  /** Jobs per queue and state, for the metrics. */
  counts(): Promise<Record<JobPolicy['queue'], Record<string, number>>>;
  close(): Promise<void>;
}

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
      await queues[jobPolicies[name].queue].upsertJobScheduler(
        id,
        { every: everyMs },
        { name, data, opts: jobOptions(name) },
      );
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
