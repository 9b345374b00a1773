import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { lineAt, referenceLines } from '../../../shared/text/referenceLines.ts';
import { processorClock } from '../../support/processorTime.ts';

const linesOf = (text: string, length?: number) =>
  referenceLines(text, length).map(({ start, end }) => text.slice(start, end));

const anyText = fc.string({
  unit: fc.constantFrom(
    ...Array.from('aåö .,\n\t'),
    'e\u0301',
    '👩‍👩‍👧',
    '🇸🇪',
    'ord ',
    'längreord',
  ),
  maxLength: 400,
});

describe('reference lines', () => {
  test('are broken where the page is broken on every computer', () => {
    const turn =
      'Samma här. Min handläggare sa att det var dags att samla folk runt ett bord, men inte varför. ' +
      'Jag låg vaken hela natten innan och undrade vad jag hade gjort för fel.';
    expect(linesOf(turn)).toEqual([
      'Samma här. Min handläggare sa att det var dags att samla folk runt ',
      'ett bord, men inte varför. Jag låg vaken hela natten innan och ',
      'undrade vad jag hade gjort för fel.',
    ]);
  });

  test('begin anew at each paragraph', () => {
    expect(linesOf('Ett.\n\nTvå.')).toEqual(['Ett.\n', '\n', 'Två.']);
  });

  test('an empty turn is one empty line', () => {
    expect(referenceLines('')).toEqual([{ start: 0, end: 0 }]);
  });

  test('a word longer than the line is broken, but never inside a character', () => {
    const family = '👩‍👩‍👧';
    const lines = linesOf(family.repeat(30), 10);
    expect(lines.join('')).toBe(family.repeat(30));
    expect(lines.every((line) => line.length % family.length === 0)).toBe(true);
  });

  test('a single turn of a megabyte is broken within a second', () => {
    const worked = processorClock();
    expect(referenceLines('å'.repeat(1_000_000)).length).toBeGreaterThan(15_000);
    expect(worked()).toBeLessThan(1000);
  });

  test('tile the text, and what is seen of a line keeps within the length', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 8, max: 90 }), (text, length) => {
        const lines = linesOf(text, length);
        expect(lines.join('')).toBe(text);
        for (const line of lines) {
          expect(text === '' || line !== '').toBe(true);
          const seen = line.replace(/[ \t\n]+$/u, '');
          const isOneCharacter = [...new Intl.Segmenter('sv').segment(seen)].length === 1;
          expect(Array.from(seen).length <= length || isOneCharacter).toBe(true);
          expect(line.indexOf('\n')).toBe(line.includes('\n') ? line.length - 1 : -1);
        }
      }),
    );
  });

  test('the words of a line could not have stood on the line before', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 20, max: 90 }), (text, length) => {
        const lines = linesOf(text, length);
        lines.slice(1).forEach((line, index) => {
          const before = lines[index]!;
          if (before.endsWith('\n') || !/\s$/u.test(before)) return;
          const word = /^\S+/u.exec(line)?.[0] ?? '';
          expect(Array.from(before).length + Array.from(word).length).toBeGreaterThan(
            length,
          );
        });
      }),
    );
  });

  test('an offset is found on the line that shows it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(500), (text, at) => {
        const lines = referenceLines(text, 30);
        const offset = Math.min(at, Math.max(0, text.length - 1));
        const line = lines[lineAt(lines, offset)]!;
        expect(line.start <= offset && (offset < line.end || text === '')).toBe(true);
      }),
    );
  });
});
