import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { joinedNames, partedNames } from '../../../shared/text/namesInCell.ts';

const knowing =
  (...names: string[]) =>
  (name: string) =>
    names.includes(name);
const nothing = knowing();

describe('several names in one cell', () => {
  test('are parted by a semicolon, and nothing is no name', () => {
    expect(partedNames('oro;  stöd ; ;', nothing)).toEqual(['oro', 'stöd']);
    expect(partedNames('', nothing)).toEqual([]);
    expect(partedNames(' ; ', nothing)).toEqual([]);
  });

  test('come back as they were, whatever is in them', () => {
    const lists = [
      ['rädsla; ilska'],
      ['rädsla; ilska', 'oro'],
      ['oro', 'rädsla;ilska', '"man orkar inte"'],
      ['"då gick jag; punkt"', 'sa "nej"; gick', '"'],
      ['"a', 'b"', 'c"d'],
      [';', ';;', '"";""'],
      ['"', '""', '"""', '"a" b', 'a "b"', '"a""b"'],
    ];
    for (const names of lists)
      expect(partedNames(joinedNames(names), nothing)).toEqual(names);
  });

  test('come back as they were, in any order of letters and marks', () => {
    const name = fc
      .string({ unit: fc.constantFrom('a', ';', '"', ' '), minLength: 1, maxLength: 6 })
      .map((letters) => letters.trim())
      .filter((letters) => letters !== '');
    fc.assert(
      fc.property(fc.array(name, { maxLength: 4 }), (names) => {
        expect(partedNames(joinedNames(names), nothing)).toEqual(names);
      }),
    );
  });

  test('come back the same also when names that they hold are known', () => {
    const known = knowing('rädsla', 'ilska', 'rädsla; ilska');
    for (const names of [['rädsla; ilska'], ['rädsla', 'ilska']])
      expect(partedNames(joinedNames(names), known)).toEqual(names);
  });

  test('keep the quotation marks of a code in the words of someone', () => {
    expect(joinedNames(['"man orkar inte"'])).toBe('"man orkar inte"');
    expect(partedNames('"man orkar inte"; "ingen ringde"', nothing)).toEqual([
      '"man orkar inte"',
      '"ingen ringde"',
    ]);
  });

  test('with a semicolon need no quotation marks when the name is known', () => {
    const known = knowing('oro', 'rädsla; ilska');
    expect(partedNames('oro; rädsla; ilska; stöd', known)).toEqual([
      'oro',
      'rädsla; ilska',
      'stöd',
    ]);
  });

  test('are several when each is known, though all together is a name too', () => {
    const known = knowing('rädsla', 'ilska', 'rädsla; ilska');
    expect(partedNames('rädsla; ilska', known)).toEqual(['rädsla', 'ilska']);
  });

  test('of any number are read at once', () => {
    const names = Array.from({ length: 200 }, (_, at) => `kod ${at}`);
    expect(partedNames(names.join(';'), nothing)).toEqual(names);
  });
});
