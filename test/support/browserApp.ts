// What every journey starts from: the whole app in a real browser, over the real loopback host, on a disk of its own.
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

import type { ApiName, Input, Output } from '../../shared/api.ts';
import type { Language } from '../../shared/words/words.ts';
import { hostFolders, startHost } from './startHost.ts';

export interface BrowserApp {
  readonly projectFolder: string;
  readonly dataFolder: string;
  /** The path that a file of this name has in the project folder. */
  pathOf(name: string): string;
  /** Asks the page's own session, to arrange what the journey is not about; fails the test when it is refused. */
  call<Name extends ApiName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** Ends the host and its session, starts new ones on the same folders, and opens their link: next week. */
  restart(): Promise<void>;
}

interface Options {
  /** The language that the app is set to before the page opens. */
  readonly language: Language;
}

/** `test` with the app on `page` when it begins; a script error or a breach of the policy in the page fails it. */
export const test = base.extend<{ app: BrowserApp } & Options>({
  language: ['sv', { option: true }],
  app: async ({ page, language }, use) => {
    const defects: string[] = [];
    page.on('pageerror', (error) => defects.push(String(error)));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy'))
        defects.push(message.text());
    });
    const folders = hostFolders();
    let started = await startHost(folders);

    async function call<Name extends ApiName>(
      name: Name,
      input: Input<Name>,
    ): Promise<Output<Name>> {
      const result = await started.session.call(name, input);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
      return result.value as Output<Name>;
    }

    await call('settings.change', { language });
    await page.goto(started.host.url);
    await use({
      ...folders,
      pathOf: (name) => join(folders.projectFolder, name),
      call,
      async restart() {
        await started.host.close();
        started = await startHost(folders);
        await page.goto(started.host.url);
      },
    });
    await started.host.close();
    folders.remove();
    expect(defects, 'what the page threw').toEqual([]);
  },
});

export { expect };

/** Fails with the rules that are broken and where, as a person would have to look for them. */
export async function expectAccessible(page: Page, part = 'body'): Promise<void> {
  // A splitter stands between two landmarks and belongs to neither.
  const builder = new AxeBuilder({ page }).include(part).disableRules('region');
  const { violations } = await builder.analyze();
  const found = violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`),
  );
  expect(found).toEqual([]);
}

/** A picture to look at, in test-results; asserts nothing. */
export async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join('test-results/shots', `${name}.png`) });
}
