import { keysOf } from '../keys/keymap.ts';
import { isOffered, runCommand } from '../keys/commands.ts';
import type { MenuEntry } from '../ui/menuEntries.ts';
import type { Say, WordKey } from '../../shared/words/words.ts';
import { given } from '../ui/given.ts';

const groups = [
  ['board.read', 'place.words'],
  ['board.moveTo', 'board.newFromSelection', 'board.unplace'],
  ['board.cut', 'board.paste', 'board.earlier', 'board.later'],
  ['board.rename', 'board.merge', 'board.split'],
  ['board.retire'],
] as const;

type MenuCommand = (typeof groups)[number][number];

const aboutCodes = new Set<MenuCommand>([
  'board.newFromSelection',
  'board.unplace',
  'board.merge',
  'board.split',
]);

export interface MenuFor {
  readonly say: Say;
  readonly isCategory: boolean;
  readonly isPlaced: boolean;
  readonly hasCut: boolean;
  readonly hasSeveralUnits: boolean;
}

function fits(id: MenuCommand, about: MenuFor): boolean {
  if (about.isCategory && aboutCodes.has(id)) return false;
  if (id === 'board.paste') return about.hasCut;
  if (id === 'board.split') return about.hasSeveralUnits;
  if (id === 'board.unplace' || id === 'board.earlier' || id === 'board.later')
    return about.isCategory || about.isPlaced;
  return isOffered(id);
}

function wordsOf(id: MenuCommand, about: MenuFor): string {
  if (id === 'board.retire')
    return about.say(about.isCategory ? 'board.dissolve' : 'board.remove');
  const key: WordKey = `command.${id}`;
  return about.say(key);
}

/** What can be done with what is in hand; each entry runs the command that its key runs. */
export function boardMenu(about: MenuFor): readonly MenuEntry[] {
  return groups
    .map((group) =>
      group
        .filter((id) => isOffered(id) && fits(id, about))
        .map((id) => ({
          id,
          words: wordsOf(id, about),
          ...given({ keys: keysOf(id) ?? undefined }),
          onAction: () => void runCommand(id),
        })),
    )
    .filter((group) => group.length > 0)
    .flatMap((group, index): readonly MenuEntry[] =>
      index === 0 ? group : [{ id: `line-${index}`, separator: true }, ...group],
    );
}
