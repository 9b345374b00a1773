import { describe, expect, test } from 'vitest';

import { asLabel } from '../../../../shared/text/identifiers/fileNames.ts';
import {
  identifierFinder,
  type FoundIdentifier,
} from '../../../../shared/text/identifiers/findIdentifiers.ts';

function find(texts: readonly string[], known?: ReadonlyMap<string, string>) {
  const finder = identifierFinder(known);
  for (const text of texts) finder.read({ text });
  return finder.found();
}

const said = ({ kind, words, certainty, places }: FoundIdentifier) =>
  `${kind}/${certainty}: ${words} ×${places.length}`;
const inOne = (text: string) => find([text]).map(said);

/** The text with every place of every identifier replaced by its kind. */
function replaced(text: string): string {
  const places = find([text])
    .flatMap(({ kind, places: all }) => all.map((place) => ({ ...place, kind })))
    .toSorted((a, b) => b.start - a.start);
  return places.reduce(
    (now, { start, end, kind }) => `${now.slice(0, start)}[${kind}]${now.slice(end)}`,
    text,
  );
}

describe('names', () => {
  test('of the list are found with all their places, also at the start of a sentence and with an s', () => {
    expect(inOne('Anna ringde. Sedan kom Annas syster. ANNA! sa hon till Anna.')).toEqual(
      ['name/likely: Anna ×4'],
    );
    expect(replaced('Annas bok är Lars bok.')).toBe('[name]s bok är [name] bok.');
  });

  test('of first and last name are one, beside the first name alone', () => {
    expect(
      inOne('Jag träffade Anna Lind och Anna-Karin Bergströms man. Anna Lind gick.'),
    ).toEqual(['name/likely: Anna Lind ×2', 'name/likely: Anna-Karin Bergström ×1']);
    expect(inOne('Det var Eva, Anna och Tindra Påhittsdotter.').toSorted()).toEqual([
      'name/likely: Anna ×1',
      'name/likely: Eva ×1',
      'name/likely: Tindra Påhittsdotter ×1',
    ]);
  });

  test('that are other words as well are heeded at a sentence start only when they stand inside one too', () => {
    expect(inOne('Hans mamma sa det. Björn finns i skogen? Liv är svårt.')).toEqual([]);
    expect(inOne('Hans kom. Då sa jag till Hans att vänta.')).toEqual([
      'name/likely: Hans ×2',
    ]);
  });

  test('that no list knows are found as capitalised words inside a sentence', () => {
    expect(inOne('Jag och Brunhylda gick. Brunhyldas katt. Brunhylda sov.')).toEqual([
      'capitalised/maybe: Brunhylda ×3',
    ]);
    expect(
      inOne('Hur mår du? Jättebra, faktiskt! Och sen: Inget. ”Nja”, sa jag.'),
    ).toEqual([]);
    expect(inOne('Jag sa t.ex. Brunhylda.')).toEqual(['capitalised/maybe: Brunhylda ×1']);
    expect(inOne('Ja.\nBrunhylda')).toEqual([]);
  });

  test('are no words that mostly stand without a capital', () => {
    const often = 'Vi fick en plan, en tid, en kontakt, en bild och en fråga.';
    expect(inOne(`${often} Det heter (se En samordnare).`)).toEqual([]);
    expect(inOne('Vi åt på solen, och Solen ringde.')).toEqual([
      'capitalised/maybe: Solen ×1',
    ]);
  });

  test('are not what everybody knows: abbreviations, authorities, turns of speech', () => {
    expect(
      inOne(
        'Jag har SIP med BUP och Försäkringskassan enligt LSS, FN:s regler och P1 i Sverige.',
      ),
    ).toEqual([]);
  });

  test.each([
    ['Det var Ebba af Klint som ringde.', ['name/likely: Ebba af Klint ×1']],
    [
      'Carl von Linné och Lena de la Gardie',
      ['name/likely: Carl von Linné ×1', 'name/likely: Lena de la Gardie ×1'],
    ],
    ['van der Berg kom', ['name/likely: van der Berg ×1']],
    ['Jag träffade af Klint. Af Klints bok.', ['name/likely: af Klint ×2']],
    ['AF KLINT', ['name/likely: AF KLINT ×1']],
    [
      'Ann-Britt Svensson och Bo-Göran',
      ['name/likely: Ann-Britt Svensson ×1', 'name/likely: Bo-Göran ×1'],
    ],
    ['Sen kom D’Angelo och tog över', ['capitalised/maybe: D’Angelo ×1']],
    ['Sedan var det Deltagare3 och Anna2', []],
  ])('of several parts are whole: %s', (text, expected) => {
    expect(inOne(text)).toEqual(expected);
  });

  test('are told from other words where everything stands in capitals', () => {
    expect(inOne('JAG BODDE I UMEÅ MED ANNA, OCH DET VAR BRA')).toEqual([
      'place/likely: UMEÅ ×1',
      'name/likely: ANNA ×1',
    ]);
  });

  test('in labels need no sentence', () => {
    const finder = identifierFinder();
    finder.read({ text: 'Brunhylda', isLabel: true });
    finder.read({ text: 'Moderator', isLabel: true });
    finder.read({ text: 'P1', isLabel: true });
    expect(finder.found().map(said)).toEqual(['capitalised/maybe: Brunhylda ×1']);
  });
});

