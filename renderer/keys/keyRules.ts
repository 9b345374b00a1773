import type { WordKey } from '../../shared/words/words.ts';
import { keymap, type KeyBinding } from './keymap.ts';

/** Left to screen readers, the system and the browser (design.md 6.1, rule 5). */
const leftToOthers = new Set(
  ['Insert', 'CapsLock', 'Tab', 'Shift Tab', 'Esc', 'ContextMenu'].concat(
    ['F5', 'F7', 'F10', 'Shift F10', 'F11', 'F12', 'Ctrl Tab', 'Ctrl Shift U'],
    ['W', 'Q', 'M', 'H', 'T', 'L', 'U', 'R'].map((key) => `Ctrl ${key}`),
  ),
);

/** Signs that need Shift or AltGr on a Swedish keyboard and not on others, or the other way round (rule 2). */
const hardSigns = /[/[\]{}\\;:'"`´^¨~|<>@£$€§½!#%&()=*_]/;

/** Why these keys cannot be a command's; null when they can. */
export function refusalOf(keys: string): WordKey | null {
  if (leftToOthers.has(keys)) return 'settings.keys.left';
  if (/Ctrl Alt/.test(keys)) return 'settings.keys.altGr';
  if (/^Alt (?:Shift )?[\p{L}\p{N}]$/u.test(keys)) return 'settings.keys.alt';
  if (hardSigns.test(keys)) return 'settings.keys.sign';
  return null;
}

const keysOfBinding = (
  binding: KeyBinding,
  chosen: Readonly<Record<string, string>>,
): readonly string[] => {
  const own = chosen[binding.id];
  return own === undefined ? binding.keys : [own];
};

const canMeet = (one: KeyBinding, other: KeyBinding) =>
  [one, other].some(({ contexts }) => contexts.includes('everywhere')) ||
  one.contexts.some((context) => other.contexts.includes(context));

/** The command that already has these keys where this one acts; null when they are free. */
export function takenBy(
  keys: string,
  id: string,
  chosen: Readonly<Record<string, string>>,
): KeyBinding | null {
  const binding = keymap.find((one) => one.id === id);
  if (!binding) return null;
  return (
    keymap.find(
      (other) =>
        other.id !== id &&
        canMeet(binding, other) &&
        keysOfBinding(other, chosen).includes(keys),
    ) ?? null
  );
}
