import { describe, expect, test } from 'vitest';

import type { TurnId } from '../../../shared/domain/ids.ts';
import {
  mergeTurns,
  moveText,
  splitTurn,
  unchanged,
} from '../../../shared/text/correctTurns.ts';
import { layTurns } from '../../../shared/text/turnLayout.ts';
import {
  marked,
  over,
  replacedThroughout,
  shown,
  type,
} from '../../support/markedTurns.ts';

describe('words typed where one unit ends and another begins', () => {
  const two = '[Jag var rädd.] {Hon var arg.} Sen';
  test.each([
    [
      'by themselves',
      'rädd.| Hon',
      ' Mycket.',
      '[Jag var rädd.] Mycket. {Hon var arg.} Sen',
      'kept',
      'kept',
    ],
    [
      'after the one',
      'rädd.| Hon',
      '!!',
      '[Jag var rädd.!!] {Hon var arg.} Sen',
      'borderMoved',
      'kept',
    ],
    [
      'before the other',
      'rädd. |Hon',
      'Men',
      '[Jag var rädd.] {MenHon var arg.} Sen',
      'kept',
      'borderMoved',
    ],
    [
      'before the other with a space',
      'rädd. |Hon',
      'Men ',
      '[Jag var rädd.] Men {Hon var arg.} Sen',
      'kept',
      'kept',
    ],
    [
      'on both sides of the space',
      'rädd.| Hon',
      '. Ja,',
      '[Jag var rädd..] Ja, {Hon var arg.} Sen',
      'borderMoved',
      'kept',
    ],
  ] as const)('belong as far as they touch: %s', (...[, around, text, ...after]) => {
    expect(type(two, around, text)).toEqual(after);
  });

  test('go on with the one before where nothing parts the two', () => {
    expect(type('[ab]{cd}', 'ab|cd', 'x')).toEqual(['[abx]{cd}', 'borderMoved', 'kept']);
    expect(type('[ab]{cd}', 'ab|cd', ' ')).toEqual(['[ab] {cd}', 'kept', 'kept']);
    expect(type('[ab]{cd}', 'ab|cd', ' x')).toEqual([
      '[ab] {xcd}',
      'kept',
      'borderMoved',
    ]);
    expect(type('[ab]{cd}', 'ab|cd', 'x ')).toEqual([
      '[abx] {cd}',
      'borderMoved',
      'kept',
    ]);
  });

  test('leave both in doubt when they are typed over both', () => {
    expect(over('[ab]{cd}', 'bc', 'q')).toEqual(['[a]q{d}', 'inDoubt', 'inDoubt']);
  });

  test('belong to none when words of others stand between', () => {
    expect(over('[ja] och {nej}', 'och', 'eller')).toEqual([
      '[ja] eller {nej}',
      'kept',
      'kept',
    ]);
  });
});

describe('units in units and over each other', () => {
  const nested = 'jag [var {rädd} för] henne';
  test('take what is typed inside the outer one, and by touch in the inner one', () => {
    expect(type(nested, 'rädd| för', 'a')).toEqual([
      'jag [var {rädda} för] henne',
      'changedInside',
      'borderMoved',
    ]);
    expect(type(nested, 'rädd| för', ' nog')).toEqual([
      'jag [var {rädd} nog för] henne',
      'changedInside',
      'kept',
    ]);
    expect(type(nested, 'var |rädd', 'o')).toEqual([
      'jag [var {orädd} för] henne',
      'changedInside',
      'borderMoved',
    ]);
  });

  test('lose the inner one when its words go, and keep the outer', () => {
    expect(over(nested, 'rädd', '')).toEqual([
      'jag [var  för] henne',
      'changedInside',
      'gone',
    ]);
    expect(over(nested, 'rädd', 'ledsen')).toEqual([
      'jag [var {ledsen} för] henne',
      'changedInside',
      'inDoubt',
    ]);
  });

  test('see which words are the same in what was typed over all of them', () => {
    expect(over(nested, 'var rädd för', 'vara rädd för')).toEqual([
      'jag [vara {rädd} för] henne',
      'changedInside',
      'kept',
    ]);
  });

  const crossed = 'ett [två {tre] fyra} fem';
  test('share the words they share, and no others', () => {
    expect(type(crossed, 'tre| fyra', 'n')).toEqual([
      'ett [två {tren] fyra} fem',
      'borderMoved',
      'changedInside',
    ]);
    expect(type(crossed, 'tre| fyra', ' nya')).toEqual([
      'ett [två {tre] nya fyra} fem',
      'kept',
      'changedInside',
    ]);
    expect(over(crossed, 'tre', '')).toEqual([
      'ett [två]  {fyra} fem',
      'borderMoved',
      'borderMoved',
    ]);
    expect(over(crossed, 'två tre', 'tvåtre')).toEqual([
      'ett [två{tre] fyra} fem',
      'changedInside',
      'kept',
    ]);
  });

  test('fare alike when they are of the same words', () => {
    expect(over('[{ja visst}]', 'visst', 'självklart')).toEqual([
      '[{ja självklart}]',
      'inDoubt',
      'inDoubt',
    ]);
    expect(type('[{<ja>}]', 'ja|', ' då')).toEqual([
      '[{<ja>}] då',
      'kept',
      'kept',
      'kept',
    ]);
  });
});

