import { describe, expect, test } from 'vitest';

import { editTurn } from '../../../shared/text/correctTurns.ts';
import { reanchor } from '../../../shared/text/reanchor.ts';
import { layTurns } from '../../../shared/text/turnLayout.ts';
import { inEditor, marked, over, retyped, type } from '../../support/markedTurns.ts';

describe('characters that are made of several', () => {
  test('a family that grows at the border of a unit stays in it', () => {
    expect(type('hon [skrattade 👩‍👩‍👧] då', '👧|', '\u200d👦')).toEqual([
      'hon [skrattade 👩‍👩‍👧‍👦] då',
      'borderMoved',
    ]);
  });

  test('words after a family are not in its unit', () => {
    expect(type('hon [skrattade 👩‍👩‍👧] då', '👧|', ' högt')).toEqual([
      'hon [skrattade 👩‍👩‍👧] högt då',
      'kept',
    ]);
  });

  test('a mark on the space after a unit is not in it', () => {
    expect(type('sa [x] då', 'x |då', '\u0302')[0]).toBe('sa [x] \u0302då');
  });

  test('a mark on the first letter of a unit stays in it', () => {
    expect(type('sa [ett ord] då', 'sa e|tt', '\u0301')).toEqual([
      'sa [étt ord] då',
      'borderMoved',
    ]);
  });

  test('a tone of skin put to a picture is of that picture', () => {
    expect(type('[bra 👍] sa', '👍|', '🏽')).toEqual(['[bra 👍🏽] sa', 'borderMoved']);
  });
});

describe('sentences that change places by cut and paste', () => {
  const one = 'Jag hade väntat i tre veckor.';
  const other = 'Ingen frågade något i dörren.';
  test('take their units along', () => {
    expect(
      inEditor(
        `[${one}] {${other}} Precis.`,
        ['over', `${other} `, ''],
        ['type', '|Jag', `${other} `],
      ),
    ).toEqual([`{${other}} [${one}] Precis.`, 'kept', 'kept']);
  });

  test('take along what is inside them', () => {
    expect(
      inEditor(
        `${one} Ja. Ingen [frågade något] i dörren.`,
        ['over', ` ${other}`, ''],
        ['type', '|Jag', `${other} `],
      ),
    ).toEqual([`Ingen [frågade något] i dörren. ${one} Ja.`, 'kept']);
  });

  test('stand as a piece of their own inside another unit', () => {
    expect(
      inEditor(
        `[Det var tyst och kallt.] Ja. {${other}}`,
        ['over', ` ${other}`, ''],
        ['type', 'tyst |och', `${other} `],
      ),
    ).toEqual([`[Det var tyst] {${other}} [och kallt.] Ja.`, 'changedInside', 'kept']);
  });

  test('wait to be looked at when only the new text is known and a sign is taken for the same', () => {
    expect(retyped(`[${one}] {${other}}`, `${other} ${one}`).slice(1)).toEqual([
      'borderMoved',
      'gone',
    ]);
  });

  test('are not known by a word or two', () => {
    expect(
      inEditor(
        '{mamma} sa att [hon kom]',
        ['over', 'mamma', 'hon'],
        ['over', 'hon kom', 'mamma kom'],
      )[0],
    ).toBe('{hon} sa att [mamma kom]');
  });
});

describe('words typed again', () => {
  test('as they were are the same words', () => {
    expect(
      inEditor('jag [var rädd] då', ['over', 'rädd', ''], ['type', 'var | då', 'rädd']),
    ).toEqual(['jag [var rädd] då', 'kept']);
    expect(
      inEditor(
        'jag [var rädd] då',
        ['over', 'jag var rädd då', ''],
        ['type', '|', 'jag var rädd då'],
      ),
    ).toEqual(['jag [var rädd] då', 'kept']);
  });

  test('with a word spelt otherwise are the same words but for it', () => {
    expect(
      inEditor('jag [var rädd] då', ['over', 'jag var rädd då', 'jag var rädda då']),
    ).toEqual(['jag [var rädda] då', 'borderMoved']);
  });

  test('as something quite different are other words', () => {
    expect(over('[jag var rädd] då', 'jag var rädd då', 'xyz')).toEqual(['xyz', 'gone']);
  });

  test('and taken away again leave no trace', () => {
    expect(
      inEditor('jag [var rädd] då', ['type', 'rädd|', 'a nog'], ['over', 'a nog', '']),
    ).toEqual(['jag [var rädd] då', 'kept']);
  });
});

