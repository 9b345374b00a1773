import { describe, expect, test } from 'vitest';

import { searchPlaces } from '../../../shared/text/searchPlaces.ts';

interface How {
  readonly way?: 'words' | 'inside';
  readonly fold?: boolean;
}

/** The words that are found in a text. */
function found(sought: string, text: string, { way = 'words', fold = false }: How = {}) {
  return searchPlaces({ text: sought, way, fold })(text).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('whole words', () => {
  test('are found whatever their case, and never as a part of another', () => {
    const text = 'Arbetsmiljön är bra. Vår MILJÖ, men inte miljöer. "Miljö"!';
    expect(found('miljö', text)).toEqual(['MILJÖ', 'Miljö']);
  });

  test('å is not a', () => {
    expect(found('far', 'Får far får?')).toEqual(['far']);
    expect(found('får', 'Far, far får')).toEqual(['får']);
    expect(found('for', 'för FÖR fo\u0308r')).toEqual([]);
  });

  test('a star lets a word go on, in a phrase too', () => {
    const text = 'Svårt, svåra, svår att förstå sig på, ansvår';
    expect(found('svår*', text)).toEqual(['Svårt', 'svåra', 'svår']);
    expect(found('"svår att först*"', text)).toEqual(['svår att förstå']);
    expect(found('"svår att först"*', text)).toEqual(['svår att förstå']);
  });

  test('several must all stand there, in any order, and each place is found', () => {
    expect(
      found('plan möte', 'Mötet om planen. Plan före möte, möte efter plan.'),
    ).toEqual(['Plan', 'möte', 'möte', 'plan']);
    expect(found('plan saknas', 'En plan')).toEqual([]);
  });

  test('a phrase stands in a row, whatever stands between its words', () => {
    const text = 'svår att\nförstå; svår – att förstå; svår nog att förstå';
    expect(found('"svår att förstå"', text)).toEqual([
      'svår att\nförstå',
      'svår – att förstå',
    ]);
    expect(found('”svår att förstå”', text)).toHaveLength(2);
    expect(found('«svår att förstå»', text)).toHaveLength(2);
    expect(found('"svår att', text)).toHaveLength(2);
  });

  test('hyphens and apostrophes part words, however they are written', () => {
    expect(found('e-post', 'E-post, e post och epost')).toEqual(['E-post', 'e post']);
    expect(found("it's", 'It’s its it s')).toEqual(['It’s', 'it s']);
    expect(found('post', 'e-post')).toEqual(['post']);
  });

  test('signs that are not seen part no word', () => {
    const soft = 'arbets\u00admil\u00adjön';
    expect(found('arbetsmiljön', `Vår ${soft}.`)).toEqual([soft]);
    expect(found(soft, 'Vår arbetsmiljön.')).toEqual(['arbetsmiljön']);
    expect(found('miljön', soft)).toEqual([]);
    expect(found('arbets*', soft)).toEqual([soft]);
  });

  test('signs that are no words stand for themselves', () => {
    expect(found('😀', 'Bra 😀! 😀😀')).toEqual(['😀', '😀', '😀']);
    expect(found('❤️', 'Jag ❤ och ❤️')).toEqual(['❤', '❤️']);
    expect(found('👩‍👩‍👧', 'Vi 👩‍👩‍👧 och 👩')).toEqual(['👩‍👩‍👧']);
    expect(found('👩', 'Vi 👩‍👩‍👧 och 👩')).toEqual(['👩']);
    expect(found('?', 'Va? Vadå?')).toEqual(['?', '?']);
    expect(found('[…]', 'det […] sen')).toEqual(['[…]']);
    expect(found('[ohörbart]', 'och [ohörbart] sen')).toEqual(['ohörbart']);
  });

  test.each([
    'AND',
    'OR',
    'NOT',
    'NEAR(a b)',
    'said : x',
    'a AND (b',
    '*',
    '**',
    '"',
    '""',
    '" "',
    '^a',
    '-',
    'a -b',
    '{x}',
    '(a+)+$',
    '\\',
    '[',
    "';--",
    'a"b"c',
    '😀*',
    '\u0301',
    '   ',
    '',
  ])('%j can be typed', (typed) => {
    const text = 'Och and or NOT near a b x c';
    for (const way of ['words', 'inside'] as const)
      for (const fold of [false, true])
        expect(Array.isArray(found(typed, text, { way, fold }))).toBe(true);
  });

  test('words that mean something to the index are words', () => {
    expect(found('or', 'and OR not')).toEqual(['OR']);
    expect(found('near', 'far or near')).toEqual(['near']);
  });
});

describe('inside words', () => {
  test('what is typed stands anywhere, as it is typed', () => {
    expect(found('miljö', 'Arbetsmiljön, miljö', { way: 'inside' })).toEqual([
      'miljö',
      'miljö',
    ]);
    expect(found('"a', 'Sa "Anna"', { way: 'inside' })).toEqual(['"A']);
    expect(found('n  m', 'en\nman', { way: 'inside' })).toEqual(['n\nm']);
    expect(found('v.d', 'vad v.d', { way: 'inside' })).toEqual(['v.d']);
  });

  test('a letter is not taken from its mark', () => {
    expect(found('a', 'x\u0301a\u0330b', { way: 'inside' })).toEqual([]);
    expect(found('👩', '👩‍👧', { way: 'inside' })).toEqual([]);
  });
});

describe('when marks are disregarded', () => {
  test('a finds å and ä, and å finds a', () => {
    expect(found('far', 'Får fär far fåra', { fold: true })).toEqual([
      'Får',
      'fär',
      'far',
    ]);
    expect(found('får', 'far', { fold: true })).toEqual(['far']);
    expect(found('ide', 'En idé, a\u0330', { fold: true })).toEqual(['idé']);
    expect(found('miljo', 'arbetsmiljön', { fold: true, way: 'inside' })).toEqual([
      'miljö',
    ]);
    expect(found('sa*', 'Så sade', { fold: true })).toEqual(['Så', 'sade']);
  });
});
