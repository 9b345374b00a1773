import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { changeBetween, withChange } from '../../../shared/text/draftEdits.ts';
import { applyEdits, areInOrder, type TextEdit } from '../../../shared/text/textEdit.ts';

describe('what was typed is where the caret is', () => {
  test('of two like words the one before the caret was taken away', () => {
    expect(changeBetween('ja ja nej', 'ja nej', 0)).toEqual({
      start: 0,
      end: 3,
      text: '',
    });
    expect(changeBetween('ja ja nej', 'ja nej', 3)).toEqual({
      start: 3,
      end: 6,
      text: '',
    });
  });

  test('of two like letters the one before the caret was typed', () => {
    expect(changeBetween('tull', 'tulll', 3)).toEqual({ start: 2, end: 2, text: 'l' });
    expect(changeBetween('tull', 'tulll', 5)).toEqual({ start: 4, end: 4, text: 'l' });
  });

  test('a caret that stands elsewhere, as after an undo, makes the change no wider', () => {
    const change = { start: 3, end: 3, text: 'tton' };
    expect(changeBetween('tre veckor', 'tretton veckor', 14)).toEqual(change);
    expect(changeBetween('tre veckor', 'tretton veckor', 0)).toEqual(change);
    expect(changeBetween('tre veckor', 'tretton veckor', -1)).toEqual(change);
  });

  test('nothing was changed where the text is the same', () => {
    expect(changeBetween('Precis.', 'Precis.', 3)).toBeNull();
  });

  test('the change leads from the one text to the other, wherever the caret is', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '👩‍👧'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        text,
        text,
        fc.integer({ min: -1, max: 20 }),
        (before, after, caret) => {
          const change = changeBetween(before, after, caret);
          expect(applyEdits(before, change ? [change] : [])).toBe(after);
        },
      ),
    );
  });
});

describe('the edits of a draft', () => {
  const old = 'Jag hade väntat i tre veckor';

  test('letters typed after each other are one edit', () => {
    const first = withChange(old, [], { start: 21, end: 21, text: 't' });
    expect(withChange(old, first, { start: 22, end: 22, text: 'ton' })).toEqual([
      { start: 21, end: 21, text: 'tton' },
    ]);
  });

  test('words that are put back are no edit', () => {
    const taken = withChange(old, [], { start: 18, end: 22, text: '' });
    expect(taken).toEqual([{ start: 18, end: 22, text: '' }]);
    expect(withChange(old, taken, { start: 18, end: 18, text: 'tre ' })).toEqual([]);
  });

  test('a change over several edits takes them in, and what stood between', () => {
    const edits: readonly TextEdit[] = [
      { start: 0, end: 3, text: 'Vi' },
      { start: 18, end: 21, text: 'fyra' },
    ];
    expect(withChange(old, edits, { start: 1, end: 19, text: 'X' })).toEqual([
      { start: 0, end: 21, text: 'VXra' },
    ]);
  });

  test('lead to what stands in the editor after any typing, in order', () => {
    const typing = fc.array(
      fc.record({ at: fc.nat(60), length: fc.nat(6), text: fc.string({ maxLength: 4 }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(typing, (changes) => {
        let text = old;
        let edits: readonly TextEdit[] = [];
        for (const { at, length, text: words } of changes) {
          const start = Math.min(at, text.length);
          const change = {
            start,
            end: Math.min(text.length, start + length),
            text: words,
          };
          edits = withChange(old, edits, change);
          text = applyEdits(text, [change]);
          expect(areInOrder(old, edits)).toBe(true);
          expect(applyEdits(old, edits)).toBe(text);
        }
      }),
    );
  });
});
