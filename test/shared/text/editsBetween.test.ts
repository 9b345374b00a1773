import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { editsBetween } from '../../../shared/text/editsBetween.ts';
import { isGraphemeBorder } from '../../../shared/text/graphemes.ts';
import { applyEdits, areInOrder } from '../../../shared/text/textEdit.ts';
import { correctedText, transcriptText } from '../../support/randomTexts.ts';

const shown = (before: string, after: string) =>
  editsBetween(before, after).map(({ start, end, text }) => [
    before.slice(start, end),
    text,
  ]);

describe('the edits between two texts', () => {
  test('are none when nothing was changed', () => {
    expect(editsBetween('Tyst.', 'Tyst.')).toEqual([]);
  });

  test('are whole words when a word was put in, taken out or replaced', () => {
    expect(shown('jag gammal', 'jag gå gammal')).toEqual([['', 'gå ']]);
    expect(shown('det är är bra', 'det är bra')).toEqual([['är ', '']]);
    expect(shown('jag var rädd då', 'jag var ledsen då')).toEqual([['rädd', 'ledsen']]);
  });

  test('are letters within a word that was spelt otherwise', () => {
    expect(shown('en katt kom', 'en hatt kom')).toEqual([['k', 'h']]);
    expect(shown('intresant möte', 'ett intressant möte')).toEqual([
      ['', 'ett '],
      ['', 's'],
    ]);
  });

  test('find a word that was respelt beside one that was put in', () => {
    expect(shown('ja gamal vän', 'ja gå gammal vän')).toEqual([
      ['', 'gå '],
      ['', 'm'],
    ]);
  });

  test('leave words that were moved far off in the longer rest', () => {
    const [first, second] = ['ett två tre fyra fem', 'sex sju'];
    const edits = editsBetween(`${first} ${second}`, `${second} ${first}`);
    expect(edits).toHaveLength(2);
  });

  test('never take a character apart', () => {
    expect(shown('x\u0302', 'x')).toEqual([['x\u0302', 'x']]);
    expect(shown('👩‍👩‍👧 kom', '👩‍👧 kom')).toEqual([['👩‍👩‍👧', '👩‍👧']]);
    expect(shown('🇸🇪🇳🇴', '🇫🇮🇸🇪🇳🇴')[0]![1]).toContain('🇫🇮');
  });

  test('lead from any text to any other, in order and between characters', () => {
    fc.assert(
      fc.property(
        fc.oneof(correctedText, fc.tuple(transcriptText, transcriptText)),
        ([before, after]) => {
          const edits = editsBetween(before, after);
          expect(areInOrder(before, edits)).toBe(true);
          expect(applyEdits(before, edits)).toBe(after);
          for (const { start, end, text } of edits) {
            expect(isGraphemeBorder(before, start) && isGraphemeBorder(before, end)).toBe(
              true,
            );
            expect(before.slice(start, end)).not.toBe(text);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('of a text of a megabyte are found without comparing everything with everything', () => {
    const words = Array.from({ length: 150_000 }, (_, n) => `o${(n * 7919) % 401}d`);
    const before = words.join(' ');
    const after = words.map((word, n) => (n % 97 === 0 ? `${word}et` : word)).join(' ');
    const edits = editsBetween(before, after);
    expect(applyEdits(before, edits)).toBe(after);
    expect(edits.length).toBe(Math.ceil(words.length / 97));
  });

  test('of two megabytes that have nothing in common are found as soon', () => {
    const before = 'ja nej '.repeat(30_000);
    const after = 'bort hem '.repeat(25_000);
    expect(applyEdits(before, editsBetween(before, after))).toBe(after);
    const letters = (length: number, step: number) =>
      Array.from({ length }, (_, n) => String.fromCharCode(97 + ((n * step) % 23))).join(
        ' ',
      );
    const [one, other] = [letters(100_000, 7), letters(100_000, 11)];
    expect(applyEdits(one, editsBetween(one, other))).toBe(other);
  });
});
