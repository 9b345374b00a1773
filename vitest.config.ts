import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Two at a time, also where there are but two processors: much of it waits for processes and files.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/{shared,electron,invariants,migrations}/**/*.test.ts'],
          testTimeout: 30_000,
          // Modules are loaded once for all files: nothing in them remembers one project when it opens another.
          isolate: false,
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
