import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { AppError } from '../core/errors.ts';

/** Any number, as long as it stays the same: "MIGR". */
const migrationLock = 0x4d494752;

/** The SQL files are not compiled: from dist/ they are found in the package they came with. */
const migrationsFolder = (): string => {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'storage', 'migrations');
    if (existsSync(join(candidate, '0001-first-tables.sql'))) return candidate;
  }
  throw new AppError('configuration', '找不到 storage/migrations，安装不完整。请重新安装。');
};

/**
 * Brings the database up to date: every numbered file of storage/migrations once, in order, all in one transaction.
 * Processes that start together wait for each other. A database of a newer version is refused.
 */
export const migrate = async (pool: pg.Pool): Promise<string[]> => {
  const folder = migrationsFolder();
  const files = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort();
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const applied = await client.query<{ name: string }>('SELECT name FROM migrations');
    const known = new Set(applied.rows.map((row) => row.name));
    const stranger = [...known].find((name) => !files.includes(name));
    if (stranger !== undefined) {
      throw new AppError('configuration', `数据库由更新的版本使用过（${stranger}）。请升级后再启动。`);
    }
    const pending = files.filter((name) => !known.has(name));
    for (const name of pending) {
      await client.query(await readFile(join(folder, name), 'utf8'));
      await client.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
    }
    await client.query('COMMIT');
    return pending;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
};
