import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';

test.describe('Find, do and go', () => {
  test('the palette finds commands, places, codes, categories and the words themselves', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('hitta.utsaga') });
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Sök eller gör något' });
    await expect(field).toBeFocused();
    await expectAccessible(page);
    await field.fill('samord');
    await expect(
      page.getByRole('option', { name: /En samordnare som håller ihop/ }),
    ).toBeVisible();
    await expect(
      page.getByRole('option', { name: /eget samordningsansvar/ }),
    ).toBeVisible();
    await expect(
      page.getByRole('option', { name: /min samordnare ringde bara/ }),
    ).toBeVisible();
    await expectAccessible(page);
    await shot(page, 'palette');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: /^Transkript/ })).toBeVisible();
    await expect(
      page.getByRole('complementary').getByText('Meningsenhet 28'),
    ).toBeVisible();

    await page.keyboard.press('Control+k');
    await field.fill('history');
    await expect(page.getByRole('option', { name: /Gå till historiken/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Historik' })).toBeVisible();

    await page.keyboard.press('Control+k');
    await field.fill('xyzzy');
    await expect(page.getByText('Inget som heter ”xyzzy”.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.tagName))
      .not.toBe('BODY');
  });

  test('keys go everywhere, pane by pane and place by place, and focus is never lost', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('gå.utsaga') });
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
    for (const [key, name] of [
      ['Control+3', 'Gruppera'],
      ['Control+4', 'Teman'],
      ['Control+,', 'Inställningar'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.tagName))
        .not.toBe('BODY');
    }
    await page.keyboard.press('Control+3');
    const panes = new Set<string>();
    for (let press = 0; press < 5; press += 1) {
      await page.keyboard.press('F6');
      panes.add(
        await page.evaluate(
          () => document.activeElement?.closest('[data-pane]')?.tagName ?? '',
        ),
      );
    }
    expect([...panes].toSorted()).toEqual(['ASIDE', 'MAIN', 'NAV']);

    await page.keyboard.press('F9');
    await expect(page.locator('.frame-navigation-rail')).toBeVisible();
    await page.keyboard.press('F9');
    await page.keyboard.press('F4');
    await expect(page.locator('aside[data-pane]')).toHaveCount(0);
    await page.keyboard.press('F4');
    await expect(page.locator('aside[data-pane]')).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Allt är redan sparat.')).toBeVisible();
  });

  test('Tab visits every control of the frame in the order it is seen', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('tab.utsaga') });
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
    await expect(page.getByRole('row', { name: /FG1/ })).toBeVisible();
    // The main pane takes the focus when a project opens; from there back to the first control there is.
    await expect(page.getByRole('main')).toBeFocused();
    const first = page.getByRole('button', { name: 'Att delta i sitt SIP-möte' });
    await first.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(first).toBeFocused();
    const visited: { x: number; y: number; name: string; hasOutline: boolean }[] = [];
    for (let press = 0; press < 16; press += 1) {
      if (press > 0) await page.keyboard.press('Tab');
      visited.push(
        await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const box = element.getBoundingClientRect();
          const style = getComputedStyle(element);
          return {
            x: box.x,
            y: box.y,
            name: element.innerText,
            hasOutline:
              style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
          };
        }),
      );
    }
    expect(visited.filter(({ hasOutline }) => !hasOutline)).toEqual([]);
    const bar = visited.filter(({ y }) => y < 40).map(({ x }) => x);
    expect(bar).toEqual(bar.toSorted((a, b) => a - b));
    expect(bar.length).toBeGreaterThanOrEqual(4);
    const navigation = visited.filter(({ x, y }) => y > 40 && x < 180).map(({ y }) => y);
    expect(navigation).toEqual(navigation.toSorted((a, b) => a - b));
    expect(navigation.length).toBeGreaterThanOrEqual(8);
  });

  test('the keys’ help shows what works here first, and searches', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('tangenter.utsaga') });
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
    await page.keyboard.press('F1');
    const help = page.getByRole('dialog', { name: 'Tangentbord' });
    await expect(help.getByRole('region', { name: 'Här' })).toContainText(
      'Sök eller gör något',
    );
    await expect(help.getByRole('region', { name: 'I transkriptet' })).toContainText(
      'Markera meningsenhet',
    );
    await expectAccessible(page);
    await help.getByRole('searchbox').fill('mark meaning');
    await expect(help.getByText('Markera meningsenhet')).toBeVisible();
    await expect(help.getByText('Sök eller gör något')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(help).toHaveCount(0);
  });

  test('characters that need AltGr are typed in fields, and single keys do nothing there', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('tecken.utsaga') });
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Sök eller gör något' });
    for (const sign of [
      '@',
      '€',
      '{',
      '[',
      ']',
      '}',
      '\\',
      '~',
      '|',
      '?',
      'm',
      'K',
      'x',
    ]) {
      await field.fill('');
      await page.keyboard.type(sign);
      await expect(field).toHaveValue(sign);
    }
  });
});
