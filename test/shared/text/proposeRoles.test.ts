import { expect, test } from 'vitest';

import { nearlyEqualLabels, proposeRole } from '../../../shared/text/proposeRoles.ts';
import { proposeSpeakers } from '../../../shared/text/proposeSpeakers.ts';

test.each([
  'Moderator',
  'moderatorn',
  'Mod',
  'Mod.',
  'Mod 1',
  'FG2-Mod',
  'Intervjuare',
  'Intervjuare 2',
  'Interviewer, First',
  'Anna (moderator)',
  'Bisittare',
  'I',
  'i',
  'M',
  'M:',
  'Int',
  'Int.',
  'Samtalsledare',
])('%j asks the questions', (label) => {
  expect(proposeRole(label, [label, 'P1', 'P2'])).toBe('moderator');
});

test.each([
  'P1',
  'IP',
  'IP1',
  'Anna',
  'Karin Öberg',
  'R2',
  'Informant 3',
  'Deltagare',
  'Man 1',
  'K',
  'Isa',
  'Intervjuperson 1',
  'MK',
])('%j takes part', (label) => {
  expect(proposeRole(label, [label, 'Moderator'])).toBe('participant');
});

test('I1 to I4 are informants, I1 beside P1 an interviewer', () => {
  const informants = ['I1', 'I2', 'I3', 'I4', 'Moderator'];
  expect(proposeRole('I2', informants)).toBe('participant');
  expect(proposeRole('I1', ['I1', 'P1', 'P2'])).toBe('moderator');
});

test('an interpreter and an observer are known by their words', () => {
  expect(proposeRole('Tolk', [])).toBe('interpreter');
  expect(proposeRole('Observatör', [])).toBe('observer');
});

test('labels that look alike are asked about, and the one with more turns is named', () => {
  const counts = new Map([
    ['P1', 15],
    ['P 1', 1],
    ['p1', 2],
    ['P2', 9],
    ['P10', 3],
    ['Moderator', 11],
    ['Mod', 1],
    ['Moderaotr', 1],
    ['Anna Weber', 7],
    ['Weber', 2],
    ['Anna (skratt)', 1],
    ['Karin', 4],
    ['Karim', 1],
  ]);
  expect(Object.fromEntries(nearlyEqualLabels(counts))).toEqual({
    'P 1': 'P1',
    p1: 'P1',
    Mod: 'Moderator',
    Moderaotr: 'Moderator',
    Weber: 'Anna Weber',
    'Anna (skratt)': 'Anna Weber',
    Karim: 'Karin',
  });
});

test('speakers come in the order they speak, with turns and words', () => {
  const turn = (speaker: string | null, text: string) => ({
    speaker,
    text,
    startMs: null,
    endMs: null,
    line: null,
  });
  const turns = [
    turn('Moderator', 'Hej på er [skratt]'),
    turn(null, 'Okänt'),
    turn('P1', 'Hej'),
    turn('P 1', 'Ja ja'),
    turn('P1', 'Jo'),
  ];
  expect(proposeSpeakers(turns)).toEqual([
    { label: 'Moderator', role: 'moderator', turns: 1, words: 3, nearly: null },
    { label: 'P1', role: 'participant', turns: 2, words: 2, nearly: null },
    { label: 'P 1', role: 'participant', turns: 1, words: 2, nearly: 'P1' },
  ]);
});
