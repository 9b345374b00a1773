import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
} from '@tanstack/react-virtual';
import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';

import { useGridStore } from './gridStore.ts';
import { isOneCell } from './gridPlace.ts';
import { mergedCells } from './mergedCells.ts';
import { type RowLook, TableRow } from './TableRow.tsx';
import type { TableGrid } from './useTableGrid.ts';

interface TableBodyProps {
  readonly grid: TableGrid;
  readonly look: RowLook;
  readonly scrollRef: RefObject<HTMLElement | null>;
  /** Pixels that a row is taken to have until it has been measured. */
  readonly rowHeight: number;
  readonly headHeight: number;
  /** Changes when heights that were measured no longer hold. */
  readonly measuredFor: string;
  readonly onSight: (first: number, last: number) => void;
  readonly editor: ReactNode;
}

const overscan = 5;

function useRows(props: TableBodyProps) {
  const { grid, scrollRef, rowHeight, headHeight, measuredFor, onSight } = props;
  const { total, active, scroller } = grid;
  const keep = active.row;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const rows = defaultRangeExtractor(range);
      if (keep < 0 || keep >= range.count) return rows;
      if (keep < (rows[0] ?? 0)) return [keep, ...rows];
      return keep > (rows.at(-1) ?? 0) ? [...rows, keep] : rows;
    },
    [keep],
  );
  // oxlint-disable-next-line react/incompatible-library -- it draws again by itself when it scrolls
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeight,
    overscan,
    rangeExtractor,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    directDomUpdates: true,
    directDomUpdatesMode: 'position',
  });
  useEffect(() => virtual.measure(), [virtual, measuredFor]);
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => onSight(first, last), [onSight, first, last]);
  useImperativeHandle(scroller, () => ({
    toRow: (row, align) => virtual.scrollToIndex(row, { align }),
    page: () => (virtual.range?.endIndex ?? 1) - (virtual.range?.startIndex ?? 0) - 1,
  }));
  return virtual;
}

/** Gives the active cell the focus when it is to have it, as soon as it is drawn, and shows all of it. */
function useCellFocus({ grid, scrollRef }: TableBodyProps): void {
  const wanted = useGridStore((store) => store.focus);
  const given = useRef(wanted);
  const { row, column } = grid.active;
  // Not only when asked: the row may be drawn later than it is asked for.
  useLayoutEffect(() => {
    if (given.current === wanted) return;
    const cell = scrollRef.current?.querySelector<HTMLElement>(
      row < 0
        ? `.table-head [data-column="${column}"]`
        : `[data-index="${row}"] [data-column="${column}"]`,
    );
    if (!cell) return;
    given.current = wanted;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

/** The rows in sight, and the active one wherever it is. */
export function TableBody(props: TableBodyProps) {
  const { grid, look, editor } = props;
  const { active, block, rowAt } = grid;
  const virtual = useRows(props);
  useCellFocus(props);
  const merged = useMemo(() => mergedCells(look.columns), [look.columns]);
  const container = useCallback(
    (element: HTMLElement | null) => virtual.containerRef(element),
    [virtual],
  );
  const isBlock = !isOneCell(block) && active.row >= 0;
  return (
    <div className="table-body" role="rowgroup" ref={container}>
      {virtual.getVirtualItems().map(({ index }) => {
        const row = rowAt(index);
        const isActive = index === active.row;
        const isChosen = isBlock && index >= block.top && index <= block.bottom;
        return (
          <TableRow
            key={index}
            index={index}
            row={row}
            look={look}
            continued={merged(rowAt(index - 1), row)}
            continues={merged(row, rowAt(index + 1))}
            active={isActive ? active.column : null}
            blockFrom={isChosen ? block.left : null}
            blockTo={isChosen ? block.right : null}
            editor={isActive ? editor : null}
            measure={virtual.measureElement}
          />
        );
      })}
    </div>
  );
}
