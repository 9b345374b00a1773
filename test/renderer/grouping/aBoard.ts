import type { Category } from '../../../shared/domain/category.ts';
import type { Code } from '../../../shared/domain/code.ts';
import type { CategoryId, CodeId } from '../../../shared/domain/ids.ts';

const support = { units: 1, participants: 1, transcripts: 1 };

/** A category whose id is its name. */
export function aCategory(
  name: string,
  depth: number,
  parent: string | null = null,
): Category {
  return {
    id: name as CategoryId,
    parentId: parent as CategoryId | null,
    depth,
    name,
    definition: '',
    inclusion: '',
    exclusion: '',
    colour: null,
    support,
  };
}

/** A code whose id is its name. */
export function aCode(name: string, category: string | null, units = 1): Code {
  return {
    id: name as CodeId,
    name,
    definition: '',
    inclusion: '',
    exclusion: '',
    origin: 'data',
    colour: null,
    categoryId: category as CategoryId | null,
    support: { ...support, units },
    sample: `${name} kort sagt`,
    lastUsed: 0,
  };
}
