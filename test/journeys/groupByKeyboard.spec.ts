import type { CodeId } from '../../shared/domain/ids.ts';
import { expect, shot, test } from '../support/browserApp.ts';
import {
  card,
  column,
  expectPanesAccessible,
  focusedName,
  head,
  namesIn,
  openBoard,
  placeOf,
} from '../support/onTheBoard.ts';

test.describe('Group codes by keyboard', () => {
  test('the same work by keyboard alone', async ({ app, page }) => {
    await openBoard(app, page);
    await page.keyboard.press('F6');
    await card(page, 'bemött som människa').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(page.getByText('2 valda', { exact: true })).toBeVisible();

    await page.keyboard.press('Shift+G');
    await page.keyboard.type('Att bli sedd');
    await page.keyboard.press('Enter');
    await expect(head(page, 'Att bli sedd')).toBeFocused();
    expect(await namesIn(app, 'Att bli sedd')).toEqual([
      'bemött som människa',
      'eget förmöte',
    ]);

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await expect
      .poll(() => namesIn(app, 'Att bli sedd'))
      .toEqual(['eget förmöte', 'bemött som människa']);
    await expect(card(page, 'bemött som människa')).toBeFocused();

    await page.keyboard.press('g');
    await page.keyboard.type('sjalvvalt');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('självvalt');
    await page.keyboard.press('Enter');
    await expect.poll(() => placeOf(app, 'bemött som människa')).toBe('Självvalt stöd');
    await expect(card(page, 'eget förmöte')).toBeFocused();

    await page.keyboard.press('u');
    await expect.poll(() => placeOf(app, 'eget förmöte')).toBeNull();
    await expect(head(page, 'Att bli sedd')).toBeFocused();

    await page.keyboard.press('F2');
    await page.keyboard.type('Att bli mött');
    await page.keyboard.press('Enter');
    await expect(head(page, 'Att bli mött')).toBeFocused();

    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => namesIn(app, 'Att bli sedd'))
      .toEqual(['bemött som människa', 'eget förmöte']);
    expect(await focusedName(page)).not.toBe('');
    await page.keyboard.press('Control+z');
    await expect(head(page, 'Att bli sedd')).toHaveCount(0);
    expect(await focusedName(page)).not.toBe('');
  });

  test('bands are walked between, closed and opened, and cards cut and pasted', async ({
    app,
    page,
  }) => {
    await openBoard(app, page);
    await card(page, 'minskad tillit').focus();
    await page.keyboard.press('Control+x');
    await page.keyboard.press('ArrowRight');
    expect(
      await column(page, 'Bristande information inför mötet').getAttribute('data-drop'),
    ).toBe(
      await page.evaluate(() =>
        document.activeElement?.closest('.column')?.getAttribute('data-drop'),
      ),
    );
    await page.keyboard.press('Control+ArrowDown');
    await expect(head(page, 'Förutsättningar för delaktighet i SIP')).toBeFocused();
    await page.keyboard.press('-');
    await expect(head(page, 'Förutsättningar för delaktighet i SIP')).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    await expect(head(page, 'Självvalt stöd')).toHaveCount(0);
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowDown');
    await expect(head(page, 'Möte på egna villkor')).toBeFocused();
    await page.keyboard.press('Control+v');
    await expect.poll(() => placeOf(app, 'minskad tillit')).toBe('Möte på egna villkor');
    await expect(head(page, 'Möte på egna villkor')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(head(page, 'En samordnare som håller ihop')).toBeFocused();
  });

  test('the tree shows the same, with what stands behind each', async ({ app, page }) => {
    await openBoard(app, page);
    await page.getByRole('radio', { name: 'Träd' }).click();
    const tree = page.getByRole('treegrid', { name: 'Kategoriträdet' });
    await expect(
      tree.getByRole('row').filter({ hasText: 'Självvalt stöd' }),
    ).toBeVisible();
    await tree.getByRole('row').nth(1).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(tree.getByRole('row')).toHaveCount(23);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('u');
    await expect.poll(() => placeOf(app, 'missuppfattat syfte')).toBeNull();
    await expectPanesAccessible(page);
    await shot(page, 'board-tree');
  });

  test('a card is found by what is typed, and its words are one key away', async ({
    app,
    page,
  }) => {
    await openBoard(app, page);
    await card(page, 'vanlig svenska').focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('låtsas');
    await expect(page.getByRole('treeitem', { name: /, kod, / })).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(card(page, 'låtsas förstå')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('.inspector .unit-list-item').first()).toBeFocused();
    await page.keyboard.press('Control+j');
    await expect(page.getByRole('button', { name: /^Transkript/ })).toBeVisible();
    await expect(page.getByRole('tree', { name: 'Kategoriträdet' })).toHaveCount(0);
  });

  test('an empty project says what will come, and a first heading starts the tree', async ({
    app,
    page,
  }) => {
    await app.call('project.create', {
      path: app.pathOf('new.utsaga'),
      description: {
        title: 'Nytt',
        aim: '',
        researchQuestions: [],
        approach: 'inductive',
        content: 'manifest',
        language: 'sv',
        levelPreset: 'EB17',
        levelNames: ['Kategori'],
        hasThemes: true,
      },
      analyst: '',
    });
    await page.getByRole('button', { name: /^Gruppera/ }).click();
    await expect(
      page.getByText('Koderna du sätter i texten hamnar här som kort.'),
    ).toBeVisible();
    const made: CodeId[] = [];
    for (const name of ['a', 'b', 'c'])
      made.push((await app.call('codes.create', { name })).id);
    await expect(
      page.getByText('Lägg ihop två kort som hör ihop, så får de en gemensam rubrik.'),
    ).toBeVisible();
    await expectPanesAccessible(page);
    await page.getByRole('treeitem', { name: /^a ?, kod/ }).focus();
    await page.keyboard.press('Shift+G');
    await page.keyboard.type('Först');
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('treeitem', { name: /^Först ?, kategori/ }),
    ).toBeFocused();
    const [code] = await app.call('codes.list', {});
    expect(code?.categoryId).not.toBeNull();
    expect(made).toHaveLength(3);
  });
});
