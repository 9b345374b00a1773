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
});
