import { randomUUID } from 'node:crypto';
import { postgresBackend, type QueueBackend, redisBackend } from '../jobs/queue-backend.ts';

export interface TestQueueBackend {
  /** Says why it is skipped when it is. */
  readonly name: string;
  readonly absent: boolean;
  /** A queue of the caller's own, whatever else runs on the same server; the same `space` opens the same queue again. */
  open(databaseUrl: string, space?: string): Promise<QueueBackend>;
}

const ignore = () => undefined;
const redisUrl = process.env.REDIS_URL;

/** Both ways to keep jobs, for `describe.each`; Redis only where REDIS_URL names one. */
export const queueBackends: readonly TestQueueBackend[] = [
  { name: 'PostgreSQL', absent: false, open: (databaseUrl) => postgresBackend(databaseUrl, ignore) },
  {
    name: redisUrl === undefined ? 'Redis (skipped: REDIS_URL is not set)' : 'Redis',
    absent: redisUrl === undefined,
    open: async (_, space = randomUUID()) => redisBackend(redisUrl ?? '', ignore, `{test-${space}}`),
  },
];

/** Redis where REDIS_URL names one, PostgreSQL otherwise: for journeys that run once on either. */
export const openTestBackend = (databaseUrl: string): Promise<QueueBackend> =>
  (queueBackends.find((backend) => backend.name === 'Redis') ?? queueBackends[0])?.open(databaseUrl) ??
  Promise.reject(new Error('no queue backend'));
