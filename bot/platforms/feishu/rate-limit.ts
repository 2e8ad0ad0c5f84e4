import { AppError } from '../../../core/errors.ts';

export interface RateLimiter {
  /**
   * Does the work when there is room for it, among the key's and among all; in the order asked. Rejects with
   * `rate-limited` when the line is longer than about half a minute.
   */
  run<T>(key: string | undefined, work: () => Promise<T>): Promise<T>;
  /** Nobody goes before `ms` from now. */
  pause(ms: number): void;
}

interface Time {
  now(): number;
  sleep(ms: number): Promise<void>;
}

const realTime: Time = { now: Date.now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };
/** The platform's second, and a little for clocks that tick differently. */
const windowMs = 1_050;
const longestWait = 30_000;
const idleGates = 1_000;

/**
 * At most `perKey` of a key and `overall` of all keys in any second as the platform counts: a place is taken from before
 * the work until a second after it ended, since only then it is certain when the platform counted it.
 */
export const createRateLimiter = (limits: { perKey: number; overall: number }, time: Time = realTime): RateLimiter => {
  const all = new Gate(limits.overall, time);
  const gates = new Map<string, Gate>();
  const gateOf = (key: string): Gate => {
    const known = gates.get(key);
    if (known) return known;
    if (gates.size > idleGates) for (const [other, gate] of gates) if (gate.idle()) gates.delete(other);
    const gate = new Gate(limits.perKey, time);
    gates.set(key, gate);
    return gate;
  };
  return {
    run: (key, work) => (key === undefined ? all.run(work) : gateOf(key).run(() => all.run(work))),
    pause: (ms) => all.pause(ms),
  };
};

class Gate {
  readonly #limit: number;
  readonly #time: Time;
  #active = 0;
  #ended: number[] = [];
  #waiting = 0;
  #line: Promise<void> = Promise.resolve();
  #pausedUntil = 0;
  #onEnd: () => void = () => {};

  constructor(limit: number, time: Time) {
    this.#limit = limit;
    this.#time = time;
  }

  idle(): boolean {
    this.#forget();
    return this.#active === 0 && this.#waiting === 0 && this.#ended.length === 0;
  }

  pause(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#time.now() + ms);
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const paused = Math.max(0, this.#pausedUntil - this.#time.now());
    const expected = paused + Math.floor(this.#waiting / this.#limit) * windowMs;
    if (expected > longestWait) {
      throw new AppError('rate-limited', '要发的消息太多，稍后会自动重试。', { retryable: true, retryAfter: expected });
    }
    this.#waiting++;
    this.#line = this.#line.then(() => this.#enter());
    await this.#line;
    try {
      return await work();
    } finally {
      this.#active--;
      this.#ended.push(this.#time.now());
      this.#onEnd();
    }
  }

  async #enter(): Promise<void> {
    for (;;) {
      this.#forget();
      const now = this.#time.now();
      const first = this.#ended[0];
      if (this.#pausedUntil > now) await this.#time.sleep(this.#pausedUntil - now);
      else if (this.#active + this.#ended.length < this.#limit) break;
      else if (first !== undefined) await this.#time.sleep(first + windowMs - now);
      else await new Promise<void>((resolve) => (this.#onEnd = resolve));
    }
    this.#waiting--;
    this.#active++;
  }

  #forget(): void {
    const since = this.#time.now() - windowMs;
    this.#ended = this.#ended.filter((at) => at > since);
  }
}
