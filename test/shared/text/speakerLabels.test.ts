import { expect, test } from 'vitest';

import {
  isHeaderLine,
  isHeardSound,
  labelAtStart,
  labelKind,
} from '../../../shared/text/speakerLabels.ts';

test.each([
  ['Moderator: Hej', 'Moderator', 'Hej', 'role'],
  ['P1: ja', 'P1', 'ja', 'code'],
  ['p1:\tja', 'p1', 'ja', 'code'],
  ['I: hur', 'I', 'hur', 'code'],
  ['IP: bra', 'IP', 'bra', 'role'],
  ['R1:', 'R1', '', 'code'],
  ['Anna: hej', 'Anna', 'hej', 'name'],
  ['anna: hej', 'anna', 'hej', 'phrase'],
  ['Dr. Lind: hej', 'Dr. Lind', 'hej', 'name'],
  ['Man 1: hej', 'Man 1', 'hej', 'role'],
  ['Okänd: hej', 'Okänd', 'hej', 'role'],
  ['AB: hej', 'AB', 'hej', 'code'],
  ['FG2-P3: hej', 'FG2-P3', 'hej', 'code'],
  ['Mod 1: hej', 'Mod 1', 'hej', 'role'],
  ['Int.: hur', 'Int.', 'hur', 'role'],
  ['Intervjuare : hur', 'Intervjuare', 'hur', 'role'],
  ['[SPEAKER_00]: hej', 'SPEAKER_00', 'hej', 'role'],
  ['**Karin Öberg:** hej', 'Karin Öberg', 'hej', 'name'],
  ['**Karin Öberg**: hej', 'Karin Öberg', 'hej', 'name'],
  ['[Karin] hej', 'Karin', 'hej', 'name'],
  ['[id1] hej', 'id1', 'hej', 'code'],
  ['>> KARIN: hej', 'KARIN', 'hej', 'name'],
  ['- Karin: hej', 'Karin', 'hej', 'name'],
  ['Öberg, Karin (Student): hej', 'Öberg, Karin (Student)', 'hej', 'name'],
  ['P1 (skratt): ja', 'P1', '(skratt) ja', 'code'],
  ['Lars-Erik von Post: hej', 'Lars-Erik von Post', 'hej', 'name'],
  ['P1 och P2: ja', 'P1 och P2', 'ja', 'name'],
  ['P1:Ja', 'P1', 'Ja', 'code'],
  ['Datum: 2026', 'Datum', '2026', 'heading'],
  ['Fråga 3: hur', 'Fråga 3', 'hur', 'heading'],
  ['Jag sa till henne: ”nej”', 'Jag sa till henne', '”nej”', 'sentence'],
  ['שרה: שלום', 'שרה', 'שלום', 'name'],
])('%j could be said by %j', (...row) => {
  const [line, label, text, kind] = row;
  expect(labelAtStart(line)).toMatchObject({ label, text });
  expect(labelKind(label)).toBe(kind);
});

test('a time inside the label is read with it', () => {
  for (const line of [
    'Anna (00:12): ja',
    'Anna [00:12] ja',
    '[Anna 00:12] ja',
    '**Anna (00:12):** ja',
    'Anna 00:12: ja',
  ]) {
    expect(labelAtStart(line)).toMatchObject({
      label: 'Anna',
      text: 'ja',
      stamp: { start: { seconds: 12 } },
    });
  }
});

test.each([
  'Klockan 12:30 var allt glömt',
  'Jo, i tisdags: vi kom överens',
  'https://exempel.se',
  '[skratt] ja',
  '[ohörbart 00:12:33] ja',
  '12:30 var jag där',
  'Det här är en lång mening som inte är en talare: nej',
  'Vem sa det? Jo: hon',
  '1: hej',
])('%j has no label', (line) => {
  expect(labelAtStart(line)).toBeNull();
});

test('bold words at the start of a line are a label without a colon', () => {
  expect(labelAtStart('Karin Öberg Hej på er', 11)).toMatchObject({
    label: 'Karin Öberg',
    text: 'Hej på er',
    form: 'bold',
  });
});

test('a header line says what the transcript is of', () => {
  expect(
    ['Datum: 2026-01-15', 'Plats: Rum 3', 'Deltagare: P1, P2', 'Ljudfil: a.mp3'].every(
      isHeaderLine,
    ),
  ).toBe(true);
  expect(
    ['Moderator: Hej', 'P1: Hej', 'Deltagare 3: Hej', 'Fråga: Hur?', 'Datum:'].some(
      isHeaderLine,
    ),
  ).toBe(false);
});

test('what is heard is no name', () => {
  expect(
    [
      'skratt',
      'ohörbart 00:12:33',
      'kort paus',
      '2 s',
      '…',
      'laughter',
      'alla skrattar',
    ].every(isHeardSound),
  ).toBe(true);
  expect(['Karin', 'Student', 'moderator', 'P2'].some(isHeardSound)).toBe(false);
});
