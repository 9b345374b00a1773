import { expect, test } from 'vitest';

import { namesOfTiers } from '../../../renderer/import/namesOfTiers.ts';

const tier = (name: string, kind: string | null, isSpeech: boolean) => ({
  name,
  kind,
  isSpeech,
  speaker: null,
  under: null,
  places: 1,
});

test('tiers are chosen by their kinds where these tell them from the others, so that the next file’s are too', () => {
  expect(
    namesOfTiers([
      tier('ord@EVA', 'ord', true),
      tier('ord@BO', 'ord', true),
      tier('gest@BO', 'gest', false),
    ]),
  ).toEqual(['ord']);
});

test('else by name', () => {
  const ofOneKind = [tier('EVA', 'tal', true), tier('Buller', 'tal', false)];
  expect(namesOfTiers(ofOneKind)).toEqual(['EVA']);
  expect(namesOfTiers([tier('EVA', null, true), tier('ord', null, false)])).toEqual([
    'EVA',
  ]);
  const named = [tier('EVA', 'ord', true), tier('ord', 'gest', false)];
  expect(namesOfTiers(named)).toEqual(['EVA']);
  expect(namesOfTiers([tier('A', 'x', true), tier('B', 'x', true)])).toEqual(['A', 'B']);
});
