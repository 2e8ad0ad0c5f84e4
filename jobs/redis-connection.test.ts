import { describe, expect, it, test } from 'vitest';
import { parseRedisUrl } from './redis-connection.ts';

describe('a Redis address', () => {
  test.each([
    ['redis://127.0.0.1', { kind: 'single', tls: false, hosts: [{ host: '127.0.0.1', port: 6379 }], db: 0 }],
    [
      'rediss://user:p%40ss:word@redis.example.com:6380/3',
      {
        kind: 'single',
        tls: true,
        hosts: [{ host: 'redis.example.com', port: 6380 }],
        username: 'user',
        password: 'p@ss:word',
        db: 3,
      },
    ],
    [
      'redis+sentinel://:secret@s1:26379,s2/leader/2',
      {
        kind: 'sentinel',
        tls: false,
        hosts: [
          { host: 's1', port: 26_379 },
          { host: 's2', port: 26_379 },
        ],
        password: 'secret',
        master: 'leader',
        db: 2,
      },
    ],
    [
      'redis+sentinel://s1',
      { kind: 'sentinel', tls: false, hosts: [{ host: 's1', port: 26_379 }], master: 'mymaster', db: 0 },
    ],
    [
      'rediss+cluster://c1:7000,c2:7001',
      {
        kind: 'cluster',
        tls: true,
        hosts: [
          { host: 'c1', port: 7000 },
          { host: 'c2', port: 7001 },
        ],
        db: 0,
      },
    ],
    ['redis://[::1]:6390', { kind: 'single', tls: false, hosts: [{ host: '::1', port: 6390 }], db: 0 }],
  ])('%s is read', (url, target) => {
    expect(parseRedisUrl(url)).toEqual(target);
  });

  it.each(['http://127.0.0.1', 'redis://', 'redis://a:b:c:d', '127.0.0.1:6379'])('%s is refused', (url) => {
    expect(() => parseRedisUrl(url)).toThrow('REDIS_URL');
  });
});
