import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { nearestWordBorder, wordAt, wordBorder } from '../../../shared/text/wordsAt.ts';

const text = 'På SIP-mötet kl. 14.30 sa FG1:P2 ”nej”. Så var det.';
const wordOf = (offset: number) => {
  const found = wordAt(text, offset);
  return found && text.slice(found.start, found.end);
};

describe('words', () => {
  test('keep their hyphens, colons and points between digits', () => {
    expect(wordOf(text.indexOf('mötet'))).toBe('SIP-mötet');
    expect(wordOf(text.indexOf('30'))).toBe('14.30');
    expect(wordOf(text.indexOf('P2'))).toBe('FG1:P2');
  });

  test('leave their punctuation outside', () => {
    expect(wordOf(text.indexOf('nej'))).toBe('nej');
    expect(wordOf(text.length)).toBe('det');
  });

  test('where there are none, there is none', () => {
    expect(wordAt('… !', 1)).toBeNull();
    expect(wordAt('', 0)).toBeNull();
  });

  test('a border moved by word takes the punctuation with it', () => {
    const end = text.indexOf('”nej”.');
    expect(wordBorder(text, end, { edge: 'end', direction: 'forward' })).toBe(
      end + '”nej”.'.length,
    );
    expect(wordBorder(text, end + 3, { edge: 'start', direction: 'back' })).toBe(end);
    expect(
      wordBorder(text, text.length, { edge: 'end', direction: 'forward' }),
    ).toBeNull();
  });

  test('a dragged border lands on the nearest word', () => {
    expect(nearestWordBorder('ett två tre', 5, 'start')).toBe(4);
    expect(nearestWordBorder('ett två tre', 6, 'end')).toBe(7);
    expect(nearestWordBorder('ett', 1, 'start')).toBe(0);
  });

  test('a border always lies between a blank and something that is not', () => {
    const anyText = fc.string({
      unit: fc.constantFrom(...Array.from('aö .,\n-'), '👍', 'e\u0301'),
      maxLength: 80,
    });
    const edges = fc.constantFrom('start' as const, 'end' as const);
    fc.assert(
      fc.property(anyText, fc.nat(80), edges, (any, at, edge) => {
        const offset = Math.min(at, any.length);
        const border = nearestWordBorder(any, offset, edge);
        if (any.trim() === '') return;
        const inside = edge === 'start' ? border : border - 1;
        const outside = edge === 'start' ? border - 1 : border;
        expect((any[inside] ?? ' ').trim()).not.toBe('');
        expect((any[outside] ?? ' ').trim()).toBe('');
      }),
    );
  });
});