describe('small corrections', () => {
  test.each([
    [
      'a capital inside',
      'sa [till anna] då',
      'anna',
      'Anna',
      'sa [till Anna] då',
      'changedInside',
    ],
    [
      'a capital at the beginning',
      '[anna sa] då',
      'anna',
      'Anna',
      '[Anna sa] då',
      'borderMoved',
    ],
    [
      'two words joined over the border',
      '[var rädd] då',
      'rädd då',
      'rädddå',
      '[var rädd]då',
      'kept',
    ],
    [
      'a word joined before',
      'själv [klart nog]',
      'själv klart',
      'självklart',
      'själv[klart nog]',
      'kept',
    ],
    [
      'a word parted',
      '[arbetsmiljö] då',
      'arbetsmiljö',
      'arbets miljö',
      '[arbets miljö] då',
      'changedInside',
    ],
    [
      'a word taken from the beginning',
      '[men jag var rädd] då',
      'men ',
      '',
      '[jag var rädd] då',
      'borderMoved',
    ],
    [
      'a full stop taken away',
      '[Jag var rädd.] Sen',
      'rädd.',
      'rädd',
      '[Jag var rädd] Sen',
      'borderMoved',
    ],
    [
      'the first word replaced',
      '[var rädd] då',
      'var',
      'blev',
      '[blev rädd] då',
      'borderMoved',
    ],
    [
      'words put in',
      'ja [var rädd] då',
      'var rädd',
      'var så rädd',
      'ja [var så rädd] då',
      'changedInside',
    ],
    [
      'the end of the turn taken away',
      'ja [var rädd] då',
      ' rädd då',
      '',
      'ja [var]',
      'inDoubt',
    ],
  ] as const)('%s', (...[, before, words, text, ...after]) => {
    expect(over(before, words, text)).toEqual(after);
  });

  test.each([
    ['a hyphen before', 'e[post] då', 'e|post', '-', 'e-[post] då', 'kept'],
    ['space at the end', '[ja visst] så', 'visst|', '  ', '[ja visst]   så', 'kept'],
    [
      'a new line inside',
      '[ja visst] så',
      'ja|',
      '\n',
      '[ja\n visst] så',
      'changedInside',
    ],
    [
      'words at the end of the turn',
      'jag [var rädd]',
      'rädd|',
      ' och arg',
      'jag [var rädd] och arg',
      'kept',
    ],
    [
      'words at the beginning of the turn',
      '[var rädd]',
      '|var',
      'Jag ',
      'Jag [var rädd]',
      'kept',
    ],
    [
      'letters at the beginning of the turn',
      '[var rädd]',
      '|var',
      'o',
      '[ovar rädd]',
      'borderMoved',
    ],
  ] as const)('%s', (...[, before, around, text, ...after]) => {
    expect(type(before, around, text)).toEqual(after);
  });

  test('quotation marks around it are of the unit', () => {
    expect(
      inEditor('sa [hej då] sen', ['type', '|hej', '”'], ['type', 'då|', '”']),
    ).toEqual(['sa [”hej då”] sen', 'borderMoved']);
    expect(
      inEditor('sa [hej då] sen', ['type', '|hej', '('], ['type', 'då|', ')']),
    ).toEqual(['sa [(hej då)] sen', 'borderMoved']);
  });
});

describe('what is left when the words go', () => {
  test.each([
    ['a full stop', '[Jag var rädd.] Sen', 'Jag var rädd', '. Sen', 'gone'],
    ['a question mark', '[rädd?] Sen', 'rädd', '? Sen', 'gone'],
    ['an ellipsis', '[Jag … ] Sen', 'Jag', ' …  Sen', 'gone'],
    ['a quotation mark and a comma', 'sa [”hej”,] då', 'hej', 'sa ””, då', 'gone'],
  ] as const)('is nothing of the unit: %s', (...[, before, words, ...after]) => {
    expect(over(before, words, '')).toEqual(after);
  });

  test('is in doubt where it says anything: a number, a picture', () => {
    expect(over('[Vi var 3] då', 'Vi var ', '')).toEqual(['[3] då', 'inDoubt']);
    expect(over('[Jag skrattade 😀] ja', 'Jag skrattade ', '')).toEqual([
      '[😀] ja',
      'inDoubt',
    ]);
  });

  test('leaves a unit of signs alone', () => {
    expect(over('[…] ja', 'ja', 'nej')).toEqual(['[…] nej', 'kept']);
  });

  test('is not counted where words were typed instead', () => {
    expect(over('[Jag var rädd.] Sen', 'Jag var rädd', 'Ja')).toEqual([
      '[Ja.] Sen',
      'inDoubt',
    ]);
  });

  test('is nothing of one of several pieces', () => {
    expect(over('[Nej.] / [Det var tyst och kallt.]', 'Nej', '')).toEqual([
      '. / [Det var tyst och kallt.]',
      'inDoubt',
    ]);
  });

  test('has its place', () => {
    const given = marked('Ja. [Jag var rädd.] Sen');
    const [turn] = given.turns;
    const edit = { start: 4, end: 16, text: '' };
    const layout = layTurns([turn!], [editTurn(turn!, [edit])]);
    expect(reanchor(layout, given.units[0]!)).toEqual({
      verdict: 'gone',
      spans: [],
      place: { turnId: 'r1', offset: 4 },
    });
  });
});
