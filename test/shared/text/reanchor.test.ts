import * as fc from 'fast-check';
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
import { editsBetween } from '../../../shared/text/editsBetween.ts';
import { reanchor } from '../../../shared/text/reanchor.ts';
import { layTurns, type TurnLayout } from '../../../shared/text/turnLayout.ts';
import { typed, type TurnText } from '../../../shared/text/turnPieces.ts';
import { randomFrom } from '../../invariants/randomInputs.ts';
import { correctAtRandom, noCounts } from '../../support/correctionWalk.ts';

/** A turn with one unit, marked by [ and ]. */
function marked(id: string, withMarks: string): { turn: TurnText; span: Span } {
  const [before = '', inside = '', after = ''] = withMarks.split(/[[\]]/);
  const turnId = id as TurnId;
  return {
    turn: { id: turnId, text: before + inside + after },
    span: { turnId, start: before.length, end: before.length + inside.length },
  };
}

/** The turns after a correction with the unit marked in them, and what became of it. */
function shown(layout: TurnLayout, spans: readonly Span[]): readonly [string, string] {
  const { verdict, spans: now } = reanchor(layout, spans);
  const texts = layout.after.map(({ id, text }) =>
    now
      .filter((span) => span.turnId === id)
      .reduceRight(
        (all, { start, end }) =>
          `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`,
        text,
      ),
  );
  return [texts.join(' / '), verdict];
}

/** The first `from` in the turn becomes `to`. */
function edit(
  withMarks: string,
  from: string | number,
  to: string,
): readonly [string, string] {
  const { turn, span } = marked('r1', withMarks);
  const start = typeof from === 'number' ? from : turn.text.indexOf(from);
  const end = typeof from === 'number' ? from : start + from.length;
  return shown(layTurns([turn], [editTurn(turn, [{ start, end, text: to }])]), [span]);
}

/** Only the new text is known. */
function retype(withMarks: string, after: string): readonly [string, string] {
  const { turn, span } = marked('r1', withMarks);
  const plan = editTurn(turn, editsBetween(turn.text, after));
  return shown(layTurns([turn], [plan]), [span]);
}

describe('a unit when words are typed', () => {
  test('stays as it is when they are typed outside it', () => {
    expect(edit('jag [var rädd] då', 'jag', 'vi')).toEqual(['vi [var rädd] då', 'kept']);
    expect(edit('jag [var rädd] då', 'då', '')).toEqual(['jag [var rädd] ', 'kept']);
  });

  test('takes in what is typed inside it', () => {
    expect(edit('jag [var rädd] då', 7, ' så')).toEqual([
      'jag [var så rädd] då',
      'changedInside',
    ]);
    expect(edit('jag [var rädd nu] då', 'rädd', 'rädda')).toEqual([
      'jag [var rädda nu] då',
      'changedInside',
    ]);
  });

  test('takes in what goes on with its last word or its first', () => {
    expect(edit('jag [var rädd] då', 12, 'a')).toEqual([
      'jag [var rädda] då',
      'borderMoved',
    ]);
    expect(edit('jag [var rädd] då', 12, ', mycket')).toEqual([
      'jag [var rädd,] mycket då',
      'borderMoved',
    ]);
    expect(edit('jag [var rädd] då', 4, 'o')[0]).toBe('jag [ovar rädd] då');
    expect(edit('jag [var rädd] då', 4, 'nog "')[0]).toBe('jag nog ["var rädd] då');
  });

  test('leaves out what stands by itself at its borders', () => {
    expect(edit('jag [var rädd] då', 12, ' mycket')).toEqual([
      'jag [var rädd] mycket då',
      'kept',
    ]);
    expect(edit('jag [var rädd] då', 4, 'nog ')).toEqual([
      'jag nog [var rädd] då',
      'kept',
    ]);
  });

  test('leaves what goes on with a word before it to that word', () => {
    expect(edit('hus[bil]', 3, 'båts')).toEqual(['husbåts[bil]', 'kept']);
    expect(edit('[hus]bil', 3, 'båts')[0]).toBe('[husbåts]bil');
  });

  test('takes in what is typed over words that were all its own', () => {
    expect(edit('jag [var rädd då och där]', 'rädd', 'så ledsen')).toEqual([
      'jag [var så ledsen då och där]',
      'changedInside',
    ]);
    expect(edit('sa [Anna] då', 'Anna', 'Anna Karin')[0]).toBe('sa [Anna Karin] då');
  });
});

