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
});
