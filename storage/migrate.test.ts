import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withDatabase } from '../testing/postgres.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';

const database = withDatabase();
let empty: pg.Pool;

beforeAll(async () => {
  await database.database.pool.query('CREATE SCHEMA empty');
  empty = new pg.Pool({ connectionString: database.url, options: '-c search_path=empty', max: 4 });
});

afterAll(() => empty.end());

it('migrates an empty database once, also when several processes begin at the same time', async () => {
  const applied = await Promise.all([migrate(empty), migrate(empty), migrate(empty)]);
  expect(applied.map((names) => names.length).sort()).toEqual([0, 0, applied.flat().length]);
  expect(applied.flat()[0]).toBe('0001-first-tables.sql');
  expect(await migrate(empty)).toEqual([]);
});

it('refuses a database that a newer version has changed', async () => {
  await empty.query("INSERT INTO migrations (name) VALUES ('9999-from-the-future.sql')");
  await expect(migrate(empty)).rejects.toMatchObject({ code: 'configuration' });
  await empty.query("DELETE FROM migrations WHERE name LIKE '9999%'");
});

it('says at once when there is no database', async () => {
  await expect(openDatabase('postgres://nobody:x@127.0.0.1:9/none')).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('DATABASE_URL'),
  });
});
