import type { JobQueue } from '../core/ports/job-queue.ts';
import type { Log } from '../core/ports/log.ts';
import type { SubmissionStore } from '../core/ports/stores.ts';
import type { Processor } from './processor.ts';

const MINUTE = 60_000;
/** A check is through in minutes, and tried for half an hour where the platform is away. */
const OVERDUE = 60 * MINUTE;
/** Beyond that somebody has sent the report again, or given up. */
const FORGOTTEN = 14 * 24 * 60 * MINUTE;
const AT_ONCE = 200;

/** Has it come every ten minutes; safe to call at every start of every process. */
export const scheduleTakingUp = (queue: JobQueue): Promise<void> =>
  queue.repeat('take-up-uploads', {}, { id: 'take-up-uploads', everyMs: 10 * MINUTE });

/**
 * Queues the uploads again that came in long ago and are still on their way: their job was lost with the queue, or the
 * platform was away for longer than it is tried. Once an hour each; checking twice makes one card. By the real clock, as
 * uploads are.
 */
export const createTakeUpUploads =
  ({
    submissions,
    queue,
    log,
  }: {
    readonly submissions: SubmissionStore;
    readonly queue: JobQueue;
    readonly log: Log;
  }): Processor<'take-up-uploads'> =>
  async () => {
    const now = Date.now();
    const since = new Date(now - FORGOTTEN).toISOString();
    const left = await submissions.onTheirWay(since, new Date(now - OVERDUE).toISOString(), AT_ONCE);
    const hour = Math.floor(now / (60 * MINUTE));
    for (const { id } of left) {
      await queue.add('check-report', { revisionId: id, recheck: hour }, { id: `check-report_${id}_again-${hour}` });
    }
    if (left.length > 0) log.warn({ uploads: left.length }, 'uploads-taken-up-again');
  };
