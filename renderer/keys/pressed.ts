/** What `event.key` calls the keys that people know by other names. */
const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
};

const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);

/**
 * A key press as the keymap writes it; null for what is never a command. Letters go by `key`, so that Dvorak
 * follows its letters, digits by `code`, since AZERTY types them with Shift (design.md 6.1).
 */
export function pressed(event: KeyboardEvent): string | null {
  if (event.isComposing || event.key === 'Dead' || event.getModifierState('AltGraph'))
    return null;
  const main = isMac ? event.metaKey : event.ctrlKey;
  if (main && event.altKey) return null;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const key =
    names[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const isSign =
    event.key.length === 1 && event.key.toLowerCase() === event.key.toUpperCase();
  const parts = [
    main ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    // The shift that types a sign is part of the sign.
    event.shiftKey && !(isSign && !digit && event.key !== ' ') ? 'Shift' : '',
    main && digit ? digit : key,
  ];
  return parts.filter(Boolean).join(' ');
}

/** A place where keys type text. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[data-keys-root]') === target) return false;
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
