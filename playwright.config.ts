import { defineConfig } from '@playwright/test';

import { chromiumFlags, findChromium } from './scripts/findBrowser.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/journeys',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // A machine that others load must not refuse a change; what needed a second try is listed, and counted apart.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'sv-SE',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [...chromiumFlags(), '--disable-gpu', '--disable-quic'],
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
});
