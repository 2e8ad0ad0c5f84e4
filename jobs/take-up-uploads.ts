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
const AFTER_LOSS = 10_000;

/**
 * Has it come every ten minutes; safe to call at every start of every process and ever again. A queue that does not know of
 * it has lost all its jobs, or is used for the first time: then nothing is waited for.
 */
export const scheduleTakingUp = async (queue: JobQueue): Promise<void> => {
  const id = 'take-up-uploads';
  if ((await queue.repeat(id, { lost: false }, { id, everyMs: 10 * MINUTE })) === 'known') return;
  await queue.add(id, { lost: true }, { id: `${id}_lost-${Math.floor(Date.now() / MINUTE)}` });
};

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
  async ({ lost }) => {
    const now = Date.now();
    const since = new Date(now - FORGOTTEN).toISOString();
    const before = new Date(lost ? now : now - OVERDUE).toISOString();
    const left = await submissions.onTheirWay(since, before, lost ? AFTER_LOSS : AT_ONCE);
    const time = lost ? `lost-${Math.floor(now / MINUTE)}` : `again-${Math.floor(now / (60 * MINUTE))}`;
    const recheck = Math.floor(now / (60 * MINUTE));
    for (const { id } of left) {
      await queue.add('check-report', { revisionId: id, recheck }, { id: `check-report_${id}_${time}` });
    }
    if (left.length > 0) log.warn({ uploads: left.length, lost }, 'uploads-taken-up-again');
  };
