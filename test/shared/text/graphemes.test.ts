import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { snapRangeToGraphemes, snapToGrapheme } from '../../../shared/text/graphemes.ts';

const anyText = fc.string({
  unit: fc.constantFrom(
    ...'a|ö| |\n|\r|e\u0301|\u0308|👩‍👩‍👧|🇸🇪|🇳|👍🏽|\u200d|한|ᄒ|ᅡ|क्षि|ש|\u200f|©|\u00ad|\u0600|\u0d4e|\u{110bd}|.'.split(
      '|',
    ),
  ),
  maxLength: 60,
});

function bordersOf(text: string): readonly number[] {
  const pieces = [...new Intl.Segmenter('sv').segment(text)];
  return [...pieces.map(({ index }) => index), text.length];
}

describe('snapping to characters as a person sees them', () => {
  test('never cuts an emoji or takes a mark from its letter', () => {
    const text = 'ja 👩‍👩‍👧 nej';
    expect(snapToGrapheme(text, 6, 'back')).toBe(3);
    expect(snapToGrapheme(text, 6, 'forward')).toBe(11);
    // A joiner binds two old signs as it binds two emoji.
    expect(snapToGrapheme('a©\u200d©', 2, 'back')).toBe(1);
    expect(snapToGrapheme('a©\u200d©', 2, 'forward')).toBe(4);
    expect(snapRangeToGraphemes('e\u0301n', { start: 0, end: 1 })).toEqual({
      start: 0,
      end: 2,
    });
  });

  test('lands on the nearest border in its direction, whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(300), (text, at) => {
        const offset = Math.min(at, text.length);
        const borders = bordersOf(text);
        expect(snapToGrapheme(text, offset, 'back')).toBe(
          borders.findLast((border) => border <= offset),
        );
        expect(snapToGrapheme(text, offset, 'forward')).toBe(
          borders.find((border) => border >= offset),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('keeps offsets outside the text inside it', () => {
    expect(snapToGrapheme('hej', -4, 'back')).toBe(0);
    expect(snapToGrapheme('hej', 9, 'forward')).toBe(3);
  });
});
