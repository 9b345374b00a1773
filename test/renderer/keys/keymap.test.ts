import { describe, expect, test } from 'vitest';

import { keymap } from '../../../renderer/keys/keymap.ts';
import { refusalOf, takenBy } from '../../../renderer/keys/keyRules.ts';

const bound = keymap.flatMap((binding) =>
  binding.keys.map((keys) => ({ binding, keys })),
);

describe('the table of keys', () => {
  test('names each command once', () => {
    const ids = keymap.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('never gives two commands the same keys where both act', () => {
    const meetings = bound
      .filter(({ keys, binding }) => {
        const other = takenBy(keys, binding.id, {});
        // The narrower place is asked first; Enter and the like mean one thing per place.
        return other !== null && !isNarrower(binding.contexts, other.contexts);
      })
      .map(({ keys, binding }) => `${binding.id}: ${keys}`);
    expect(meetings).toEqual([]);
  });

  test('uses no key that types a character, opens a menu or belongs to somebody else', () => {
    const refused = bound
      .filter(({ keys }) => refusalOf(keys) !== null)
      .map(({ keys, binding }) => `${binding.id}: ${keys}`);
    expect(refused).toEqual([]);
  });

  test('has no letters that other keyboards lack', () => {
    expect(bound.filter(({ keys }) => /[ÅÄÖ]$/.test(keys))).toEqual([]);
  });
});

function isNarrower(one: readonly string[], other: readonly string[]): boolean {
  return one.includes('everywhere') !== other.includes('everywhere');
}