describe('a unit over several turns', () => {
  const over2 = 'ja [jag gick] sen / [hem till byn] då';
  test('is in doubt when its words in one of them are taken away', () => {
    expect(over(over2, 'jag gick', '')).toEqual([
      'ja  sen / [hem till byn] då',
      'inDoubt',
    ]);
  });

  test('keeps its words when the turns are merged with words of others between', () => {
    const given = marked(over2);
    const layout = layTurns(given.turns, [mergeTurns(given.turns, ' ')]);
    expect(shown(layout, given)).toEqual(['ja [jag gick] sen [hem till byn] då', 'kept']);
  });

  test('is in three when the second is divided', () => {
    const given = marked(over2);
    const [first, second] = given.turns;
    const halves = splitTurn(second!, 'hem '.length, 'r2b' as TurnId);
    const layout = layTurns(given.turns, [unchanged(first!), ...halves]);
    expect(shown(layout, given)).toEqual([
      'ja [jag gick] sen / [hem] / [till byn] då',
      'changedInside',
    ]);
  });

  test('is joined where its words come to stand beside each other', () => {
    const given = marked(over2);
    const [from, to] = given.turns;
    const words = { start: 'ja jag '.length, end: 'ja jag gick'.length };
    const layout = layTurns(
      given.turns,
      moveText({ from: from!, words, to: to!, at: 0 }),
    );
    expect(shown(layout, given)).toEqual([
      'ja [jag] sen / [gick hem till byn] då',
      'changedInside',
    ]);
  });

  test('lets words of others be moved to its border', () => {
    const given = marked(over2);
    const [from, to] = given.turns;
    const words = { start: 'ja jag gick '.length, end: from!.text.length };
    const layout = layTurns(
      given.turns,
      moveText({ from: from!, words, to: to!, at: 0 }),
    );
    expect(shown(layout, given)).toEqual([
      'ja [jag gick] / sen [hem till byn] då',
      'kept',
    ]);
  });
});

describe('a word replaced throughout', () => {
  test('by one that it is part of', () => {
    expect(
      replacedThroughout('sen [gick Anna hem] / ja {Anna kom}', 'Anna', 'Anna-Karin'),
    ).toEqual([
      'sen [gick Anna-Karin hem] / ja {Anna-Karin kom}',
      'changedInside',
      'changedInside',
    ]);
    expect(replacedThroughout('sa [till Anna] då', 'Anna', 'Anna Karin')).toEqual([
      'sa [till Anna Karin] då',
      'borderMoved',
    ]);
  });

  test('by itself changes nothing', () => {
    expect(replacedThroughout('[gick Anna hem]', 'Anna', 'Anna')).toEqual([
      '[gick Anna hem]',
      'kept',
    ]);
  });

  test('is looked at where it was all of the unit', () => {
    expect(replacedThroughout('sa [Anna] då', 'Anna', 'P1')).toEqual([
      'sa [P1] då',
      'inDoubt',
    ]);
    expect(replacedThroughout('sa [Anna] då', 'Anna', '')).toEqual(['sa  då', 'gone']);
  });

  test('at the end of a unit by nothing', () => {
    expect(replacedThroughout('[gick hem] sen', 'hem', '')).toEqual([
      '[gick]  sen',
      'borderMoved',
    ]);
  });
});

describe('what is pasted', () => {
  const words = Array.from({ length: 5000 }, (_, n) => `ord${n}`).join(' ');
  test('as 5,000 words in the middle of a short unit is in it, and is looked at', () => {
    expect(type('sa [ja visst] då', 'ja |visst', `${words} `)).toEqual([
      `sa [ja ${words} visst] då`,
      'inDoubt',
    ]);
  });

  test('as 5,000 words in a unit of more is in it', () => {
    const long = `${words} ja ${words}`;
    expect(type(`sa [${long} visst] då`, 'ja |ord', `${words} `)).toEqual([
      `sa [${words} ja ${words} ${words} visst] då`,
      'changedInside',
    ]);
  });

  test('with line ends of another system is parted by them', () => {
    expect(type('[ja] nej', 'ja|', '\r\nkanske')).toEqual(['[ja]\nkanske nej', 'kept']);
    expect(type('[ja visst]', 'ja|', '\r\n')).toEqual(['[ja\n visst]', 'changedInside']);
  });

  test('with a hard space is parted by it', () => {
    expect(type('[var rädd] då', 'rädd|', '\u00a0mycket')[1]).toBe('kept');
    expect(over('[var rädd] då', 'var rädd', 'var\u00a0rädd')[1]).toBe('changedInside');
  });
});
