import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

export interface TextDraftOptions<Control extends TextControl> {
  readonly value: string;
  readonly onCommit: (text: string) => void;
  /** The control, for callers that move focus. */
  readonly controlRef?: RefObject<Control | null>;
  /** Read only: nothing is committed. */
  readonly isReadOnly?: boolean;
}

export interface TextDraft<Control extends TextControl> {
  readonly ref: RefObject<Control | null>;
  /** Tells the caller about a changed text; `again` also when it was told already and has not stored it (a second Enter). */
  readonly commit: (again?: 'again') => void;
  /** Puts the stored text back; the control's own undo brings the typed text back. True if there was something to restore. */
  readonly restore: () => boolean;
}

function replaceText(control: TextControl, text: string): void {
  control.select();
  const isTyped =
    typeof document.execCommand === 'function' &&
    (text === ''
      ? document.execCommand('delete')
      : document.execCommand('insertText', false, text));
  if (!isTyped || control.value !== text) control.value = text;
}

/**
 * The text of a field between commits. The control is uncontrolled so that its own undo lives; a value that changes
 * from elsewhere is shown unless something is being typed, and what is typed is committed when the field goes away.
 */
export function useTextDraft<Control extends TextControl>(
  options: TextDraftOptions<Control>,
): TextDraft<Control> {
  const ref = useRef<Control | null>(null);
  const latest = useRef(options);
  const shown = useRef(options.value);
  const sent = useRef<string | null>(null);

  const commit = (again?: 'again') => {
    const text = ref.current?.value;
    if (text === undefined || latest.current.isReadOnly) return;
    if (text === shown.current || (text === sent.current && !again)) return;
    sent.current = text;
    latest.current.onCommit(text);
  };

  const restore = () => {
    const control = ref.current;
    if (!control || control.value === shown.current) return false;
    sent.current = null;
    replaceText(control, shown.current);
    return true;
  };

  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const control = ref.current;
    const isTyping = control?.value !== shown.current && control?.value !== sent.current;
    shown.current = options.value;
    sent.current = null;
    if (control && !isTyping && control.value !== options.value)
      control.value = options.value;
  }, [options.value]);
  useEffect(() => {
    const control = ref.current;
    return () => {
      const { isReadOnly, onCommit } = latest.current;
      const text = control?.value;
      if (text === undefined || isReadOnly) return;
      if (text !== shown.current && text !== sent.current) onCommit(text);
    };
  }, []);
  useImperativeHandle(options.controlRef, () => ref.current!);

  return { ref, commit, restore };
}

/** Escape restores and is used up; with nothing to restore it goes on to whoever is outside. */
export function restoreOnEscape(event: KeyboardEvent, restore: () => boolean): void {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
  if (restore()) {
    event.preventDefault();
    event.stopPropagation();
  }
}
