import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { AppError } from '../core/errors.ts';
import { migrate } from './migrate.ts';
import * as schema from './schema.ts';

const connect = (pool: pg.Pool) => drizzle(pool, { schema });
export type Database = ReturnType<typeof connect>;

export interface OpenDatabase {
  readonly pool: pg.Pool;
  readonly db: Database;
  close(): Promise<void>;
}

/** Connects and migrates. `onError` hears of idle connections that broke; queries reject on their own. */
export const openDatabase = async (
  url: string,
  options: { onError?: (error: Error) => void; connections?: number } = {},
): Promise<OpenDatabase> => {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    application_name: 'cuigao',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  pool.on('error', (error) => options.onError?.(error));
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    if (error instanceof AppError || error instanceof pg.DatabaseError) throw error;
    throw new AppError('unavailable', '连不上数据库。请检查 DATABASE_URL 中的地址和数据库是否在运行。', {
      cause: error,
    });
  }
  return { pool, db: connect(pool), close: () => pool.end() };
};