describe('places', () => {
  test('are found with genitives and in compounds, and the endings are no part of them', () => {
    expect(replaced('Malmöborna i Malmös trakter och Stockholmsområdet, vid Umeå.')).toBe(
      '[place]borna i [place]s trakter och [place]sområdet, vid [place].',
    );
    expect(inOne('Malmöbor i Malmö. Malmö!')).toEqual(['place/likely: Malmö ×3']);
  });

  test('of two words are one, and so is a street without its number', () => {
    expect(inOne('Hon bor i Lilla Edet, nära Västra Frölunda, på Kungsgatan.')).toEqual([
      'place/likely: Lilla Edet ×1',
      'place/likely: Västra Frölunda ×1',
      'place/likely: Kungsgatan ×1',
    ]);
    expect(inOne('Omvägen blev lång. Lilla Anna sov.')).toEqual(['name/likely: Anna ×1']);
  });

  test('that are words at the start of a sentence are let be', () => {
    expect(inOne('Vara med är viktigt. Boden stod öppen. Mark och vatten.')).toEqual([]);
    expect(inOne('Vi bodde i Vara.')).toEqual(['place/likely: Vara ×1']);
  });
});

describe('names of the code key', () => {
  const known = new Map([
    ['brunhylda', 'P3'],
    ['påhitt', 'P3'],
    ['björn', 'P4'],
  ]);

  test('are sure, with whom they are, also in lower case and at the start of a sentence', () => {
    const [one] = find(
      ['Brunhylda kom. Sedan gick brunhylda och Brunhyldas hund.'],
      known,
    );
    expect(one).toMatchObject({ kind: 'name', certainty: 'sure', pseudonym: 'P3' });
    expect(one!.places).toHaveLength(3);
  });

  test('in full are one', () => {
    expect(find(['Det var Brunhylda Påhitts bil.'], known)).toMatchObject([
      { words: 'Brunhylda Påhitt', pseudonym: 'P3', certainty: 'sure' },
    ]);
  });

  test('that are other words are not sought in lower case', () => {
    expect(find(['en björn i skogen'], known)).toEqual([]);
    expect(find(['jag och Björn, en björn'], known)).toMatchObject([
      { pseudonym: 'P4', places: [{ start: 8, end: 13 }] },
    ]);
  });
});

test('what is found by its form is not found again as words', () => {
  expect(inOne('Vi bodde på Kålrotsvägen 14, 123 45 Umeå.')).toEqual([
    'address/sure: Kålrotsvägen 14 ×1',
    'postcode/sure: 123 45 Umeå ×1',
  ]);
});

test('places say in which of the texts they are', () => {
  expect(find(['Inget här.', 'Hos Eva.', 'Eva'])).toMatchObject([
    {
      words: 'Eva',
      places: [
        { in: 1, start: 4, end: 7 },
        { in: 2, start: 0, end: 3 },
      ],
    },
  ]);
});

test('the name of a file is read as a label, whatever its words are joined with', () => {
  const label = asLabel('intervju_anna2_malmö-Brunhylda.wav');
  expect(label).toHaveLength('intervju_anna2_malmö-Brunhylda.wav'.length);
  const finder = identifierFinder();
  finder.read({ text: label, isLabel: true });
  expect(finder.found()).toMatchObject([
    { words: 'Anna', places: [{ start: 9, end: 13 }] },
    { words: 'Brunhylda' },
  ]);
});
