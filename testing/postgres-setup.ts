import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { placeServer } from '../storage/embedded/location.ts';
import { isAlive } from '../storage/embedded/postmaster.ts';
import { stopServer } from '../storage/embedded/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where this run's PostgreSQL server lives once a test file has asked for it. */
    postgresFolder: string;
  }
}

const prefix = 'cuigao-test-';

/** Makes room for the run's one PostgreSQL server; the first test file that needs it starts it. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  await chmod(folder, 0o755);
  project.provide('postgresFolder', folder);
  return () => remove(folder);
};

/** What runs that were killed have left: their servers go on for ever. */
const sweep = async (): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(name.startsWith(prefix) ? name.slice(prefix.length).split('-')[0] : Number.NaN);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    await remove(join(tmpdir(), name)).catch(() => undefined);
  }
};

const remove = async (folder: string): Promise<void> => {
  await stopServer(await placeServer(folder));
  await rm(folder, { recursive: true, force: true });
};
