import type { Input, NameOf } from '../../shared/api.ts';
import type { Ids } from '../support/sampleProject.ts';

/** For every action of the contract, inputs that change the sample project, from the ids that are in it. */
export type Examples = {
  readonly [Name in NameOf<'action'>]: (ids: Ids) => readonly Input<Name>[];
};

export const first = <Item>(items: readonly Item[]): Item => items[0]!;
export const last = <Item>(items: readonly Item[]): Item => items.at(-1)!;
