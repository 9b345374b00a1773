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

const isMain = (event: KeyboardEvent) => (isMac ? event.metaKey : event.ctrlKey);

/** Ctrl Alt is AltGr on Windows, which types; so it is never a command (design.md 6.1). */
function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || event.key === 'Dead') return true;
  return event.getModifierState('AltGraph') || (isMain(event) && event.altKey);
}

const digitOf = (event: KeyboardEvent) =>
  /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] ?? null;

/** The shift that types a sign is part of the sign. */
function isShiftPartOfSign(event: KeyboardEvent): boolean {
  const { key } = event;
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  return isSign && key !== ' ' && digitOf(event) === null;
}

function nameOf(event: KeyboardEvent): string {
  const { key } = event;
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/**
 * A key press as the keymap writes it; null for what is never a command. Letters go by `key`, so that Dvorak
 * follows its letters, digits by `code`, since AZERTY types them with Shift (design.md 6.1).
 */
export function pressed(event: KeyboardEvent): string | null {
  if (isTyping(event)) return null;
  const main = isMain(event);
  const parts = [
    main ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && !isShiftPartOfSign(event) ? 'Shift' : '',
    (main ? digitOf(event) : null) ?? nameOf(event),
  ];
  return parts.filter(Boolean).join(' ');
}

/** A place where keys type text. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[data-keys-root]') === target) return false;
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** The event by which an editor that keeps a history of its own is asked to undo. */
export const undoOfEditor = 'undo-typing';

/** Undoes what was typed last in the field. */
export function undoTyping(field: Element | null): void {
  const isEditor = field instanceof HTMLElement && 'hasHistory' in field.dataset;
  if (isEditor) field.dispatchEvent(new Event(undoOfEditor));
  else document.execCommand('undo');
}

/** A field whose typing has not been saved yet: undo is its own. */
export function hasUnsavedTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement))
    return (
      target instanceof HTMLElement &&
      isField(target) &&
      // An editor that keeps a history of its own says whether there is anything in it.
      target.dataset['hasHistory'] !== 'false'
    );
  const isSearch = target.matches('[role=combobox], [role=searchbox]');
  return target.value !== target.defaultValue || (isSearch && target.value !== '');
}
