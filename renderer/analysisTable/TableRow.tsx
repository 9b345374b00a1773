import { memo, type ReactNode } from 'react';

import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import { classes } from '../ui/given.ts';
import { CellFace, type FaceWords, type SlotOf } from './CellFace.tsx';
import { type Column, isEditable } from './columns.ts';

/** What all rows have in common; one object, so that rows need not be drawn again. */
export interface RowLook {
  readonly columns: readonly Column[];
  readonly slotOf: SlotOf;
  readonly words: FaceWords;
  readonly isReadOnly: boolean;
}

export interface TableRowProps {
  readonly index: number;
  readonly row: AnalysisRow | undefined;
  readonly look: RowLook;
  /** Columns, as bits, that go on from the row before: the name stands there. */
  readonly continued: number;
  /** Columns, as bits, that go on into the next row: no line between. */
  readonly continues: number;
  /** The active cell's column, in the active row only. */
  readonly active: number | null;
  /** Columns of the block, first and last, in its rows only. */
  readonly blockFrom: number | null;
  readonly blockTo: number | null;
  /** What stands over the cell that is edited. */
  readonly editor: ReactNode;
  readonly measure: (element: HTMLElement | null) => void;
}

const has = (bits: number, column: number) => (bits & (1 << column)) !== 0;

type CellProps = Omit<TableRowProps, 'index' | 'measure' | 'row'> & {
  readonly row: AnalysisRow;
  readonly at: number;
  readonly column: Column;
};

function cellClasses(props: CellProps): string {
  const { at, column, blockFrom, blockTo } = props;
  const isChosen =
    blockFrom !== null && blockTo !== null && at >= blockFrom && at <= blockTo;
  return classes(
    'table-cell focus-inside',
    `table-${column.kind}`,
    column.kind === 'unit' && 'read-small',
    column.depth === 1 && 'table-first-level',
    has(props.continued, at) && 'table-cell-continued',
    has(props.continues, at) && 'table-cell-continues',
    isChosen && 'table-cell-chosen',
  );
}

function Cell(props: CellProps) {
  const { at, column, row, look, active, editor } = props;
  const isActive = active === at;
  return (
    <div
      className={cellClasses(props)}
      role="gridcell"
      aria-colindex={at + 1}
      {...(look.isReadOnly || !isEditable(column) ? { 'aria-readonly': true } : {})}
      aria-selected={
        props.blockFrom === null
          ? undefined
          : at >= props.blockFrom && at <= (props.blockTo ?? at)
      }
      data-column={at}
      tabIndex={isActive ? 0 : -1}
    >
      <div className="table-face">
        <CellFace row={row} column={column} slotOf={look.slotOf} words={look.words} />
      </div>
      {isActive && editor}
    </div>
  );
}

function TableRowView(props: TableRowProps) {
  const { index, row, look, active, measure } = props;
  return (
    <div
      className={classes(
        'table-row',
        active !== null && 'table-row-active',
        props.editor !== null && 'table-row-edited',
      )}
      role="row"
      aria-rowindex={index + 2}
      aria-busy={row === undefined ? true : undefined}
      data-index={index}
      ref={measure}
    >
      {look.columns.map((column, at) =>
        row ? (
          <Cell key={column.id} {...props} row={row} at={at} column={column} />
        ) : (
          <div
            key={column.id}
            className="table-cell focus-inside"
            role="gridcell"
            aria-colindex={at + 1}
            data-column={at}
            tabIndex={active === at ? 0 : -1}
          >
            …
          </div>
        ),
      )}
    </div>
  );
}

/** One unit; drawn again only when something of its own changes. */
export const TableRow = memo(TableRowView);
