import { writeFileSync } from 'node:fs';

import { elanFile, tier } from '../support/elanFile.ts';
import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';

const slots = { a: 0, b: 2000, c: 4000, d: 5000, e: 7000 };

function recording(one: string, other: string): string {
  const words = (code: string, from: string, to: string, text: string) =>
    tier(
      { TIER_ID: `ord@${code}`, PARTICIPANT: code, LINGUISTIC_TYPE_REF: 'ord' },
      { from, to, text },
    );
  return elanFile(
    slots,
    words(one, 'a', 'b', 'Vad har betytt mest?'),
    words(other, 'b', 'c', 'Att någon ringde tillbaka.'),
    tier(
      { TIER_ID: `gest@${other}`, PARTICIPANT: other, LINGUISTIC_TYPE_REF: 'gest' },
      { from: 'c', to: 'd', text: 'rycker på axlarna' },
    ),
  );
}

test('What is speech in the tiers of ELAN is chosen by keyboard for one file and holds for the others', async ({
  app,
  page,
}) => {
  await app.call('project.create', {
    path: app.pathOf('spår.utsaga'),
    description: {
      title: 'Samtal om stöd',
      aim: '',
      researchQuestions: [],
      approach: 'inductive',
      content: 'manifest',
      language: 'sv',
      levelPreset: 'categoryMain',
      levelNames: ['Kategori', 'Huvudkategori'],
      hasThemes: true,
    },
    analyst: 'Eva Lind',
  });
  writeFileSync(app.pathOf('ett.eaf'), recording('EVA', 'BO'));
  writeFileSync(app.pathOf('två.eaf'), recording('KIM', 'ANNA'));
  await page
    .getByRole('button', { name: /Läs in transkript/ })
    .first()
    .click();
  const choose = async (button: string, file: string) => {
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('dialog').getByRole('textbox').first().fill(app.pathOf(file));
    await page.keyboard.press('Enter');
  };
  const tiers = page.getByRole('group', { name: 'Vilka spår är tal?' });
  await choose('Välj filer…', 'ett.eaf');
  await expect(tiers.getByRole('checkbox')).toHaveCount(3);
  await choose('Fler filer…', 'två.eaf');
  const files = page.getByRole('list', { name: 'Filer att läsa in' });
  await expect(files.getByText(/\d repliker/)).toHaveCount(2);
  const turns = page.getByRole('list', { name: 'Repliker' });
  await expect(turns).toContainText('rycker på axlarna');
  await shot(page, 'import-tiers');
  await expectAccessible(page);

  await tiers.getByRole('checkbox', { name: /gest@BO/ }).focus();
  await page.keyboard.press('Space');
  await expect(turns).not.toContainText('rycker på axlarna');
  await expect(tiers.getByRole('checkbox', { name: /gest@BO/ })).toBeFocused();
  await page.getByRole('button', { name: 'Gör likadant med 1 fil till' }).press('Enter');
  await files.getByRole('button', { name: /^två\.eaf/ }).click();
  await expect(tiers.getByRole('checkbox', { name: /gest@ANNA/ })).not.toBeChecked();
  await expect(turns).not.toContainText('rycker på axlarna');
  await page.keyboard.press('Control+Enter');
  await expect(
    page.getByRole('heading', { name: '2 transkript lästes in' }),
  ).toBeVisible();
});
