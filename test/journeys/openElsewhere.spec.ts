import { renameSync, writeFileSync } from 'node:fs';

import { hostFolders, startHost } from '../support/startHost.ts';
import { expect, expectAccessible, shot, test } from '../support/browserApp.ts';

test.describe('Opened, but not as usual', () => {
  test('a project that another program has is read, and every place says so', async ({
    app,
    page,
  }) => {
    const other = hostFolders();
    const { host, session } = await startHost(other);
    await session.call('settings.change', { analystName: 'Anna Ek' });
    await session.call('project.openExample', { path: app.pathOf('delad.utsaga') });
    await app.call('project.open', { path: app.pathOf('delad.utsaga') });

    await expect(page.getByText(/^Läser bara: AE/)).toBeVisible();
    await expect(page.getByText(/har projektet öppet\. Du kan läsa allt/)).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Det finns inget mer att ångra' }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Inställningar' }).click();
    await expect(page.getByRole('textbox', { name: 'Projektets namn' })).toHaveAttribute(
      'readonly',
      '',
    );
    await expectAccessible(page);
    await shot(page, 'read-only');
    await page.getByRole('button', { name: 'Historik' }).click();
    await page.getByRole('option').first().click();
    await expect(page.getByRole('button', { name: 'Återställ hit' })).toHaveCount(0);
    await host.close();
    other.remove();
  });

  test('a lock that another computer left behind is taken over, once it is said what that means', async ({
    app,
    page,
  }) => {
    const path = app.pathOf('kvarglömd.utsaga');
    await app.call('project.openExample', { path });
    await app.call('project.close', {});
    const since = '2026-11-12T08:00:00.000Z';
    const other = { initials: 'AE', host: 'gamla-datorn', process: 1, processStart: '' };
    writeFileSync(`${path}-lock`, JSON.stringify({ ...other, since }));
    await app.call('project.open', { path });

    await page.getByRole('button', { name: 'Ta över projektet…' }).click();
    const dialog = page.getByRole('alertdialog', {
      name: 'Ta över projektet från AE (gamla-datorn)?',
    });
    await expect(dialog).toContainText('12 november 2026');
    await expect(dialog).toContainText('En säkerhetskopia görs först.');
    await expectAccessible(page);
    await shot(page, 'take-over');
    await dialog.getByRole('button', { name: 'Ta över', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/^Läser bara/)).toHaveCount(0);
    await page.getByRole('button', { name: 'Inställningar' }).click();
    await page.getByRole('textbox', { name: 'Syfte' }).fill('Ett annat syfte.');
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(async () => (await app.call('project.read', {})).aim)
      .toBe('Ett annat syfte.');
  });

  test('files that cannot be opened are refused where they were chosen', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('hel.utsaga') });
    await app.call('project.close', {});
    writeFileSync(app.pathOf('hel.utsaga'), 'inget projekt');
    writeFileSync(app.pathOf('annat.utsaga'), 'inte heller');
    await page.reload();
    const recent = page.getByRole('list', { name: 'Senaste projekt' });
    await recent.getByRole('button').first().click();
    await expect(recent.getByRole('alert')).toContainText(
      'är inte ett projekt från Utsaga',
    );

    await page.keyboard.press('Control+o');
    const dialog = page.getByRole('dialog', { name: 'Öppna projekt' });
    await dialog.getByLabel('Fil eller sökväg').fill(app.pathOf('annat.utsaga'));
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('main').getByText(/annat\.utsaga är inte ett projekt/),
    ).toBeVisible();
    await expectAccessible(page);
  });

  test('a file that goes away while it is open is said, with a copy elsewhere as the way out', async ({
    app,
    page,
  }) => {
    await app.call('project.openExample', { path: app.pathOf('borta.utsaga') });
    await expect(page.getByRole('heading', { name: 'Översikt' })).toBeVisible();
    renameSync(app.pathOf('borta.utsaga'), app.pathOf('flyttad.utsaga'));
    await page.getByRole('button', { name: 'Inställningar' }).click();
    await page.getByRole('textbox', { name: 'Syfte' }).fill('Ett annat syfte.');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Kan inte spara.')).toBeVisible();
    await page.getByRole('button', { name: 'Visa varför' }).click();
    const why = page.getByRole('dialog', { name: 'Projektet kan inte sparas' });
    await expect(why).toContainText('finns inte längre där den låg');
    await why.getByRole('button', { name: 'Spara en kopia…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Spara en kopia…' });
    await dialog.getByLabel('Filnamn').fill(app.pathOf('räddad.utsaga'));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Sparade räddad.utsaga')).toBeVisible();
  });

  test('files held over the window are told what will become of them', async ({
    page,
    app,
  }) => {
    await expect(page.getByRole('button', { name: /^Nytt projekt/ })).toBeVisible();
    const drop = (type: string) =>
      page.evaluate((name) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['M: Hej\nP1: Hej'], 'fg1.txt'));
        transfer.items.add(new File(['M: Hej\nP1: Hej'], 'fg2.txt'));
        document.body.dispatchEvent(
          new DragEvent(name, {
            dataTransfer: transfer,
            bubbles: true,
            cancelable: true,
          }),
        );
      }, type);
    await drop('dragover');
    await expect(
      page.getByText('Släpp för att börja ett projekt med 2 transkript.'),
    ).toBeVisible();
    await drop('drop');
    await expect(
      page.getByText('2 transkript läses in när projektet finns.'),
    ).toBeVisible();
    await page.getByLabel('Var filen ligger').fill(app.pathOf('släppt.utsaga'));
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('fg1.txt').first()).toBeVisible();
    await expect(page.getByText('fg2.txt').first()).toBeVisible();
  });
});
