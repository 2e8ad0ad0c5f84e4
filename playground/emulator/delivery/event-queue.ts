import type { EmulatorClock } from '../clock.ts';
import type { Acknowledgement } from '../long-connection/connections.ts';
import type { EventRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';

/** One try to hand an event to the bot. */
export interface Delivery {
  readonly eventId: string;
  readonly eventType: string;
  /** 1 for the first push. */
  readonly attempt: number;
  readonly at: number;
  readonly outcome: Acknowledgement['outcome'];
  readonly reason: string | null;
}

export interface EventQueueOptions {
  readonly world: World;
  readonly clock: EmulatorClock;
  /** Waits before the second, third … push, milliseconds. */
  readonly repushDelays: readonly number[];
  /** Whether somebody is there to push to. */
  reachable(): boolean;
  push(payload: string): Promise<Acknowledgement>;
  onDelivery(delivery: Delivery): void;
}

/**
 * Events in the order they happened, each written down before it is pushed and pushed again until it is acknowledged
 * or the schedule is used up. While nobody is connected events wait without using up their tries.
 */
export class EventQueue {
  readonly #options: EventQueueOptions;
  readonly #inFlight = new Set<string>();
  readonly #timers = new Map<string, () => void>();
  #closed = false;

  constructor(options: EventQueueOptions) {
    this.#options = options;
  }

  add(body: Record<string, unknown>): EventRecord {
    const header = body.header as { event_id: string; event_type: string };
    const now = this.#options.clock.now();
    const event: EventRecord = {
      id: header.event_id,
      type: header.event_type,
      body,
      attempts: 0,
      state: 'pending',
      dueAt: now,
      createdAt: now,
    };
    this.#options.world.saveEvent(event);
    void this.#attempt(event.id);
    return event;
  }

  /** Pushes everything that waits, at once: somebody connected. */
  flush(): void {
    for (const event of this.pending()) void this.#attempt(event.id);
  }

  pending(): EventRecord[] {
    return [...this.#options.world.events.values()].filter((event) => event.state === 'pending');
  }

  /** Pushes an event again as it was, whatever became of it before. */
  async pushOnce(eventId: string): Promise<Acknowledgement> {
    const event = this.#options.world.events.get(eventId);
    if (!event) throw new Error(`no event ${eventId}`);
    const answer = await this.#options.push(JSON.stringify(event.body));
    this.#report(event, answer);
    return answer;
  }

  close(): void {
    this.#closed = true;
    for (const cancel of this.#timers.values()) cancel();
  }

  async #attempt(id: string): Promise<void> {
    const { world, clock, repushDelays } = this.#options;
    const event = world.events.get(id);
    if (this.#closed || event?.state !== 'pending' || this.#inFlight.has(id) || !this.#options.reachable()) return;
    this.#inFlight.add(id);
    this.#timers.get(id)?.();
    this.#timers.delete(id);
    const answer = await this.#options.push(JSON.stringify(event.body));
    this.#inFlight.delete(id);
    if (this.#closed) return;
    const tried = { ...event, attempts: event.attempts + 1 };
    const delay = repushDelays[event.attempts];
    if (answer.outcome === 'acknowledged') {
      world.saveEvent({ ...tried, state: 'delivered' });
    } else if (delay === undefined) {
      world.saveEvent({ ...tried, state: 'given-up' });
    } else {
      world.saveEvent({ ...tried, dueAt: clock.now() + delay });
      this.#timers.set(
        id,
        clock.after(delay, () => void this.#attempt(id)),
      );
    }
    this.#report(tried, answer);
  }

  #report(event: EventRecord, answer: Acknowledgement): void {
    this.#options.onDelivery({
      eventId: event.id,
      eventType: event.type,
      attempt: event.attempts,
      at: this.#options.clock.now(),
      outcome: answer.outcome,
      reason: answer.outcome === 'failed' ? answer.reason : null,
    });
  }
}