describe('a unit when words are taken away', () => {
  test('keeps those that are left', () => {
    expect(edit('jag [var väldigt rädd] då', 'rädd då', '')).toEqual([
      'jag [var väldigt] ',
      'borderMoved',
    ]);
    expect(edit('jag [var väldigt rädd] då', 'jag var', '')).toEqual([
      ' [väldigt rädd] då',
      'borderMoved',
    ]);
  });

  test('is in doubt when the larger part is gone', () => {
    expect(edit('jag [var väldigt rädd] då', 'väldigt rädd', '')).toEqual([
      'jag [var]  då',
      'inDoubt',
    ]);
  });

  test('is in doubt when most of it is new', () => {
    expect(edit('[ja visst]', 2, ' det tycker jag nog i alla fall')).toEqual([
      '[ja det tycker jag nog i alla fall visst]',
      'inDoubt',
    ]);
    expect(edit('sa [mamma] då', 'mamma', 'P3')).toEqual(['sa [P3] då', 'inDoubt']);
  });

  test('is in doubt when words were typed over its border', () => {
    expect(edit('jag [var nog rädd] då', 'rädd då', 'ledsen')).toEqual([
      'jag [var nog] ledsen',
      'inDoubt',
    ]);
  });

  test('keeps what can be seen to be the same words in what was typed over its border', () => {
    expect(edit('jag [var nog rädd] då', 'rädd då', 'rädd sen')).toEqual([
      'jag [var nog rädd] sen',
      'kept',
    ]);
  });

  test('is gone when nothing of it is left, and its place is known', () => {
    const { turn, span } = marked('r1', 'jag [var rädd] då');
    const plan = editTurn(turn, [{ start: 2, end: 14, text: 'x' }]);
    const layout = layTurns([turn], [plan]);
    expect(reanchor(layout, [span])).toEqual({
      verdict: 'gone',
      spans: [],
      place: { turnId: 'r1', offset: 2 },
    });
  });
});

describe('a unit when only the new text is known', () => {
  test('is kept where its words are', () => {
    expect(retype('ja [jag gick hem] sen', 'nja jag gick hem sedan')).toEqual([
      'nja [jag gick hem] sedan',
      'kept',
    ]);
    expect(retype('och [gammal vän] kom', 'och en gammal vän kom')).toEqual([
      'och en [gammal vän] kom',
      'kept',
    ]);
  });

  test('takes in a word that was spelt right', () => {
    expect(
      retype('det var [intresant] sa', 'det var [intressant] sa'.replace(/[[\]]/g, '')),
    ).toEqual(['det var [intressant] sa', 'changedInside']);
  });
});

describe('a unit with characters that are made of several', () => {
  test('takes in the mark that is typed after its last letter', () => {
    expect(edit('sa [x] då', 4, '\u0302')[0]).toBe('sa [x\u0302] då');
    expect(edit('sa [bade] då', 7, '\u0301')[0]).toBe('sa [bad\u00e9] då');
  });

  test('loses a letter that has grown together with one outside it', () => {
    expect(edit('👩[👧 kom hem]', 2, '\u200d')).toEqual(['👩‍👧 [kom hem]', 'inDoubt']);
  });

  test('takes the whole of a flag that comes to be half of what follows, and is in doubt', () => {
    expect(edit('ja [🇸🇪 och nej 🇸🇪]🇳🇴', 16, '🇫')).toEqual([
      'ja [🇸🇪 och nej 🇫🇸🇪🇳]🇴',
      'inDoubt',
    ]);
  });

  test('holds in text from right to left', () => {
    expect(edit('אז [אני הלכתי] הביתה', 6, ' לא')[0]).toBe('אז [אני לא הלכתי] הביתה');
  });

  test('makes line ends and lone halves of characters normal', () => {
    expect(edit('[ja nej]', 2, '\r\nkanske\ud83d')[0]).toBe('[ja\nkanske\ufffd nej]');
  });
});

