import { type Range, useVirtualizer } from '@tanstack/react-virtual';
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
import { mergedCells } from './mergedCells.ts';
import { blockLength, blockOfRow, RowBlock } from './RowBlock.tsx';
import type { RowLook } from './TableRow.tsx';
import type { TableGrid } from './useTableGrid.ts';

interface TableBodyProps {
  readonly grid: TableGrid;
  readonly look: RowLook;
  readonly scrollRef: RefObject<HTMLElement | null>;
  /** Pixels that a row is taken to have until it has been measured. */
  readonly rowHeight: number;
  readonly headHeight: number;
  /** Pixels that the part that scrolls is high. */
  readonly roomHeight: number;
  /** Changes when heights that were measured no longer hold. */
  readonly measuredFor: string;
  readonly onSight: (first: number, last: number) => void;
  readonly editor: ReactNode;
}

/**
 * The blocks in sight, one on each side, and the one of the active row wherever it is. Always equally many, so that
 * a block goes in the frame in which another comes: a frame that changes anything costs more than what it changes.
 */
function blocksToDraw(range: Range, most: number, activeBlock: number): number[] {
  const first = Math.max(0, range.startIndex - 1);
  const last = Math.min(
    range.count - 1,
    Math.max(range.endIndex + 1, range.startIndex + most),
  );
  const blocks = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  if (activeBlock < 0 || activeBlock >= range.count) return blocks;
  if (activeBlock < first) return [activeBlock, ...blocks];
  return activeBlock > last ? [...blocks, activeBlock] : blocks;
}

function useBlocks(props: TableBodyProps) {
  const { grid, scrollRef, rowHeight, headHeight, roomHeight, measuredFor, onSight } =
    props;
  const { total, active, scroller } = grid;
  const activeBlock = active.row < 0 ? -1 : blockOfRow(active.row);
  const most = Math.ceil(roomHeight / (rowHeight * blockLength)) + 1;
  const rangeExtractor = useCallback(
    (range: Range) => blocksToDraw(range, most, activeBlock),
    [most, activeBlock],
  );
  const count = Math.ceil(total / blockLength);
  // oxlint-disable-next-line react/incompatible-library -- it draws again by itself when it scrolls
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeight * blockLength,
    indexAttribute: 'data-block',
    rangeExtractor,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    directDomUpdates: true,
    directDomUpdatesMode: 'position',
  });
  // Heights are forgotten, and those of the blocks that are drawn taken anew: only a height that changes is heard of.
  useLayoutEffect(() => {
    virtual.measure();
    virtual.elementsCache.forEach((block) => virtual.measureElement(block));
  }, [virtual, measuredFor]);
  const first = (virtual.range?.startIndex ?? 0) * blockLength;
  const last = ((virtual.range?.endIndex ?? 0) + 1) * blockLength - 1;
  useEffect(() => onSight(first, last), [onSight, first, last]);
  useImperativeHandle(scroller, () => ({
    toRow: (row, align) => virtual.scrollToIndex(blockOfRow(row), { align }),
    page: () => {
      const perRow = virtual.getTotalSize() / Math.max(1, count * blockLength);
      return (
        Math.floor(((scrollRef.current?.clientHeight ?? 0) - headHeight) / perRow) - 1
      );
    },
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
  const virtual = useBlocks(props);
  useCellFocus(props);
  const merged = useMemo(() => mergedCells(look.columns), [look.columns]);
  const container = useCallback(
    (element: HTMLElement | null) => virtual.containerRef(element),
    [virtual],
  );
  const activeBlock = blockOfRow(grid.active.row);
  return (
    <div className="table-body" role="rowgroup" ref={container}>
      {virtual.getVirtualItems().map(({ index }) => (
        <RowBlock
          key={index}
          block={index}
          grid={grid}
          look={look}
          merged={merged}
          editor={index === activeBlock ? editor : null}
          measure={virtual.measureElement}
        />
      ))}
    </div>
  );
}
