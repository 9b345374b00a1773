import { identifierKinds, type Identifier } from '../../shared/domain/identifier.ts';

export interface IdentifierGroup {
  readonly kind: Identifier['kind'];
  readonly rows: readonly Identifier[];
}

/** By kind, in the order that they are decided on; within a kind as they were found. */
export function groupsOf(rows: readonly Identifier[]): readonly IdentifierGroup[] {
  const byKind = Map.groupBy(rows, ({ kind }) => kind);
  return identifierKinds.flatMap((kind) => {
    const group = byKind.get(kind);
    return group ? [{ kind, rows: group }] : [];
  });
}

/** The words that stand after these in the list, else before them: where one goes on when these are decided on. */
export function nextWords(
  groups: readonly IdentifierGroup[],
  words: string,
): string | null {
  const all = groups.flatMap(({ rows }) => rows.map((row) => row.words));
  const at = all.indexOf(words);
  return all[at + 1] ?? all[at - 1] ?? null;
}
