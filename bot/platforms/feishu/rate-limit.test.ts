import { describe, expect, it } from 'vitest';
import { createRateLimiter } from './rate-limit.ts';

/** A clock that jumps when somebody sleeps and nobody else has anything to do; `took` is how long each piece of work takes. */
const setup = (limits = { perKey: 5, overall: 50 }, took = 0) => {
  let now = 10_000;
  const started: number[] = [];
  const limiter = createRateLimiter(limits, {
    now: () => now,
    sleep: async (ms) => {
      await new Promise(setImmediate);
      now += ms;
    },
  });
  const run = (key?: string) =>
    limiter.run(key, async () => {
      started.push(now - 10_000);
      now += took;
    });
  return { limiter, run, started };
};
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

describe('the rate limiter', () => {
  it('lets five of a chat go at once and the next five after a second', async () => {
    const { run, started } = setup();
    await times(11, () => run('chat'));
    expect(started).toEqual([0, 0, 0, 0, 0, 1050, 1050, 1050, 1050, 1050, 2100]);
  });

  it('counts the second from the end of the work, when the platform has surely counted it', async () => {
    const { run, started } = setup({ perKey: 1, overall: 50 }, 300);
    await times(3, () => run('chat'));
    expect(started).toEqual([0, 1350, 2700]);
  });

  it('does not make one chat wait for another, nor those without a chat', async () => {
    const { run, started } = setup();
    for (const key of ['a', 'b', undefined, undefined]) await times(5, () => run(key));
    expect(new Set(started)).toEqual(new Set([0]));
  });

  it('limits all chats together', async () => {
    const { run, started } = setup({ perKey: 5, overall: 2 });
    await times(3, (index) => run(`chat ${index}`));
    expect(started).toEqual([0, 0, 1050]);
  });

  it('waits for work under way where nothing has ended yet', async () => {
    const { limiter, run, started } = setup({ perKey: 1, overall: 50 });
    let finish: () => void = () => {};
    let begin: () => void = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const first = limiter.run('chat', () => {
      begin();
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    const second = run('chat');
    await begun;
    finish();
    await Promise.all([first, second]);
    expect(started).toEqual([1050]);
  });

  it('goes on after work that failed', async () => {
    const { limiter, run, started } = setup({ perKey: 1, overall: 50 });
    await expect(limiter.run('chat', () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    await run('chat');
    expect(started).toEqual([1050]);
  });

  it('holds everybody back after a pause', async () => {
    const { limiter, run, started } = setup();
    limiter.pause(3_000);
    await run('a');
    expect(started).toEqual([3_000]);
  });

  it('refuses rather than make somebody wait longer than half a minute', async () => {
    const { limiter, run } = setup();
    limiter.pause(31_000);
    await expect(run()).rejects.toMatchObject({ code: 'rate-limited', retryable: true, retryAfter: 31_000 });
  });
});
