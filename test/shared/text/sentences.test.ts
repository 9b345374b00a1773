import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { sentenceAt, sentencesOf } from '../../../shared/text/sentences.ts';

const sentences = (text: string) =>
  sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test('end at full stops, questions and exclamations', () => {
    expect(sentences('Nej. Och när jag frågade? Då blev det tyst! Så.')).toEqual([
      'Nej.',
      'Och när jag frågade?',
      'Då blev det tyst!',
      'Så.',
    ]);
  });

  test.each([
    'Man kan ta med någon, t.ex. Anna eller en granne.',
    'Det var bl.a. Försäkringskassan som kom.',
    'Vi sågs kl. 14.30 på torget.',
    'Det var s.k. Samordnad plan.',
    'Jag träffade dr. Ek i går.',
    'Det stod osv. och så vidare på pappret.',
  ])('are not ended by an abbreviation: %s', (text) => {
    expect(sentences(text)).toEqual([text]);
  });

  test('go on after an end mark that a small letter follows', () => {
    expect(sentences('Vad då? sa hon. Men… jag vet inte. Jo.')).toEqual([
      'Vad då? sa hon.',
      'Men… jag vet inte.',
      'Jo.',
    ]);
  });

  test('keep their closing quotation mark and the comment after them', () => {
    expect(sentences('Hon sa: ”Det löser sig.” [skratt] Det gjorde det.')).toEqual([
      'Hon sa: ”Det löser sig.” [skratt]',
      'Det gjorde det.',
    ]);
  });

  test('end with the paragraph', () => {
    expect(sentences('utan punkt\nnästa stycke')).toEqual(['utan punkt', 'nästa stycke']);
  });

  test('the one at the caret is found, white space belonging to the one before', () => {
    const text = 'Ett. Två. Tre.';
    const at = (offset: number) => {
      const found = sentenceAt(text, offset);
      return found && text.slice(found.start, found.end);
    };
    expect([at(0), at(4), at(5), at(9), at(14)]).toEqual([
      'Ett.',
      'Ett.',
      'Två.',
      'Två.',
      'Tre.',
    ]);
    expect(sentenceAt('  \n ', 1)).toBeNull();
    expect(sentenceAt('  Ja.', 0)).toEqual({ start: 2, end: 5 });
  });

  test('stand in order, apart, trimmed, and hold every word there is', () => {
    const anyText = fc.string({
      unit: fc.constantFrom(...Array.from('aAå .!?…\n”[]), '), 't.ex. ', 'ord ', '👍'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(anyText, (text) => {
        const found = sentencesOf(text);
        let at = 0;
        for (const { start, end } of found) {
          expect(text.slice(at, start).trim()).toBe('');
          const piece = text.slice(start, end);
          expect(piece).toBe(piece.trim());
          expect(piece).not.toBe('');
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});
