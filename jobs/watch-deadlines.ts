import type { Clock } from '../core/clock.ts';
import type { JobQueue } from '../core/ports/job-queue.ts';
import type { CollectionStore } from '../core/ports/stores.ts';
import type { Processor } from './processor.ts';

const MINUTE = 60_000;
/** A bot that was away at the deadline makes up for it within a day; finished jobs are remembered for longer. */
const MAKE_UP = 24 * 60 * MINUTE;

/** Has the watch come every minute; safe to call at every start of every process. */
export const scheduleDeadlineWatch = (queue: JobQueue): Promise<void> =>
  queue.repeat('watch-deadlines', {}, { id: 'watch-deadlines', everyMs: MINUTE });

/** Once a deadline has passed, each organiser is told in private which reports share passages, if any do. */
export const createWatchDeadlines =
  ({
    collections,
    queue,
    clock,
  }: {
    readonly collections: CollectionStore;
    readonly queue: JobQueue;
    readonly clock: Clock;
  }): Processor<'watch-deadlines'> =>
  async () => {
    const now = clock.now().getTime();
    for (const { id, platform, chatId, deadline, organisers } of await collections.open()) {
      const due = Date.parse(deadline);
      if (due > now || now - due > MAKE_UP) continue;
      const eventKey = `due-${id}-${due}`;
      for (const memberId of new Set(organisers)) {
        await queue.add(
          'compare-passages',
          { platform, chatId, memberId, eventKey, onlyIfAny: true },
          { id: `compare-passages_${eventKey}_${memberId.replaceAll(':', '-')}` },
        );
      }
    }
  };
