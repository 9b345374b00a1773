import { type MouseEvent, useCallback } from 'react';

import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import type { Turn } from '../../shared/domain/transcript.ts';
import { sentenceAt } from '../../shared/text/sentences.ts';
import { usePlace } from '../place.ts';
import { selectionNow, selectText, useCaret } from './caret.ts';
import { playTimeUnder } from './sound/playTimeUnder.ts';
import { isCollapsed, textPointOf, type TextPoint } from './spansOfSelection.ts';
import { nextOf, unitsAt } from './unitsAt.ts';

/** The place in the words under the pointer. */
export function pointUnder(x: number, y: number): TextPoint | null {
  const { surface } = useCaret.getState();
  const position = document.caretPositionFromPoint(x, y);
  if (!surface || !position) return null;
  return textPointOf(surface.root, position.offsetNode, position.offset);
}

/** The turn whose name or number is under the pointer; null over the words. */
function turnBeside(event: MouseEvent): number | null {
  const row =
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('[data-turn]')
      : null;
  if (!row) return null;
  const { left } = row.getBoundingClientRect();
  const gutter = Number.parseFloat(getComputedStyle(row).paddingInlineStart);
  return event.clientX < left + gutter ? Number(row.dataset['turn']) : null;
}

function selectSentence(turns: readonly Turn[], { turn, at }: TextPoint): void {
  const sentence = sentenceAt(turns[turn]?.text ?? '', at);
  if (sentence) selectText({ turn, at: sentence.start }, { turn, at: sentence.end });
}

/** Else the browser would drag the selected words away instead of selecting anew. */
function forgetSelection(): void {
  const selection = document.getSelection();
  if (selection?.isCollapsed === false) selection.removeAllRanges();
}

/** What the pointer does beyond what the browser does by itself: whole turns, sentences, units. */
export function usePointing(turns: readonly Turn[], units: readonly MarkedUnit[]) {
  const onMouseDown = useCallback(
    (event: MouseEvent) => {
      if (event.button !== 0 || event.shiftKey) return;
      const turn = turnBeside(event);
      if (turn !== null) {
        event.preventDefault();
        if (playTimeUnder(event, turns[turn])) return;
        selectText({ turn, at: 0 }, { turn, at: turns[turn]?.text.length ?? 0 });
        return;
      }
      if (event.detail === 3) {
        const point = pointUnder(event.clientX, event.clientY);
        event.preventDefault();
        if (point) selectSentence(turns, point);
        return;
      }
      if (event.detail === 1) forgetSelection();
    },
    [turns],
  );

  const onClick = useCallback(
    (event: MouseEvent) => {
      if (event.detail !== 1 || event.shiftKey) return;
      if (!(event.target instanceof Element && event.target.closest('mark'))) return;
      const selection = selectionNow();
      if (!selection || !isCollapsed(selection)) return;
      const { selected, select } = usePlace.getState();
      const unit = nextOf(
        unitsAt(units, selection.from),
        selected?.kind === 'unit' ? selected.id : null,
      );
      if (unit) select({ kind: 'unit', id: unit.id });
    },
    [units],
  );
  return { onMouseDown, onClick };
}
