import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { AppError } from '../core/errors.ts';
import { placeServer } from './embedded/location.ts';
import { ensureServer, type RunningServer, serverUser, stopServer } from './embedded/server.ts';

export interface EmbeddedPostgres {
  /** Connection string of the database, for this process only. */
  readonly url: string;
  readonly adopted: boolean;
  /** For the start-up line, when data or programs are not in the data directory. */
  readonly note: string | null;
  stop(): Promise<void>;
}

const database = 'cuigao';
/** Any number, as long as it stays the same: "CUIG". */
const ownerLock = 0x43554947;
/** A killed process's connection dies with it, so a lock still held after this long has a living owner. */
const ownerPatienceMs = 3_000;

export const databaseUrl = (server: RunningServer, name: string): string =>
  `postgres://${serverUser}:${server.password}@127.0.0.1:${server.port}/${name}?sslmode=disable`;

export interface EmbeddedOptions {
  /** Hears how it went when the server died under us: null when it is back, else why it is not. */
  readonly onCrash?: (failure: Error | null) => void;
}

/**
 * Starts, or adopts, the PostgreSQL server that lives in `dataDir`, and starts it again should it die. One process at a
 * time: a second one is refused with `in-use`, whether the first one was started a second or a month ago.
 */
export const startEmbeddedPostgres = async (
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> => {
  const place = await placeServer(dataDir);
  const server = await ensureServer(place);
  await ensureDatabase(server);
  const url = databaseUrl(server, database);
  let stopping = false;
  let owner = await takeOwnership(url, dataDir);

  const restore = async (): Promise<void> => {
    await ensureServer(place);
    owner = await takeOwnership(url, dataDir);
    watch();
  };
  /** The connection that holds the lock ends only with the server. */
  const watch = (): void => {
    owner.once('end', () => {
      if (stopping) return;
      restore().then(
        () => options.onCrash?.(null),
        (error: unknown) => options.onCrash?.(error instanceof Error ? error : new Error(String(error))),
      );
    });
  };
  watch();

  return {
    url,
    adopted: server.adopted,
    note: place.note,
    stop: async () => {
      stopping = true;
      await stopServer(place);
      await owner.end().catch(() => undefined);
    },
  };
};

const ensureDatabase = async (server: RunningServer): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl(server, 'postgres') });
  await client.connect();
  try {
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } catch (error) {
    // Another process made it in between.
    if (!(error instanceof pg.DatabaseError) || (error.code !== '42P04' && error.code !== '23505')) throw error;
  } finally {
    await client.end();
  }
};

const takeOwnership = async (url: string, dataDir: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, application_name: `cuigao ${process.pid}`, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  const until = Date.now() + ownerPatienceMs;
  for (;;) {
    const answer = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [ownerLock]);
    if (answer.rows[0]?.mine) return client;
    if (Date.now() > until) break;
    await delay(100);
  }
  const holder = await client.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND objid = $1 AND granted AND pg_locks.database = pg_stat_activity.datid`,
    [ownerLock],
  );
  await client.end();
  const pid = holder.rows[0]?.name.replace('cuigao ', '') ?? '?';
  throw new AppError(
    'in-use',
    `另一个催稿进程（pid ${pid}）正在使用数据目录 ${resolve(dataDir)}。请先停止它，或给这一个设置不同的 DATA_DIR；要多进程一起工作，请设置 DATABASE_URL 和 REDIS_URL。`,
  );
};
