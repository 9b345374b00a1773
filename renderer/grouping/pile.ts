import type { Code } from '../../shared/domain/code.ts';
import { byName } from '../../shared/text/inOrder.ts';

export const pileSorts = ['units', 'name', 'latest'] as const;
export type PileSort = (typeof pileSorts)[number];

/** Text as a person searches it: case does not matter. */
const plain = (text: string) => text.toLocaleLowerCase('sv');

/** Whether a card is found by what is typed: every word somewhere in its name, definition or condensation. */
export function isFound(code: Code, typed: string): boolean {
  const text = plain(`${code.name} ${code.definition} ${code.sample}`);
  return plain(typed)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export function filtered(codes: readonly Code[], typed: string): readonly Code[] {
  const wanted = typed.trim();
  return wanted === '' ? codes : codes.filter((code) => isFound(code, wanted));
}

const orders: Readonly<Record<PileSort, (a: Code, b: Code) => number>> = {
  units: (a, b) => b.support.units - a.support.units || byName(a.name, b.name),
  name: (a, b) => byName(a.name, b.name),
  latest: (a, b) => b.lastUsed - a.lastUsed || byName(a.name, b.name),
};

export function sorted(codes: readonly Code[], by: PileSort): readonly Code[] {
  return codes.toSorted(orders[by]);
}
