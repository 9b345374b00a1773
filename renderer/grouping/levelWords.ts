import type { Level } from '../../shared/domain/project.ts';

/** The name of a level inside a sentence. */
export function levelInSentence(levels: readonly Level[], depth: number): string {
  const name = levels.find((level) => level.depth === depth)?.name ?? '';
  return name.charAt(0).toLocaleLowerCase('sv') + name.slice(1);
}

/** "4 underkategorier": the plural of the names that the presets use; other names stay as they are. */
export function countOfLevel(
  levels: readonly Level[],
  depth: number,
  count: number,
): string {
  const name = levelInSentence(levels, depth);
  const plural = name
    .replace(/kategori$/u, 'kategorier')
    .replace(/category$/u, 'categories');
  return `${count} ${count === 1 ? name : plural}`;
}

export function topDepth(levels: readonly Level[]): number {
  return Math.max(1, ...levels.map((level) => level.depth));
}
