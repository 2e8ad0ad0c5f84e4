import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Stores } from '../core/ports/stores.ts';
import { type OpenDatabase, openDatabase } from '../storage/database.ts';
import { placeServer } from '../storage/embedded/location.ts';
import { ensureServer } from '../storage/embedded/server.ts';
import { databaseUrl } from '../storage/embedded-postgres.ts';
import { diskFileStore } from '../storage/file-store.ts';
import { createStores } from '../storage/stores.ts';

export interface TestDatabase {
  /** Connection string, for code that connects by itself (BullMQ, `startBot` with DATABASE_URL). */
  readonly url: string;
  readonly database: OpenDatabase;
  /** All stores on this database; files go to a folder of the test's own. */
  readonly stores: Stores;
}

/**
 * A migrated PostgreSQL database of the test file's own, on the one server of the whole run. Call it at the top of a
 * file or of a `describe`, and read its properties inside tests and hooks only:
 *
 *     const database = withDatabase();
 *     test('…', async () => { await database.stores.inbox.store(event); });
 *
 * The first caller starts the server (about a second); a run that asks for no database starts none.
 */
export const withDatabase = (): TestDatabase => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  let opened: { url: string; database: OpenDatabase; stores: Stores; folder: string; admin: string } | undefined;

  beforeAll(async () => {
    const server = await ensureServer(await placeServer(inject('postgresFolder')));
    const admin = databaseUrl(server, 'postgres');
    await runOn(admin, `CREATE DATABASE ${name}`);
    const url = databaseUrl(server, name);
    const database = await openDatabase(url);
    const folder = await mkdtemp(join(tmpdir(), 'cuigao-files-'));
    opened = { url, database, stores: createStores(database.db, diskFileStore(folder)), folder, admin };
  });

  afterAll(async () => {
    if (!opened) return;
    await opened.database.close();
    await runOn(opened.admin, `DROP DATABASE ${name} WITH (FORCE)`);
    await rm(opened.folder, { recursive: true, force: true });
  });

  const ready = () => {
    if (!opened) throw new Error('withDatabase(): read its properties inside tests and hooks only');
    return opened;
  };
  return {
    get url() {
      return ready().url;
    },
    get database() {
      return ready().database;
    },
    get stores() {
      return ready().stores;
    },
  };
};

const runOn = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
