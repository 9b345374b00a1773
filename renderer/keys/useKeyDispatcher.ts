import { useLayoutEffect } from 'react';

import { runCommand } from './commands.ts';
import { chooseKeys, keymap, type KeyContext } from './keymap.ts';
import { hasUnsavedTyping, isField, pressed } from './pressed.ts';

export interface KeyChoices {
  /** Keys without Ctrl or Alt act too (WCAG 2.1.4: they can be switched off). */
  readonly singleKeys: boolean;
  /** Command id → keys, where the person has chosen others. */
  readonly keys: Readonly<Record<string, string>>;
}

function contextsOf(target: EventTarget | null): readonly KeyContext[] {
  const part =
    target instanceof Element ? target.closest<HTMLElement>('[data-keys]') : null;
  const own = part?.dataset['keys'];
  return own ? [own as KeyContext, 'everywhere'] : ['everywhere'];
}

const isSingle = (keys: string) => !/^(?:Ctrl|Alt|Shift F\d|F\d)/.test(keys);

const undoing = new Set(['Ctrl Z', 'Ctrl Shift Z', 'Ctrl Y']);
const clipboard = ['Ctrl A', 'Ctrl C', 'Ctrl V', 'Ctrl X'];
const insideFields = new Set(['Alt ↓', 'Alt ↑', ...clipboard]);

/** Keys a field keeps for itself although they are commands elsewhere: undo only while it has typing to undo. */
const isOwnOfField = (keys: string, field: EventTarget | null) =>
  insideFields.has(keys) || (undoing.has(keys) && hasUnsavedTyping(field));

function bindingsFor(keys: string, choices: KeyChoices): readonly string[] {
  return keymap
    .filter((binding) => {
      const chosen = choices.keys[binding.id];
      return chosen === undefined ? binding.keys.includes(keys) : chosen === keys;
    })
    .map((binding) => binding.id);
}

const dialogs = '[role=dialog], [role=alertdialog]';

/** What lies over the window stands beside the app in the body; the app itself may hold a transcript, and is not searched. */
function isDialogOpen(target: EventTarget | null): boolean {
  if (target instanceof Element && target.closest(dialogs)) return true;
  return [...document.body.children].some(
    (part) =>
      part.id !== 'root' && (part.matches(dialogs) || part.querySelector(dialogs)),
  );
}

function commandsAt(event: KeyboardEvent, choices: KeyChoices): readonly string[] {
  const keys = pressed(event);
  if (keys === null) return [];
  const inField = isField(event.target);
  if (isSingle(keys) && (inField || !choices.singleKeys || isDialogOpen(event.target))) {
    return [];
  }
  if (inField && isOwnOfField(keys, event.target)) return [];
  const contexts = contextsOf(event.target);
  return bindingsFor(keys, choices).filter((id) =>
    keymap.some(
      (binding) =>
        binding.id === id &&
        binding.contexts.some((context) => contexts.includes(context)),
    ),
  );
}

/** One listener for every key of the keymap; a key does what the focused part of the window offers. */
export function useKeyDispatcher(choices: KeyChoices): void {
  useLayoutEffect(() => {
    chooseKeys(choices.keys);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      for (const id of commandsAt(event, choices)) {
        if (event.repeat && !/next|previous|text\./i.test(id)) continue;
        if (runCommand(id)) {
          event.preventDefault();
          return;
        }
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [choices]);
}
