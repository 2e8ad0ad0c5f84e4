import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{bench,bot,cli,collection,config,core,handlers,jobs,playground,report,scripts,storage,testing}/**/*.test.ts',
    ],
    globalSetup: ['testing/postgres-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { TZ: 'Asia/Shanghai' },
  },
});