describe('a unit over several turns', () => {
  const a = marked('r1', 'ja [jag gick hem] sen');
  const b = marked('r2', '[till byn] då');

  test('is in both halves of a turn that is split in it', () => {
    const [first, second] = splitTurn(a.turn, 6, 'r1b' as TurnId);
    const layout = layTurns([a.turn], [first, second]);
    expect(shown(layout, [a.span])).toEqual([
      'ja [jag] / [gick hem] sen',
      'changedInside',
    ]);
  });

  test('goes with its words to the second half', () => {
    const layout = layTurns([a.turn], splitTurn(a.turn, 3, 'r1b' as TurnId));
    expect(shown(layout, [a.span])).toEqual(['ja / [jag gick hem] sen', 'kept']);
  });

  test('is one piece again when its turns are merged', () => {
    const one = marked('r1', 'ja [jag]');
    const other = marked('r2', '[gick hem] sen');
    const layout = layTurns(
      [one.turn, other.turn],
      [mergeTurns([one.turn, other.turn], ' ')],
    );
    expect(shown(layout, [one.span, other.span])).toEqual([
      'ja [jag gick hem] sen',
      'changedInside',
    ]);
  });

  test('follows its words to another turn, and leaves the others', () => {
    const move = { from: a.turn, words: { start: 12, end: 20 }, to: b.turn, at: 0 };
    const layout = layTurns([a.turn, b.turn], moveText(move));
    expect(shown(layout, [a.span])).toEqual([
      'ja [jag gick] / [hem] sen till byn då',
      'changedInside',
    ]);
    expect(shown(layout, [b.span])).toEqual([
      'ja jag gick / hem sen [till byn] då',
      'kept',
    ]);
  });

  test('is two pieces when words of others are moved into the middle of it', () => {
    const move = { from: b.turn, words: { start: 9, end: 11 }, to: a.turn, at: 6 };
    const layout = layTurns([a.turn, b.turn], [...moveText(move)].toReversed());
    expect(shown(layout, [a.span])).toEqual([
      'ja [jag] då [gick hem] sen / till byn',
      'changedInside',
    ]);
  });

  test('is in doubt when one of its turns is taken away, and gone when both are', () => {
    const c = marked('r3', 'nej');
    const before = [a.turn, b.turn, c.turn];
    const one = layTurns(before, [unchanged(b.turn), unchanged(c.turn)]);
    expect(shown(one, [a.span, b.span])).toEqual(['[till byn] då / nej', 'inDoubt']);
    const none = layTurns(before, [unchanged(c.turn)]);
    expect(reanchor(none, [a.span, b.span])).toEqual({
      verdict: 'gone',
      spans: [],
      place: { turnId: 'r3', offset: 0 },
    });
  });

  test('is left alone by a turn that is put in', () => {
    const missed = { id: 'r1b' as TurnId, pieces: [typed('Vadå?')] };
    const layout = layTurns(
      [a.turn, b.turn],
      [unchanged(a.turn), missed, unchanged(b.turn)],
    );
    expect(shown(layout, [a.span, b.span])[1]).toBe('kept');
  });
});

const plainText = (longest: number) =>
  fc
    .array(fc.constantFrom('a', 'b', 'ö', '.', ' ', '\n'), { maxLength: longest })
    .map((letters) => letters.join(''));

describe('whatever is done to a text', () => {
  test('what is typed belongs to a unit inside it, and at its borders as far as it touches', () => {
    const words = fc
      .tuple(plainText(12), plainText(12), plainText(12))
      .filter(([, inside]) => inside.trim() !== '' && inside.trim() === inside);
    fc.assert(
      fc.property(words, fc.nat(40), plainText(6), ([before, inside, after], at, put) => {
        const all = before + inside + after;
        const place = at % (all.length + 1);
        const { turn, span } = marked('r1', `${before}[${inside}]${after}`);
        const layout = layTurns(
          [turn],
          [editTurn(turn, [{ start: place, end: place, text: put }])],
        );
        const { start, end } = span;
        const ownBefore = /\S*$/.exec(put)![0];
        const touchesBoth = ownBefore === put && /\S$/.test(before);
        let expected = inside;
        if (place > start && place < end)
          expected = all.slice(start, place) + put + all.slice(place, end);
        else if (place === end) expected += /^\S*/.exec(put)![0];
        else if (place === start && !touchesBoth) expected = ownBefore + inside;
        const now = reanchor(layout, [span]).spans;
        expect(now.map((one) => layout.after[0]!.text.slice(one.start, one.end))).toEqual(
          [expected],
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('no unit is lost, none changes unnoticed, and none takes words of others', () => {
    const counts = noCounts();
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        correctAtRandom(randomFrom(seed), 12, counts);
      }),
      { numRuns: 150 },
    );
    expect(counts.corrections).toBeGreaterThan(1000);
    for (const count of Object.values(counts.verdicts)) expect(count).toBeGreaterThan(10);
  });

  test('a turn of a megabyte with many units is corrected at once', () => {
    const text = Array.from({ length: 130_000 }, (_, n) => `ord${n % 977}`).join(' ');
    const turn = { id: 'r1' as TurnId, text };
    const spans = Array.from({ length: 2000 }, (_, n) => {
      const start = text.indexOf(' ', n * 450) + 1;
      return { turnId: turn.id, start, end: text.indexOf(' ', start + 200) };
    });
    const edits = [...text.matchAll(/ord7(?= )/g)].map(({ index }) => ({
      start: index,
      end: index + 4,
      text: 'Anna',
    }));
    const layout = layTurns([turn], [editTurn(turn, edits)]);
    const now = spans.map((span) => reanchor(layout, [span]));
    expect(new Set(now.map(({ verdict }) => verdict))).toEqual(
      new Set(['kept', 'changedInside', 'borderMoved']),
    );
  });
});
