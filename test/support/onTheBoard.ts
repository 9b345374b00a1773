// The board of the worked example with six codes back in the pile, and how a person names what is on it.
import type { Page } from '@playwright/test';

import { type BrowserApp, expect, expectAccessible } from './browserApp.ts';

const loose = [
  'vanlig svenska',
  'eget förmöte',
  'ständig egen anpassning',
  'minskad tillit',
  'personen tillfrågas först',
  'bemött som människa',
];

/** The worked example with six codes back in the pile, on the board. */
export async function openBoard(app: BrowserApp, page: Page): Promise<void> {
  await app.call('project.openExample', { path: app.pathOf('example.utsaga') });
  const codes = await app.call('codes.list', {});
  await app.call('codes.move', {
    codeIds: loose.map((name) => codes.find((code) => code.name === name)!.id),
    categoryId: null,
  });
  await page.getByRole('button', { name: /^Gruppera/ }).click();
  await expect(page.getByRole('tree', { name: 'Kategoriträdet' })).toBeVisible();
}

export const card = (page: Page, name: string) =>
  page.getByRole('treeitem', { name: new RegExp(`^${name} ?, kod`) });
export const head = (page: Page, name: string) =>
  page.getByRole('treeitem', { name: new RegExp(`^${name} ?, (under|huvud)kategori`) });
export const column = (page: Page, name: string) =>
  page.locator('.column').filter({ has: head(page, name) });

export async function centre(what: ReturnType<typeof card>) {
  await what.scrollIntoViewIfNeeded();
  const box = (await what.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, box };
}

export async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() =>
    document.activeElement === document.body
      ? ''
      : (document.activeElement?.textContent ?? ''),
  );
}

export async function placeOf(app: BrowserApp, name: string): Promise<string | null> {
  const code = (await app.call('codes.list', {})).find((one) => one.name === name);
  const categories = await app.call('categories.list', {});
  return categories.find((category) => category.id === code?.categoryId)?.name ?? null;
}

export async function namesIn(
  app: BrowserApp,
  category: string,
): Promise<readonly string[]> {
  const id = (await app.call('categories.list', {})).find(
    (one) => one.name === category,
  )?.id;
  const codes = await app.call('codes.list', {});
  return codes.filter((code) => code.categoryId === id).map((code) => code.name);
}

/** What is open, part by part. */
export async function expectPanesAccessible(page: Page): Promise<void> {
  for (const part of ['.workspace', '.inspector', '.dialog'])
    if ((await page.locator(part).count()) > 0) await expectAccessible(page, part);
}
