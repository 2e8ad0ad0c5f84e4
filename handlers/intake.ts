import type { ActionAnswer, ChatEvent } from '../core/chat-event.ts';
import { AppError } from '../core/errors.ts';
import type { EventSink } from '../core/ports/chat-platform.ts';
import type { Log } from '../core/ports/log.ts';
import type { InboxStore } from '../core/ports/stores.ts';
import { say } from '../report/replying/wording.ts';
import type { Handle } from './index.ts';

export interface Intake {
  /** Give this to platforms: resolves when the event is stored; handling goes on by itself, in order per chat. */
  readonly sink: EventSink;
  /**
   * Takes up events that nobody finished within `olderThanMs`, say after a crash. Call it at start with 0 and every few
   * seconds with more than handling ever takes; handling something twice is harmless.
   */
  drain(olderThanMs: number): Promise<void>;
  /** Resolves when nothing is being handled any more. */
  idle(): Promise<void>;
}

export const createIntake = (ports: {
  readonly inbox: InboxStore;
  readonly handle: Handle;
  readonly log: Log;
}): Intake => {
  const { inbox, log } = ports;
  /** The last event under way in each chat. */
  const tails = new Map<string, Promise<void>>();
  let draining: Promise<void> | null = null;

  const queueInChat = (event: ChatEvent, work: () => Promise<void>): Promise<void> => {
    const chat = `${event.platform} ${event.chatId}`;
    const tail = (tails.get(chat) ?? Promise.resolve()).then(work).catch((error: unknown) => {
      log.error({ eventKey: event.eventKey, reason: reasonOf(error) }, 'event-bookkeeping-failed');
    });
    tails.set(chat, tail);
    return tail.finally(() => {
      if (tails.get(chat) === tail) tails.delete(chat);
    });
  };

  /** Handles an event this process has claimed; gives it back when that fails. */
  const finish = async (event: ChatEvent, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const fields = { eventKey: event.eventKey, type: event.type, reason: reasonOf(error) };
      if (!isUnanswerable(error)) {
        log.error(fields, 'event-failed');
        await inbox.release(event.platform, event.eventKey, reasonOf(error), isPassing(error));
        return;
      }
      log.warn(fields, 'event-unanswerable');
    }
    await inbox.done(event.platform, event.eventKey);
  };

  const handleAll = async (event: ChatEvent): Promise<void> => {
    const { work } = await ports.handle(event);
    await work?.();
  };

  const takeUp = async (platform: string, eventKey: string): Promise<void> => {
    const event = await inbox.claim(platform, eventKey);
    if (event !== null) await finish(event, () => handleAll(event));
  };

  /** Clicks are answered by what handling them says; the work behind the answer goes on afterwards. */
  const click = async (stored: ChatEvent): Promise<ActionAnswer | undefined> => {
    const event = await inbox.claim(stored.platform, stored.eventKey);
    if (event === null) return undefined;
    try {
      const { answer, work } = await ports.handle(event);
      void queueInChat(event, () => finish(event, work ?? (async () => {})));
      return answer;
    } catch (error) {
      void queueInChat(event, () => finish(event, () => Promise.reject(error)));
      return { toast: { tone: 'bad', text: say.toastTrouble } };
    }
  };

  /** One at a time, oldest first: a crash then costs a single event one of its tries. */
  const drainAll = async (olderThanMs: number): Promise<void> => {
    const seen = new Set<string>();
    for (;;) {
      const [event] = await inbox.claimLeftOver(olderThanMs, 1);
      if (event === undefined) return;
      const key = `${event.platform} ${event.eventKey}`;
      if (seen.has(key)) return inbox.release(event.platform, event.eventKey, 'failed again');
      seen.add(key);
      await finish(event, () => handleAll(event));
    }
  };

  return {
    sink: async (event) => {
      const storing = inbox.store(event);
      if (event.type === 'card-action') return (await storing) === 'new' ? click(event) : undefined;
      // Its turn is taken before it is stored: of two versions sent at once the first stays the first.
      void queueInChat(event, async () => {
        const stored = await storing.catch(() => 'refused');
        if (stored === 'new') await takeUp(event.platform, event.eventKey);
      });
      await storing;
      return undefined;
    },

    drain: (olderThanMs) => {
      draining ??= drainAll(olderThanMs).finally(() => {
        draining = null;
      });
      return draining;
    },

    idle: async () => {
      while (tails.size > 0 || draining !== null) await Promise.all([...tails.values(), draining]);
    },
  };
};

/** The message that asked is gone, or the bot may not speak there: another try says no more. */
const isUnanswerable = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'target-gone' || error.code === 'not-allowed');

/** Something is away for a while and no fault of the event's. */
const isPassing = (error: unknown): boolean => error instanceof AppError && error.retryable;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
