import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const decisions = readdirSync(join(root, 'docs/decisions'));

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/command-line.md',
  'docs/life-of-an-action.md',
  'test/bench/README.md',
  ...decisions.map((name) => `docs/decisions/${name}`),
];

const folders = [
  'docs',
  'electron',
  'renderer',
  'resources',
  'scripts',
  'shared',
  'test',
];

/** Files that a page links to, or names in backticks from the root. */
function namedOn(page: string): readonly string[] {
  const text = read(page);
  const links = [...text.matchAll(/\]\(([^)#]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((to) => !/^[a-z]+:/.test(to))
    .map((to) => join(dirname(page), to));
  const named = [...text.matchAll(/`([\w./-]+)`/g)]
    .map((match) => match[1] ?? '')
    .filter((to) => folders.some((folder) => to.startsWith(`${folder}/`)));
  return [...links, ...named];
}

describe('signposts', () => {
  test.each(pages)('%s points at files that are there', (page) => {
    expect(namedOn(page).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('a decision that is pointed at by its number is one file', () => {
    const sources = ['electron', 'renderer', 'shared', 'scripts', 'test', 'docs'].flatMap(
      (folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.(?:tsx?|md|sql)$/.test(name))
          .map((name) => `${folder}/${name}`),
    );
    const numbers = [...sources, 'README.md', 'CONTRIBUTING.md'].flatMap((path) =>
      [...read(path).matchAll(/decisions\/(\d{4})/g)].map((match) => match[1] ?? ''),
    );
    expect(numbers.length).toBeGreaterThan(2);
    for (const number of numbers)
      expect(decisions.filter((name) => name.startsWith(number))).toHaveLength(1);
  });
});
