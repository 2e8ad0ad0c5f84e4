import type { WorkingCalendar } from '../collection/calendar/working-calendar.ts';
import type { Clock } from '../core/clock.ts';
import type { JobQueue } from '../core/ports/job-queue.ts';
import type { Stores } from '../core/ports/stores.ts';
import { queueRosterCard } from './roster-changes.ts';

/** A collection that is over for longer was looked after, or by somebody else. */
const LOOK_BACK = 14 * 24 * 60 * 60 * 1000;

/** Queues the summary of every collection whose deadline has passed: once per deadline, in working hours. */
export const endCollections = async (ports: {
  readonly stores: Stores;
  readonly queue: JobQueue;
  readonly calendar: WorkingCalendar;
  readonly clock: Clock;
}): Promise<void> => {
  const now = ports.clock.now();
  for (const { id, deadline, timeZone } of await ports.stores.collections.open()) {
    const since = now.getTime() - Date.parse(deadline);
    if (since < 0 || since > LOOK_BACK || !ports.calendar.isWorkingTime(now, timeZone)) continue;
    const occasion = new Date(deadline).toISOString().slice(0, 16).replace(/\D/gu, '');
    if ((await ports.stores.replies.find(`ended_${id}_${occasion}`)) !== null) continue;
    await ports.queue.add(
      'deliver-collection',
      { collectionId: id, occasion, to: null },
      { id: `deliver-collection_${id}_${occasion}` },
    );
    await queueRosterCard(ports.queue, id, false);
  }
};
