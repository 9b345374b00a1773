import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Two at a time, also where there are but two processors: much of it waits for processes and files.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'shared',
          environment: 'node',
          include: ['test/shared/**/*.test.ts'],
          testTimeout: 30_000,
          // Pure functions: their modules are loaded once for all files.
          isolate: false,
        },
      },
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/{electron,invariants,migrations}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
