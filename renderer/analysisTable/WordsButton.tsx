import { MessageSquareQuote } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';

import { usePlace } from '../place.ts';
import { Icon } from '../ui/Icon.tsx';
import { useWords } from '../words.ts';
import { cellUnder } from './useTablePointer.ts';
import type { TableGrid } from './useTableGrid.ts';

interface WordsButtonProps {
  readonly grid: TableGrid;
  readonly scrollRef: RefObject<HTMLElement | null>;
}

interface Spot {
  readonly row: number;
  readonly top: number;
  readonly right: number;
}

const restAfterScroll = 200;

/** "Visa i texten" at the unit of the row under the pointer; Enter and Ctrl J do the same by keys. */
export function WordsButton({ grid, scrollRef }: WordsButtonProps) {
  const { say } = useWords();
  const [spot, setSpot] = useState<Spot | null>(null);
  const at = grid.columns.findIndex(({ kind }) => kind === 'unit');
  useEffect(() => {
    const scroller = scrollRef.current;
    if (!scroller || at < 0) return undefined;
    let isShown = false;
    let scrolledAt = 0;
    const hide = () => {
      if (isShown) setSpot(null);
      isShown = false;
    };
    const onScroll = (event: Event) => {
      scrolledAt = event.timeStamp;
      hide();
    };
    const follow = (event: PointerEvent) => {
      // Rows that pass under a pointer that rests are not pointed at.
      if (event.timeStamp - scrolledAt < restAfterScroll) return;
      const isOverButton =
        event.target instanceof Element && event.target.closest('.table-words') !== null;
      if (isOverButton) return;
      const row = event.buttons === 0 ? cellUnder(event.target)?.row : undefined;
      const cell =
        row === undefined
          ? null
          : scroller.querySelector(`[data-index="${row}"] [data-column="${at}"]`);
      if (row === undefined || !cell) {
        hide();
        return;
      }
      isShown = true;
      const box = cell.getBoundingClientRect();
      const frame = scroller.getBoundingClientRect();
      setSpot((now) =>
        now?.row === row
          ? now
          : {
              row,
              top: box.bottom - frame.top + scroller.scrollTop,
              right: box.right - frame.left + scroller.scrollLeft,
            },
      );
    };
    scroller.addEventListener('pointerover', follow);
    scroller.addEventListener('pointerleave', hide);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      scroller.removeEventListener('pointerover', follow);
      scroller.removeEventListener('pointerleave', hide);
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [scrollRef, at]);
  const row = spot && grid.rowAt(spot.row);
  if (!spot || !row || grid.editing) return null;
  return (
    <button
      type="button"
      className="table-words"
      tabIndex={-1}
      style={{ top: spot.top, left: spot.right }}
      onClick={() => usePlace.getState().goToWords(row)}
    >
      <Icon of={MessageSquareQuote} size={14} /> {say('table.menu.words')}
    </button>
  );
}
