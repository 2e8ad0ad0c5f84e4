import { describe, expect, it } from 'vitest';
import { createRateLimiter } from './rate-limit.ts';

const clock = (limits = { perKey: 5, overall: 50 }) => {
  const time = 10_000;
  const waits: number[] = [];
  const limiter = createRateLimiter(
    limits,
    () => time,
    async (ms) => {
      waits.push(ms);
    },
  );
  return { limiter, waits };
};

describe('the rate limiter', () => {
  it('lets five of a chat go at once and the next five after a second', async () => {
    const { limiter, waits } = clock();
    for (let i = 0; i < 11; i++) await limiter.take('chat');
    expect(waits).toEqual([1050, 1050, 1050, 1050, 1050, 2100]);
  });

  it('does not make one chat wait for another', async () => {
    const { limiter, waits } = clock();
    for (const key of ['a', 'b', 'c', undefined]) for (let i = 0; i < 5; i++) await limiter.take(key);
    expect(waits).toEqual([]);
  });

  it('limits all chats together', async () => {
    const { limiter, waits } = clock({ perKey: 5, overall: 2 });
    for (const key of ['a', 'b', 'c']) await limiter.take(key);
    expect(waits).toEqual([1050]);
  });

  it('holds everybody back after a pause', async () => {
    const { limiter, waits } = clock();
    limiter.pause(3_000);
    await limiter.take('a');
    expect(waits).toEqual([3_000]);
  });

  it('refuses rather than make somebody wait longer than half a minute', async () => {
    const { limiter } = clock();
    limiter.pause(31_000);
    await expect(limiter.take('a')).rejects.toMatchObject({
      code: 'rate-limited',
      retryable: true,
      retryAfter: 31_000,
    });
  });
});
