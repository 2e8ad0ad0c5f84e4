import { setTimeout as delay } from 'node:timers/promises';
import type { JobQueue } from '../core/ports/job-queue.ts';
import type { Log } from '../core/ports/log.ts';
import type { Stores } from '../core/ports/stores.ts';

/** Changes within this time are shown by one edit; the card lags behind by no more, milliseconds. */
const WINDOW = 2_000;
/** A queue that is away must not keep who wrote something waiting: a click is to be answered within three seconds. */
const PATIENCE = 500;

/**
 * Has the roster card brought up to date at the end of the current window: one job per collection and window, which
 * begins after every change that asked for it. Time is the queue's own, not that of deadlines.
 */
export const queueRosterCard = (queue: JobQueue, collectionId: string, started: boolean): Promise<void> => {
  const now = Date.now();
  const window = Math.floor(now / WINDOW);
  const id = `roster-card_${collectionId}_${window}${started ? '_started' : ''}`;
  return queue.add('roster-card', { collectionId, started }, { id, delay: (window + 1) * WINDOW - now });
};

/** The same stores; whatever is written that a roster card shows brings the card up to date, whoever writes it. */
export const watchRosters = (stores: Stores, ports: { readonly queue: JobQueue; readonly log: Log }): Stores => {
  const changed = async (collectionId: string, started = false): Promise<void> => {
    // What was written stands; the next change brings the card up to date as well.
    const queued = queueRosterCard(ports.queue, collectionId, started).catch((error: unknown) => {
      ports.log.warn({ collectionId, reason: String(error) }, 'roster-card-not-queued');
    });
    await Promise.race([queued, delay(PATIENCE, undefined, { ref: false })]);
  };
  const changedInChat = async (platform: string, chatId: string): Promise<void> => {
    for (const { id, state } of await stores.collections.ofChat(platform, chatId)) {
      if (state === 'open') await changed(id);
    }
  };
  const revisionChanged = async (revisionId: string): Promise<void> => {
    const revision = await stores.submissions.get(revisionId);
    if (revision === null) return;
    if (revision.collectionId !== null) await changed(revision.collectionId);
    else await changedInChat(revision.platform, revision.chatId);
  };
  const { submissions, collections, overrides, chats } = stores;

  return {
    ...stores,
    submissions: {
      ...submissions,
      add: async (revision) => {
        const added = await submissions.add(revision);
        if (added.created) await revisionChanged(added.revision.id);
        return added;
      },
      saveResult: async (id, result, text) => {
        const saved = await submissions.saveResult(id, result, text);
        await revisionChanged(id);
        return saved;
      },
      saveRefusal: async (id, refusal) => {
        await submissions.saveRefusal(id, refusal);
        await revisionChanged(id);
      },
      saveFailure: async (id) => {
        await submissions.saveFailure(id);
        await revisionChanged(id);
      },
      withdraw: async (id) => {
        await submissions.withdraw(id);
        await revisionChanged(id);
      },
      assign: async (id, collectionId) => {
        await revisionChanged(id);
        const assigned = await submissions.assign(id, collectionId);
        await changed(collectionId);
        return assigned;
      },
      reassign: async (id, author) => {
        const moved = await submissions.reassign(id, author);
        await revisionChanged(id);
        return moved;
      },
      setFinal: async (id, final) => {
        await submissions.setFinal(id, final);
        await revisionChanged(id);
      },
    },
    collections: {
      ...collections,
      create: async (collection, by) => {
        await collections.create(collection, by);
        await changed(collection.id, true);
      },
      change: async (id, by, change) => {
        const standing = await collections.change(id, by, change);
        // The first card may have been lost for good, to a chat the bot was sent away from.
        await changed(id, standing.state === 'open');
        return standing;
      },
    },
    overrides: {
      ...overrides,
      set: async (override, what) => {
        await overrides.set(override, what);
        await changed(override.collectionId);
      },
      clear: async (which, by, what) => {
        const cleared = await overrides.clear(which, by, what);
        if (cleared) await changed(which.collectionId);
        return cleared;
      },
    },
    chats: {
      ...chats,
      changeMembers: async (platform, chatId, joined, left) => {
        await chats.changeMembers(platform, chatId, joined, left);
        await changedInChat(platform, chatId);
      },
    },
  };
};
