import { expect, test } from 'vitest';

import { layouts } from '../../../fixtures/import/layouts.ts';
import { timedLayouts } from '../../../fixtures/import/timedLayouts.ts';
import { readText, said } from '../../../support/importing.ts';

test.each(Object.entries(layouts))('%s', async (_, [text, turns]) => {
  expect(said(await readText(text))).toEqual(turns);
  expect(said(await readText(text.replaceAll('\n', '\r\n')))).toEqual(turns);
});

test.each(Object.entries(timedLayouts))('with times: %s', async (_, [text, turns]) => {
  const parsed = await readText(text);
  const ms = (seconds: number | null) =>
    seconds === null ? null : Math.round(seconds * 1000);
  expect(
    parsed.turns.map(({ speaker, startMs, endMs }) => [speaker, startMs, endMs]),
  ).toEqual(turns.map(([speaker, start, end]) => [speaker, ms(start), ms(end)]));
  expect(parsed.turns.every(({ text: words }) => !/\d:\d\d/.test(words))).toBe(true);
});
