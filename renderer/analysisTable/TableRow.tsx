import { memo, type ReactNode } from 'react';

import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import { classes } from '../ui/given.ts';
import { cellFace, type FaceWords, type SlotOf } from './cellFace.tsx';
import { cellText } from './cellValues.ts';
import { type Column, isEditable } from './columns.ts';

/** What all rows have in common; one object, so that rows need not be drawn again. */
export interface RowLook {
  readonly columns: readonly Column[];
  readonly slotOf: SlotOf;
  readonly words: FaceWords;
  readonly isReadOnly: boolean;
  /** For each column the characters that surely fit in a cell. */
  readonly fits: readonly number[];
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
}

const has = (bits: number, column: number) => (bits & (1 << column)) !== 0;

const isChosen = ({ blockFrom, blockTo }: TableRowProps, at: number) =>
  blockFrom !== null && blockTo !== null && at >= blockFrom && at <= blockTo;

const isEdited = ({ active, editor }: TableRowProps, at: number) =>
  active === at && editor !== null;

function cellClasses(props: TableRowProps, column: Column, at: number): string {
  return classes(
    'table-cell focus-inside',
    `table-${column.kind}`,
    column.kind === 'unit' && 'read-small',
    column.depth === 1 && 'table-first-level',
    has(props.continues, at) && 'table-cell-continues',
    isChosen(props, at) && 'table-cell-chosen',
    isEdited(props, at) && 'table-cell-edited',
  );
}

/** Where a cell goes on from the row above its name is only said, until one stands in it. */
function saidName(
  props: TableRowProps,
  row: AnalysisRow,
  at: number,
): string | undefined {
  const column = props.look.columns[at];
  if (!column || !has(props.continued, at) || props.active === at) return undefined;
  return cellText(row, column);
}

// Plain calls and not components: cells are what scrolling makes most of.
function cell(props: TableRowProps, row: AnalysisRow, at: number): ReactNode {
  const { look, active } = props;
  const column = look.columns[at];
  if (!column) return null;
  const isActive = active === at;
  const said = saidName(props, row, at);
  const isOpen = !look.isReadOnly && isEditable(column);
  return (
    <div
      key={column.id}
      className={cellClasses(props, column, at)}
      role="gridcell"
      aria-colindex={at + 1}
      {...(isOpen ? {} : { 'aria-readonly': true })}
      aria-selected={props.blockFrom === null ? undefined : isChosen(props, at)}
      aria-label={said}
      data-column={at}
      tabIndex={isActive ? 0 : -1}
    >
      {said === undefined &&
        cellFace({ row, column, look, isActive, fits: look.fits[at] ?? 0 })}
      {isActive && props.editor}
    </div>
  );
}

const waitingCell = (props: TableRowProps, at: number): ReactNode => (
  <div
    key={props.look.columns[at]?.id}
    className="table-cell focus-inside"
    role="gridcell"
    aria-colindex={at + 1}
    data-column={at}
    tabIndex={props.active === at ? 0 : -1}
  >
    …
  </div>
);

function TableRowView(props: TableRowProps) {
  const { index, row, look, active } = props;
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
    >
      {look.columns.map((_, at) => (row ? cell(props, row, at) : waitingCell(props, at)))}
    </div>
  );
}

/** One unit; drawn again only when something of its own changes. */
export const TableRow = memo(TableRowView);
