import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { contrast, difference, parseHex, seenBy, visions } from './colour.ts';

const root = join(import.meta.dirname, '../../..');
const css = readFileSync(join(root, 'renderer/styles/tokens.css'), 'utf8');

function tokensOf(selector: string): Readonly<Record<string, string>> {
  const from = css.indexOf(`${selector} {`);
  const block = css.slice(from, css.indexOf('\n}', from));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gu)].map(([, name, hex]) => [
      name!,
      hex!,
    ]),
  );
}

const light = tokensOf(':root');
const themes = { light, dark: { ...light, ...tokensOf("[data-theme='dark']") } };

/** Every pair of design 3.3–3.5: what stands on what, and how much it needs. */
const pairs: readonly (readonly [ink: string, grounds: string, least: number])[] = [
  ['ink', 'sheet canvas sunken raised accent-weak warn-bg hit danger-bg ok-bg', 4.5],
  ['ink-2', 'sheet canvas accent-weak raised warn-bg', 4.5],
  ['ink-3', 'sheet canvas sunken accent-weak raised', 4.5],
  ['accent', 'sheet canvas accent-weak warn-bg raised', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-hit-now', 'hit-now', 4.5],
  ['warn', 'warn-bg sheet', 4.5],
  ['danger', 'danger-bg sheet raised', 4.5],
  ['ok', 'ok-bg sheet canvas', 4.5],
  ['line-strong', 'sheet canvas', 3],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map(
    (slot) => [`c${slot}`, 'sheet canvas accent-weak', 3] as const,
  ),
  ['on-heat', 'heat-0 heat-1 heat-2 heat-3', 4.5],
  ['on-heat-4', 'heat-4', 4.5],
];

describe.each(Object.entries(themes))('the %s theme', (_, theme) => {
  const token = (name: string) => parseHex(theme[name] ?? `no token ${name}`);

  const each = pairs.flatMap(([ink, grounds, least]) =>
    grounds.split(' ').map((ground) => [ink, ground, least] as const),
  );
  test.each(each)('%s on %s has a contrast of at least %d', (ink, ground, least) => {
    expect(contrast(token(ink), token(ground))).toBeGreaterThanOrEqual(least);
  });

  test.each(Object.entries(visions))(
    'the eight code colours are told apart with %s vision',
    (_name, vision) => {
      const colours = [1, 2, 3, 4, 5, 6, 7, 8].map((slot) =>
        seenBy(vision, token(`c${slot}`)),
      );
      const apart = colours.flatMap((one, index) =>
        colours.slice(index + 1).map((other) => difference(one, other)),
      );
      expect(Math.min(...apart)).toBeGreaterThanOrEqual(12);
    },
  );
});

describe('the formulas', () => {
  test('agree with the published figures', () => {
    expect(contrast(parseHex('#18211f'), parseHex('#ffffff'))).toBeCloseTo(16.46, 1);
    expect(difference(parseHex('#000000'), parseHex('#ffffff'))).toBeCloseTo(100, 1);
  });
});

describe('colour', () => {
  const sources = globSync('renderer/**/*.{css,ts,tsx}', { cwd: root }).filter(
    (path) => !path.endsWith('tokens.css'),
  );
  const inCss = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb)\(/iu;
  const inScript = /['"`]#[0-9a-f]{3,8}['"`]|\b(?:rgba?|hsla?|oklch)\(/iu;

  test('has no literal outside the tokens', () => {
    const found = sources.filter((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return (path.endsWith('.css') ? inCss : inScript).test(text);
    });
    expect(found).toEqual([]);
  });

  test('every custom property that is used is defined somewhere', () => {
    const styles = globSync('renderer/**/*.css', { cwd: root }).map((path) =>
      readFileSync(join(root, path), 'utf8'),
    );
    const all = styles.join('\n');
    const scripts = sources
      .filter((path) => !path.endsWith('.css'))
      .map((path) => readFileSync(join(root, path), 'utf8'))
      .join('\n');
    const fromReactAria = new Set(['--trigger-width', '--trigger-anchor-point']);
    const used = new Set(
      [...all.matchAll(/var\((--[\w-]+)\)/gu)].map(([, name]) => name!),
    );
    const missing = [...used].filter(
      (name) =>
        !fromReactAria.has(name) &&
        !all.includes(`${name}:`) &&
        !scripts.includes(`'${name}'`),
    );
    expect(missing).toEqual([]);
  });
});
