import { Cluster, Redis } from 'ioredis';
import { AppError } from '../core/errors.ts';

export interface RedisTarget {
  readonly kind: 'single' | 'sentinel' | 'cluster';
  readonly tls: boolean;
  readonly hosts: readonly { readonly host: string; readonly port: number }[];
  readonly username?: string;
  readonly password?: string;
  /** The master's name, for Sentinel. */
  readonly master?: string;
  readonly db: number;
}

const shape = /^redis(s?)(?:\+(sentinel|cluster))?:\/\/(?:([^@/]*)@)?([^/?#]+)(?:\/([^?#]*))?$/;

/**
 * Reads a Redis address: redis://user:password@host:port/db and rediss:// for TLS;
 * redis+sentinel://:password@host1:26379,host2:26379/master/db; redis+cluster://host1:6379,host2:6379.
 */
export const parseRedisUrl = (url: string): RedisTarget => {
  const [, tls, kind, credentials, hosts, path] = shape.exec(url) ?? [];
  if (hosts === undefined) {
    throw new AppError('configuration', 'REDIS_URL 的写法不对，例如 redis://127.0.0.1:6379/0。');
  }
  const [username, password] = (credentials ?? '').split(/:(.*)/s).map(decodeURIComponent);
  const segments = (path ?? '').split('/').filter((segment) => segment !== '');
  const master = kind === 'sentinel' ? (segments.shift() ?? 'mymaster') : undefined;
  return {
    kind: kind === 'sentinel' || kind === 'cluster' ? kind : 'single',
    tls: tls === 's',
    hosts: hosts.split(',').map((host) => hostAndPort(host, kind === 'sentinel' ? 26_379 : 6_379)),
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
    ...(master === undefined ? {} : { master }),
    db: Number(segments[0] ?? 0) || 0,
  };
};

const hostAndPort = (text: string, fallback: number): { host: string; port: number } => {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined) throw new AppError('configuration', `REDIS_URL 中的主机 ${text} 写法不对。`);
  return { host, port: Number(port ?? fallback) };
};

/** Connects lazily and for good: commands wait while the server is away, as BullMQ demands. */
export const connectRedis = (target: RedisTarget): Redis | Cluster => {
  const options = {
    ...(target.username === undefined ? {} : { username: target.username }),
    ...(target.password === undefined ? {} : { password: target.password }),
    ...(target.tls ? { tls: {} } : {}),
    maxRetriesPerRequest: null,
  };
  if (target.kind === 'cluster') return new Cluster([...target.hosts], { redisOptions: options });
  if (target.kind === 'sentinel') {
    return new Redis({
      ...options,
      sentinels: [...target.hosts],
      name: target.master ?? 'mymaster',
      db: target.db,
      ...(target.tls ? { enableTLSForSentinelMode: true, sentinelTLS: {} } : {}),
    });
  }
  return new Redis({ ...options, ...target.hosts[0], db: target.db });
};
