import { AppError } from '../../../core/errors.ts';

export interface RateLimiter {
  /**
   * Waits for a free place, of the key's and of all; rejects with `rate-limited` when the line is longer than half a
   * minute.
   */
  take(key?: string): Promise<void>;
  /** Nobody goes before `ms` from now. */
  pause(ms: number): void;
}

const windowMs = 1_050;
const longestWait = 30_000;

/**
 * At most `perKey` of a key and `overall` of all keys in any second. A place is booked at once and waited for, so callers
 * go in the order they came. Times are milliseconds; `now` and `sleep` are given for tests.
 */
export const createRateLimiter = (
  limits: { perKey: number; overall: number },
  now: () => number = Date.now,
  sleep: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): RateLimiter => {
  const booked = new Map<string, number[]>();
  const all: number[] = [];
  let pausedUntil = 0;

  const prune = (times: number[], at: number): void => {
    while (times.length > 0 && (times[0] ?? 0) <= at - windowMs) times.shift();
  };
  const freeFrom = (times: readonly number[], limit: number): number =>
    times.length < limit ? 0 : (times[times.length - limit] ?? 0) + windowMs;

  const forgetIdle = (at: number): void => {
    for (const [key, times] of booked) if ((times.at(-1) ?? 0) <= at - windowMs) booked.delete(key);
  };

  return {
    async take(key) {
      const at = now();
      prune(all, at);
      if (booked.size > 1_000) forgetIdle(at);
      const own = key === undefined ? [] : (booked.get(key) ?? []);
      prune(own, at);
      const start = Math.max(at, pausedUntil, freeFrom(own, limits.perKey), freeFrom(all, limits.overall));
      if (start - at > longestWait) {
        throw new AppError('rate-limited', '要发的消息太多，稍后会自动重试。', {
          retryable: true,
          retryAfter: start - at,
        });
      }
      own.push(start);
      if (key !== undefined) booked.set(key, own);
      all.push(start);
      all.sort((a, b) => a - b);
      if (start > at) await sleep(start - at);
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, now() + ms);
    },
  };
};
