import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{bench,bot,cli,collection,config,core,handlers,jobs,playground,report,scripts,storage,testing}/**/*.test.ts',
    ],
    globalSetup: ['testing/postgres-setup.ts'],
    // Many tests wait for a server or a browser: two files at once pay also where there are only two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { TZ: 'Asia/Shanghai' },
  },
});
