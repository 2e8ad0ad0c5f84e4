import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { placeServer } from '../storage/embedded/location.ts';
import { stopServer } from '../storage/embedded/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where this run's PostgreSQL server lives once a test file has asked for it. */
    postgresFolder: string;
  }
}

/** Makes room for the run's one PostgreSQL server; the first test file that needs it starts it. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'cuigao-test-'));
  await chmod(folder, 0o755);
  project.provide('postgresFolder', folder);
  return async () => {
    await stopServer(await placeServer(folder));
    await rm(folder, { recursive: true, force: true });
  };
};
