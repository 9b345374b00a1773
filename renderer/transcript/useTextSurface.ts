import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

import type { Turn } from '../../shared/domain/transcript.ts';
import {
  followSelection,
  followTurns,
  openSurface,
  selectText,
  showCaret,
  useCaret,
} from './caret.ts';
import type { TextPoint } from './spansOfSelection.ts';

declare global {
  interface HTMLElement {
    editContext?: EventTarget | null;
  }
}

/** What would change the words: all of it is refused, so that the root is a text to walk in and not to write in. */
const refused = ['beforeinput', 'paste', 'cut', 'drop', 'dragover', 'dragstart'] as const;

type EditContextKind = new () => EventTarget;

function editContextKind(): EditContextKind | undefined {
  return (globalThis as { readonly EditContext?: EditContextKind }).EditContext;
}

/** Typed text goes to the context, where nobody reads it, instead of into the document: compositions too. */
function divertTyping(root: HTMLElement): void {
  const Kind = editContextKind();
  if (Kind && 'editContext' in root) root.editContext = new Kind();
}

function guard(root: HTMLElement): () => void {
  divertTyping(root);
  const refuse = (event: Event) => event.preventDefault();
  // A composition cannot be refused, only ended before it has written anything.
  const endComposition = () => {
    root.blur();
    root.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Dead' || event.key === 'Process') event.preventDefault();
  };
  for (const name of refused) root.addEventListener(name, refuse);
  root.addEventListener('compositionstart', endComposition);
  root.addEventListener('keydown', onKeyDown);
  return () => {
    for (const name of refused) root.removeEventListener(name, refuse);
    root.removeEventListener('compositionstart', endComposition);
    root.removeEventListener('keydown', onKeyDown);
  };
}

/** Keeps the text cursor in step with the document, and remembers whether keys or a pointer moved it. */
function follow(root: HTMLElement): () => void {
  const scroller = root.closest<HTMLElement>('.workspace-content');
  let isPointedAt = false;
  const byKeys = () => {
    isPointedAt = false;
    useCaret.setState({ by: 'keys' });
  };
  const byPointer = ({ target }: Event) => {
    isPointedAt = target instanceof Node && root.contains(target);
    useCaret.setState({ by: 'pointer' });
    scroller?.removeAttribute('data-ring');
  };
  const onFocus = () => {
    useCaret.setState({ isFocused: true });
    const { by, selection } = useCaret.getState();
    // The browser puts its caret at the beginning when the focus comes back from a dialog.
    if (!isPointedAt) showCaret();
    if (by === 'keys') scroller?.setAttribute('data-ring', '');
    if (by === 'keys' && !followSelection() && !selection) selectText({ turn: 0, at: 0 });
  };
  const onBlur = () => {
    useCaret.setState({ isFocused: false });
    scroller?.removeAttribute('data-ring');
  };
  document.addEventListener('selectionchange', followSelection);
  document.addEventListener('keydown', byKeys, true);
  document.addEventListener('pointerdown', byPointer, true);
  root.addEventListener('focus', onFocus);
  root.addEventListener('blur', onBlur);
  return () => {
    document.removeEventListener('selectionchange', followSelection);
    document.removeEventListener('keydown', byKeys, true);
    document.removeEventListener('pointerdown', byPointer, true);
    root.removeEventListener('focus', onFocus);
    root.removeEventListener('blur', onBlur);
  };
}

/** Makes the element the surface that the text cursor walks on. */
export function useTextSurface(
  ref: RefObject<HTMLElement | null>,
  turns: readonly Turn[],
  reach: (place: TextPoint) => void,
): void {
  const latestReach = useRef(reach);
  const latestTurns = useRef(turns);
  useEffect(() => {
    latestReach.current = reach;
  });
  useLayoutEffect(() => {
    latestTurns.current = turns;
    followTurns(turns);
  }, [turns]);
  useEffect(() => {
    const root = ref.current;
    if (!root) return undefined;
    const ends = [
      openSurface({
        root,
        turns: latestTurns.current,
        reach: (place) => latestReach.current(place),
      }),
      guard(root),
      follow(root),
    ];
    return () => ends.forEach((end) => end());
  }, [ref]);
}
