import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { startHost, hostFolders } from '../support/startHost.ts';
import { expect, shot, test } from '../support/browserApp.ts';

test.describe('Start', () => {
  test('the app opens from its link, keeps its key through a reload and shows it in no address', async ({
    app,
    page,
  }) => {
    await expect(page.locator('#root')).not.toBeEmpty();
    expect(new URL(page.url()).hash).toBe('');
    await page.reload();
    await expect(page.locator('#root')).not.toBeEmpty();
    await shot(page, 'start');
    expect(await app.call('project.state', {})).toBeNull();
  });

  test('a link that a browser was started with opens the app once', async ({
    browser,
  }) => {
    const folders = hostFolders();
    const { host } = await startHost(folders);
    const link = host.urlForOnce();
    const mine = await browser.newPage();
    await mine.goto(link);
    await expect(mine.getByRole('button').first()).toBeVisible();
    await mine.reload();
    await expect(mine.getByRole('button').first()).toBeVisible();
    const theirs = await browser.newContext();
    const second = await theirs.newPage();
    await second.goto(link);
    await expect(second.getByRole('button')).toHaveCount(0);
    await mine.close();
    await theirs.close();
    await host.close();
    folders.remove();
  });

  test('without a screen, one sentence says so and the printed link opens the app; Ctrl C ends it', async ({
    page,
  }) => {
    const folders = hostFolders();
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...environment } = process.env;
    const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/start.ts'], {
      env: {
        ...environment,
        LANG: 'sv_SE.UTF-8',
        UTSAGA_DATA_FOLDER: folders.dataFolder,
      },
    });
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    await expect.poll(() => said, { timeout: 30_000 }).toContain('http://127.0.0.1:');
    expect(said).toContain('Det finns ingen skärm');
    expect(said).not.toMatch(/^\s+at /m);
    await page.goto(/http:\S+/.exec(said)?.[0] ?? '');
    await expect(page.getByRole('button').first()).toBeVisible();
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    expect((await ended)[0]).toBe(0);
    folders.remove();
  });
});
