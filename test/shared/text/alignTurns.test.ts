import { describe, expect, test } from 'vitest';

import type { TurnId } from '../../../shared/domain/ids.ts';
import { alignTurns } from '../../../shared/text/alignTurns.ts';
import { layTurns } from '../../../shared/text/turnLayout.ts';

const turnsOf = (texts: readonly string[]) =>
  texts.map((text, index) => ({ id: `t${index}` as TurnId, text }));

/** Which old turn each new one is, with the words that were kept and, in brackets, those that are new. */
function align(before: readonly string[], after: readonly string[]): readonly string[] {
  const old = turnsOf(before);
  const aligned = alignTurns(old, after);
  const plan = aligned.map(({ pieces }, index) => ({
    id: `n${index}` as TurnId,
    pieces,
  }));
  expect(layTurns(old, plan).after.map(({ text }) => text)).toEqual(after);
  return aligned.map(({ oldId, pieces }) => {
    const words = pieces.map((piece) =>
      piece.kind === 'typed'
        ? `[${piece.text}]`
        : old.find(({ id }) => id === piece.turnId)!.text.slice(piece.start, piece.end),
    );
    return `${oldId ?? '–'}: ${words.join('')}`;
  });
}

const said = [
  'Hur var det att komma hem?',
  'Det var tyst. Jag ringde Anna.',
  'Ja.',
  'Så var det för mig med.',
];

describe('A new version of a transcript is laid beside the old one', () => {
  test('the same words are the same turns', () => {
    expect(align(said, said)).toEqual(said.map((text, index) => `t${index}: ${text}`));
  });

  test('a word that was misheard is new, the rest of its turn is kept', () => {
    expect(align(said, said.with(1, 'Det var tyst. Jag ringde Hanna.'))).toContain(
      't1: Det var tyst. Jag ringde [Ha]nna.',
    );
  });

  test('a turn that was missed is new, and those around it stay', () => {
    expect(align(said, said.toSpliced(2, 0, 'Det kom en granne.'))).toEqual([
      `t0: ${said[0]}`,
      `t1: ${said[1]}`,
      '–: [Det kom en granne.]',
      `t2: ${said[2]}`,
      `t3: ${said[3]}`,
    ]);
  });

  test('a turn that was taken away is nobody’s', () => {
    expect(align(said, said.toSpliced(1, 1))).toEqual([
      `t0: ${said[0]}`,
      `t2: ${said[2]}`,
      `t3: ${said[3]}`,
    ]);
  });

  test('a turn in two is the old one where most of its words are, and a new one', () => {
    const halves = ['Det var tyst.', 'Jag ringde Anna och sedan mamma.'];
    expect(align(said, said.toSpliced(1, 1, ...halves))).toEqual([
      `t0: ${said[0]}`,
      '–: Det var tyst.',
      't1: Jag ringde Anna[ och sedan mamma].',
      `t2: ${said[2]}`,
      `t3: ${said[3]}`,
    ]);
  });

  test('two turns as one keep the words of both', () => {
    expect(align(said, said.toSpliced(1, 2, `${said[1]} ${said[2]}`))).toEqual([
      `t0: ${said[0]}`,
      `t1: ${said[1]}[ ]${said[2]}`,
      `t3: ${said[3]}`,
    ]);
  });

  test('a turn that was written anew between known ones is the same turn with other words', () => {
    expect(align(said, said.with(2, 'Absolut'))).toContain('t2: [Absolut]');
  });

  test('nothing in common makes every turn another, as many as there are', () => {
    expect(align(['ett', 'två'], ['three', 'four'])).toEqual([
      't0: [three]',
      't1: [four]',
    ]);
    expect(align(['ett', 'två'], ['three'])).toEqual(['–: [three]']);
  });

  test('texts of a megabyte are laid beside each other in seconds', () => {
    const words = Array.from({ length: 20_000 }, (_, n) => `ord${(n * 7919) % 4001}`);
    const many = Array.from({ length: 2000 }, (_, n) =>
      words.slice(n * 10, n * 10 + 10).join(' '),
    );
    const other = many.map((text, n) =>
      n % 3 === 0 ? text.replace('ord1', 'åtta') : text,
    );
    expect(alignTurns(turnsOf(many), other).map(({ oldId }) => oldId)).toEqual(
      many.map((_, n) => `t${n}`),
    );
  });
});
