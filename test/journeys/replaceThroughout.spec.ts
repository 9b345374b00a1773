import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';
import {
  addTranscript,
  aUnit,
  boxOf,
  dragOver,
  openStudy,
  type Said,
  transcriptText,
} from '../support/focusGroup.ts';

const said: readonly Said[] = [
  ['P1', 'Jag ringde Annika, men Annika svarade inte.'],
  ['P2', 'Annikas kollega svarade, och sa att ANNIKA var sjuk.'],
];

test.describe('A name is replaced throughout', () => {
  test('with every place in view, those ticked in one step, and the units told of before', async ({
    app,
    page,
  }) => {
    const first = await openStudy(app, said);
    await addTranscript(app, [['P4', 'Annika? Nej.']], 'Fokusgrupp 2');
    await aUnit(app, [first.spanOf(0, 'Jag ringde Annika')]);
    await page.getByRole('button', { name: /^Transkript/ }).click();
    await page.getByRole('button', { name: /^Fokusgrupp 1 / }).click();
    await expect(transcriptText(page)).toBeFocused();
    await dragOver(page, 'ANNIKA');
    const box = await boxOf(page, 'ANNIKA');
    await page.mouse.click(box.left + 20, box.middle, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Ersätt ett namn eller ord…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ersätt ett namn eller ord' });
    await expect(dialog.getByLabel('Ord att ersätta')).toHaveValue('ANNIKA');
    await dialog.getByLabel('Ersätt med').fill('Berit');
    const places = dialog.getByRole('tree', { name: 'Ställen där orden står' });
    // The transcript itself, and the one place in it.
    await expect(places.getByRole('treeitem')).toHaveCount(2);
    await expect(
      dialog.getByText('Inga meningsenheter ändras.', { exact: false }),
    ).toBeVisible();

    await dialog.getByText('Bara hela ord').click();
    await dialog.getByText('Skilj på stora och små bokstäver').click();
    await expect(places.getByRole('treeitem')).toHaveCount(5);
    await expect(
      dialog.getByText('1 meningsenhet ändras, ingen att granska.', { exact: false }),
    ).toBeVisible();
    await expectAccessible(page);
    await shot(page, 'replace-throughout');
    await places.getByRole('treeitem', { name: /Annika.*kollega/ }).click();
    await dialog.getByRole('button', { name: 'Ersätt 3 ställen' }).click();
    await expect(dialog).toHaveCount(0);
    const texts = async () => {
      const { turns } = await app.call('transcripts.read', { transcriptId: first.id });
      return turns.map(({ text }) => text);
    };
    expect(await texts()).toEqual([
      'Jag ringde Berit, men Berit svarade inte.',
      'Annikas kollega svarade, och sa att Berit var sjuk.',
    ]);
    await page.getByText('Ersatte 3 ställen.', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Ångra', exact: true }).last().click();
    await expect.poll(texts).toEqual(said.map(([, text]) => text));
  });

  test('by keyboard alone, from the palette, in all transcripts', async ({
    app,
    page,
  }) => {
    const first = await openStudy(app, said);
    const second = await addTranscript(app, [['P4', 'Annika? Nej.']], 'Fokusgrupp 2');
    await expect(page.getByRole('button', { name: /^Transkript/ }).first()).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('ersätt ett namn');
    await expect(page.getByRole('option', { name: /Ersätt ett namn/ })).toBeVisible();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Ersätt ett namn eller ord' });
    await expect(dialog.getByLabel('Ord att ersätta')).toBeFocused();
    await page.keyboard.type('Annika');
    await page.keyboard.press('Enter');
    await expect(dialog.getByLabel('Ersätt med')).toBeFocused();
    await page.keyboard.type('P7');
    const places = dialog.getByRole('tree');
    await expect(places.getByRole('treeitem')).toHaveCount(5);
    await places.focus();
    await page.keyboard.press('End');
    await page.keyboard.press(' ');
    await expect(dialog.getByRole('button', { name: 'Ersätt 2 ställen' })).toBeVisible();
    await page.keyboard.press(' ');
    const replace = dialog.getByRole('button', { name: 'Ersätt 3 ställen' });
    await expect(replace).toBeVisible();
    await replace.focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    const { turns } = await app.call('transcripts.read', { transcriptId: second.id });
    expect(turns[0]!.text).toBe('P7? Nej.');
    await page.keyboard.press('Control+z');
    const firstText = async () =>
      (await app.call('transcripts.read', { transcriptId: first.id })).turns[0]!.text;
    await expect.poll(firstText).toBe(said[0]![1]);
  });
});
