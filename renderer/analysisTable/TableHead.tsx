import { ArrowDown, ArrowUp } from 'lucide-react';
import { type MouseEvent, type PointerEvent, useRef } from 'react';

import type { SortColumn } from '../../shared/domain/analysisTable.ts';
import { classes } from '../ui/given.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Column } from './columns.ts';

export interface TableHeadProps {
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  readonly sort: SortColumn;
  readonly descending: boolean;
  /** The head that is the active cell. */
  readonly active: number | null;
  readonly onMenu: (event: MouseEvent, at: number) => void;
  readonly onSort: (at: number) => void;
  /** While the edge is dragged, and when it is let go. */
  readonly onWidth: (at: number, pixels: number, isDone: boolean) => void;
}

interface EdgeProps extends Pick<TableHeadProps, 'onWidth'> {
  readonly at: number;
  readonly width: number;
}

/** The right edge of a head, to drag; the column chooser does the same by keys. */
function Edge({ at, width, onWidth }: EdgeProps) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const pixels = (event: PointerEvent) =>
    (start.current?.width ?? width) + event.clientX - (start.current?.x ?? event.clientX);
  return (
    <span
      className="table-edge"
      aria-hidden
      onPointerDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (start.current) onWidth(at, pixels(event), false);
      }}
      onPointerUp={(event) => {
        if (!start.current) return;
        onWidth(at, pixels(event), true);
        start.current = null;
      }}
      onPointerCancel={() => {
        start.current = null;
      }}
    />
  );
}

/** The row of heads: names of the columns, which of them sorts, and their edges. */
export function TableHead(props: TableHeadProps) {
  const { columns, widths, sort, descending, active } = props;
  const sorting = columns.findIndex((column) => column.sort === sort);
  return (
    <div className="table-head" role="rowgroup">
      <div className="table-head-row" role="row" aria-rowindex={1}>
        {columns.map((column, at) => (
          <div
            key={column.id}
            className={classes(
              'table-head-cell focus-inside',
              `table-head-${column.kind}`,
            )}
            role="columnheader"
            aria-colindex={at + 1}
            aria-sort={
              at === sorting ? (descending ? 'descending' : 'ascending') : undefined
            }
            data-column={at}
            tabIndex={active === at ? 0 : -1}
            onClick={() => props.onSort(at)}
            onKeyDown={() => undefined}
            onContextMenu={(event) => props.onMenu(event, at)}
          >
            <span className="table-head-words">{column.words}</span>
            {at === sorting && sort !== 'place' && (
              <Icon of={descending ? ArrowDown : ArrowUp} size={14} />
            )}
            <Edge at={at} width={widths[at] ?? 0} onWidth={props.onWidth} />
          </div>
        ))}
      </div>
    </div>
  );
}
