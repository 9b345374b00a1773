import { describe, expect, test } from 'vitest';

import type { TurnId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import {
  editTurn,
  mergeTurns,
  moveText,
  splitTurn,
  unchanged,
} from '../../../shared/text/correctTurns.ts';
import { changeBetween, withChange } from '../../../shared/text/draftEdits.ts';
import { editsBetween } from '../../../shared/text/editsBetween.ts';
import { placesOf } from '../../../shared/text/findPlaces.ts';
import { reanchor } from '../../../shared/text/reanchor.ts';
import type { TextEdit } from '../../../shared/text/textEdit.ts';
import { layTurns, type TurnLayout } from '../../../shared/text/turnLayout.ts';
import type { TurnText } from '../../../shared/text/turnPieces.ts';

const brackets = ['[]', '{}', '<>'] as const;
const turnEnd = ' / ';

interface Marked {
  readonly turns: readonly TurnText[];
  /** One list of spans for each kind of bracket. */
  readonly units: readonly (readonly Span[])[];
}

/** Turns parted by " / ", with a unit for each kind of bracket. */
function marked(withMarks: string): Marked {
  const units: Span[][] = [];
  const turns = withMarks.split(turnEnd).map((part, index) => {
    const turnId = `r${index + 1}` as TurnId;
    const open: (number | undefined)[] = [];
    let text = '';
    for (const sign of part) {
      const begins = brackets.findIndex(([first]) => first === sign);
      const ends = brackets.findIndex(([, last]) => last === sign);
      if (begins >= 0) open[begins] = text.length;
      else if (ends >= 0)
        (units[ends] ??= []).push({ turnId, start: open[ends]!, end: text.length });
      else text += sign;
    }
    return { id: turnId, text };
  });
  return { turns, units };
}

/** The text with the units in it; of those that end at a place the inner one ends first. */
function withMarks({ id, text }: TurnText, units: Marked['units']): string {
  const signs = new Map<number, { ends: string; begins: string }>();
  const at = (offset: number) => signs.get(offset) ?? { ends: '', begins: '' };
  for (const [index, spans] of units.entries())
    for (const { start, end, turnId } of spans) {
      if (turnId !== id) continue;
      const [first, last] = [...brackets[index]!] as [string, string];
      signs.set(start, { ...at(start), begins: at(start).begins + first });
      signs.set(end, { ...at(end), ends: last + at(end).ends });
    }
  return Array.from({ length: text.length + 1 }, (_, offset) => {
    const { ends, begins } = at(offset);
    return ends + begins + text.slice(offset, offset + 1);
  }).join('');
}

function shown(layout: TurnLayout, { units }: Marked): readonly string[] {
  const now = units.map((spans) => reanchor(layout, spans));
  const text = layout.after
    .map((turn) =>
      withMarks(
        turn,
        now.map(({ spans }) => spans),
      ),
    )
    .join(turnEnd);
  return [text, ...now.map(({ verdict }) => verdict)];
}

/** The caret as "|" in the words around it. */
function placeOf(text: string, around: string): number {
  const at = around.indexOf('|');
  const found = text.indexOf(around.replace('|', ''));
  expect(found, `”${around}” in ”${text}”`).toBeGreaterThanOrEqual(0);
  return found + at;
}

type Act =
  | readonly ['type', around: string, text: string]
  | readonly ['over', words: string, text: string];

function editOf(text: string, [kind, where, typed]: Act): TextEdit {
  const start = kind === 'type' ? placeOf(text, where) : text.indexOf(where);
  expect(start, `”${where}” in ”${text}”`).toBeGreaterThanOrEqual(0);
  const end = kind === 'type' ? start : start + where.length;
  return { start, end, text: typed };
}

/** In the editor of the first turn, one act after the other, as the draft follows them. */
function inEditor(before: string, ...acts: readonly Act[]): readonly string[] {
  const given = marked(before);
  const [turn, ...others] = given.turns;
  let stands = turn!.text;
  let edits: readonly TextEdit[] = [];
  for (const act of acts) {
    const { start, end, text } = editOf(stands, act);
    const next = stands.slice(0, start) + text + stands.slice(end);
    const change = changeBetween(stands, next, start + text.length);
    if (change) edits = withChange(turn!.text, edits, change);
    stands = next;
  }
  const plan = [editTurn(turn!, edits), ...others.map(unchanged)];
  return shown(layTurns(given.turns, plan), given);
}

const type = (before: string, around: string, text: string) =>
  inEditor(before, ['type', around, text]);
const over = (before: string, words: string, text: string) =>
  inEditor(before, ['over', words, text]);

function replacedThroughout(before: string, words: string, by: string) {
  const given = marked(before);
  const find = placesOf({ words, matchCase: true, wholeWords: true });
  const plan = given.turns.map((turn) =>
    editTurn(
      turn,
      find(turn.text).map((place) => ({ ...place, text: by })),
    ),
  );
  return shown(layTurns(given.turns, plan), given);
}

/** Only the new text is known. */
function retyped(before: string, after: string): readonly string[] {
  const given = marked(before);
  const plan = given.turns.map((turn) => editTurn(turn, editsBetween(turn.text, after)));
  return shown(layTurns(given.turns, plan), given);
}

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
  ] as const)('belong as far as they touch: %s', (_, around, text, ...after) => {
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
  ] as const)('%s', (_, before, words, text, ...after) => {
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
  ] as const)('%s', (_, before, around, text, ...after) => {
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
  ] as const)('is nothing of the unit: %s', (_, before, words, ...after) => {
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
