import { join } from 'node:path';
import type { Env } from '../config/env.ts';
import { AppError } from '../core/errors.ts';
import type { Log } from '../core/ports/log.ts';
import type { FileStore, Stores } from '../core/ports/stores.ts';
import { postgresBackend, type QueueBackend, redisBackend } from '../jobs/queue-backend.ts';
import { openDatabase } from '../storage/database.ts';
import { startEmbeddedPostgres } from '../storage/embedded-postgres.ts';
import { diskFileStore, s3FileStore } from '../storage/file-store.ts';
import { forgetOld } from '../storage/retention.ts';
import { createStores } from '../storage/stores.ts';
import type { Health } from './http-server.ts';
import type { Shutdown } from './shutdown.ts';

export interface Services {
  readonly stores: Stores;
  readonly backend: QueueBackend;
  /** Whether database and queue answer. */
  readonly ready: () => Promise<Health>;
  /** Forgets what is older than RETENTION_DAYS; `keysOf` names the files of a revision. */
  forgetOld(keysOf: (revisionId: string) => readonly string[]): Promise<void>;
  readonly notes: readonly string[];
}

/** Database, files and queue, wherever the settings say they are. */
export const openServices = async (env: Env, log: Log, shutdown: Shutdown): Promise<Services> => {
  const onError = (error: Error) => log.warn({ reason: error.message }, 'connection-error');
  const notes: string[] = [];
  const url = env.DATABASE_URL ?? (await embedded(env, log, shutdown, notes));
  const database = await openDatabase(url, { onError });
  shutdown.add('database', () => database.close());
  const backend =
    env.REDIS_URL === undefined ? await postgresBackend(url, onError) : redisBackend(env.REDIS_URL, onError);
  shutdown.add('queue backend', () => backend.close());
  const files = await fileStoreOf(env);
  return {
    stores: createStores(database.db, files),
    backend,
    notes,
    forgetOld: async (keysOf) => {
      const revisions = await forgetOld(database.db, files, env.RETENTION_DAYS, keysOf);
      if (revisions > 0) log.info({ revisions, days: env.RETENTION_DAYS }, 'old-uploads-forgotten');
    },
    ready: async () => {
      const [databaseAnswers, queueAnswers] = await Promise.all([
        answers(() => database.pool.query('SELECT 1')),
        answers(() => backend.ping()),
      ]);
      return { ok: databaseAnswers && queueAnswers, database: databaseAnswers, queue: queueAnswers };
    },
  };
};

const embedded = async (env: Env, log: Log, shutdown: Shutdown, notes: string[]): Promise<string> => {
  if (env.ROLE !== 'all') {
    throw new AppError(
      'configuration',
      `ROLE=${env.ROLE} 表示几个进程分工，它们要用同一个数据库：请设置 DATABASE_URL（队列也可以用 REDIS_URL）。`,
    );
  }
  const server = await startEmbeddedPostgres(env.DATA_DIR, {
    onCrash: (failure) =>
      failure === null
        ? log.warn({}, 'embedded-postgres-restarted')
        : log.error({ err: failure }, 'embedded-postgres-lost'),
  });
  shutdown.add('embedded PostgreSQL', () => server.stop());
  if (server.adopted) notes.push('接管了上次留下的内置 PostgreSQL');
  if (server.note !== null) notes.push(server.note);
  return server.url;
};

const fileStoreOf = async (env: Env): Promise<FileStore> => {
  const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (S3_BUCKET === undefined || S3_ACCESS_KEY_ID === undefined || S3_SECRET_ACCESS_KEY === undefined) {
    return diskFileStore(join(env.DATA_DIR, 'files'));
  }
  return s3FileStore({
    bucket: S3_BUCKET,
    region: env.S3_REGION ?? 'us-east-1',
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    ...(env.S3_ENDPOINT === undefined ? {} : { endpoint: env.S3_ENDPOINT }),
  });
};

const answers = async (ask: () => Promise<unknown>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), 2_000);
  });
  const asked = ask().then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
};
