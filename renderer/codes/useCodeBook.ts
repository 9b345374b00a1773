import { useMemo } from 'react';

import { pathOf, type Category } from '../../shared/domain/category.ts';
import type { Code } from '../../shared/domain/code.ts';
import type { CategoryId, CodeId } from '../../shared/domain/ids.ts';
import { useApi } from '../api.ts';
import { coloursOf } from '../colours.ts';

/** The codes of the project with where they stand and how they look. */
export interface CodeBook {
  readonly codes: readonly Code[];
  readonly byId: ReadonlyMap<CodeId, Code>;
  readonly categories: readonly Category[];
  readonly categoryById: ReadonlyMap<CategoryId, Category>;
  /** Colour slot; null for a code that is not placed. */
  slotOf(id: CodeId): number | null;
  /** The categories above a code, low to high. */
  pathOf(id: CodeId): readonly Category[];
}

const noCodes: readonly Code[] = [];
const noCategories: readonly Category[] = [];

function codeBookOf(
  codes: readonly Code[],
  categories: readonly Category[],
  colourLevel: number | null,
): CodeBook {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const categoryById = new Map(categories.map((category) => [category.id, category]));
  const colours = coloursOf(codes, categories, colourLevel);
  return {
    codes,
    byId,
    categories,
    categoryById,
    slotOf: (id) => colours.ofCode.get(id) ?? null,
    pathOf: (id) => {
      const parent = byId.get(id)?.categoryId;
      return parent ? pathOf(parent, categoryById) : [];
    },
  };
}

export function useCodeBook(): CodeBook {
  const codes = useApi('codes.list', {}).data ?? noCodes;
  const categories = useApi('categories.list', {}).data ?? noCategories;
  const colourLevel = useApi('project.read', {}).data?.colourLevel ?? null;
  return useMemo(
    () => codeBookOf(codes, categories, colourLevel),
    [codes, categories, colourLevel],
  );
}
