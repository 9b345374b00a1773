import { type KeyboardEvent, useCallback, useEffect } from 'react';

import { usePlace } from '../place.ts';
import { backToReview } from '../reviewing.ts';
import { useInspector } from '../inspector.ts';
import { float, useFloating } from './atSelection.ts';
import { endOf, selectionNow, selectText, useCaret } from './caret.ts';
import type { OpenTranscript } from './openTranscript.ts';
import { isCollapsed } from './spansOfSelection.ts';
import { enterInspector } from './unitCommands.ts';

/** Esc: what floats goes, then what the review list asked for, then the selection, then the chosen unit (design.md, the Escape ladder). */
function escape(): void {
  const selection = selectionNow();
  if (useFloating.getState().shown) float(null);
  else if (backToReview()) return;
  else if (selection && !isCollapsed(selection)) selectText(endOf(selection));
  else usePlace.getState().select(null);
}

/** The keys of the text that are no commands. */
export function useRootKeys(latest: () => OpenTranscript) {
  return useCallback(
    (event: KeyboardEvent) => {
      const isPlain =
        !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
      if (!isPlain) return;
      if (event.key === 'Escape') {
        escape();
        event.preventDefault();
      }
      if (event.key === 'Tab' && useInspector.getState().slot && enterInspector(latest()))
        event.preventDefault();
    },
    [latest],
  );
}

const delay = 200;

/** Tools come beside words that the pointer has selected, a moment after it has let go. */
export function useSelectionToolbar(isReadOnly: boolean): void {
  useEffect(() => {
    if (isReadOnly) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      if (useFloating.getState().shown?.kind === 'toolbar') float(null);
    };
    const giveUp = () => {
      clearTimeout(timer);
      hide();
    };
    const onPointerUp = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const { surface, isFocused } = useCaret.getState();
        const selection = surface && isFocused ? selectionNow() : null;
        const isFree = useFloating.getState().shown === null;
        if (selection && !isCollapsed(selection) && isFree) float({ kind: 'toolbar' });
      }, delay);
    };
    // After a quick double click the selection is told of when the pointer has already let go.
    const stop = useCaret.subscribe((now, before) => {
      if (now.selection !== before.selection) hide();
    });
    document.addEventListener('pointerup', onPointerUp);
    document.addEventListener('keydown', giveUp, true);
    return () => {
      clearTimeout(timer);
      stop();
      document.removeEventListener('pointerup', onPointerUp);
      document.removeEventListener('keydown', giveUp, true);
    };
  }, [isReadOnly]);
}
