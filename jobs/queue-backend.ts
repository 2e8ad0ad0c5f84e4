import {
  createPostgresBackend,
  type PgPool,
  Queue,
  type QueueOptions,
  runMigrations,
  Worker,
  type WorkerOptions,
  withBackend,
} from 'bullmq';
import pg from 'pg';
import { connectRedis, parseRedisUrl } from './redis-connection.ts';

type Options<T> = Omit<T, 'connection'>;
/** What the queue needs of a job, whatever the backend. */
export interface RawJob {
  readonly id?: string | undefined;
  readonly name: string;
  readonly data: unknown;
  readonly attemptsMade: number;
}

/** One way to keep jobs; everything above it is the same for Redis and PostgreSQL. */
export interface QueueBackend {
  readonly name: 'redis' | 'postgres';
  queue(name: string, options: Options<QueueOptions>): Queue;
  worker(name: string, processor: (job: RawJob) => Promise<void>, options: Options<WorkerOptions>): Worker;
  /** Rejects when the service is away. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Before every key; the braces keep all keys of a queue in one slot of a Redis cluster. */
const redisPrefix = '{cuigao}';
/** BullMQ's schema in the database we share with it. */
const schema = 'bullmq';

export const redisBackend = (
  url: string,
  onError: (error: Error) => void,
  prefix: string = redisPrefix,
): QueueBackend => {
  const connection = connectRedis(parseRedisUrl(url));
  connection.on('error', onError);
  return {
    name: 'redis',
    queue: (name, options) => new Queue(name, { ...options, connection, prefix }),
    worker: (name, processor, options) => new Worker(name, processor, { ...options, connection, prefix }),
    ping: async () => {
      if (connection.status !== 'ready') throw new Error(`Redis is ${connection.status}`);
      await connection.ping();
    },
    close: async () => {
      await connection.quit().catch(() => connection.disconnect());
    },
  };
};

export const postgresBackend = async (url: string, onError: (error: Error) => void): Promise<QueueBackend> => {
  const pool = new pg.Pool({
    connectionString: url,
    options: `-c search_path=${schema}`,
    max: 10,
    application_name: 'cuigao-queue',
    keepAlive: true,
  });
  pool.on('error', onError);
  const client = await pool.connect();
  try {
    await runMigrations(client, schema);
  } finally {
    client.release();
  }
  const classes = withBackend(createPostgresBackend);
  const connection = pool as unknown as PgPool;
  return {
    name: 'postgres',
    queue: (name, options) => new classes.Queue(name, { ...options, connection }) as unknown as Queue,
    worker: (name, processor, options) =>
      new classes.Worker(name, processor, { ...options, connection }) as unknown as Worker,
    ping: async () => {
      await pool.query('SELECT 1');
    },
    close: () => pool.end(),
  };
};
