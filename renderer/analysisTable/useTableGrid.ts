import { useCallback, useMemo, useRef, type RefObject } from 'react';

import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import { usePlace } from '../place.ts';
import { type Column, isEditable } from './columns.ts';
import {
  blockOf,
  type CellBlock,
  type CellPlace,
  type GridSize,
  kept,
} from '../ui/grid/gridPlace.ts';
import { type Editing, useGridStore } from './gridStore.ts';

/** What the part that scrolls can be asked. */
export interface Scroller {
  readonly toRow: (row: number, align: 'auto' | 'center') => void;
  /** Rows that are in sight at once. */
  readonly page: () => number;
}

export type AfterEditing = 'down' | 'right' | 'left' | 'stay';

export interface TableGrid {
  /** Those that are shown. */
  readonly columns: readonly Column[];
  readonly total: number;
  readonly rowAt: (index: number) => AnalysisRow | undefined;
  readonly isReadOnly: boolean;
  readonly active: CellPlace;
  readonly block: CellBlock;
  readonly editing: Editing | null;
  readonly scroller: RefObject<Scroller | null>;
  readonly size: () => GridSize;
  readonly goTo: (place: CellPlace, options?: { readonly extends?: boolean }) => void;
  readonly choose: (from: CellPlace, to: CellPlace) => void;
  readonly edit: (options?: { readonly isReplacing?: boolean }) => boolean;
  readonly closeEditor: (then: AfterEditing) => void;
}

interface Given {
  readonly columns: readonly Column[];
  readonly total: number;
  readonly rowAt: TableGrid['rowAt'];
  readonly isReadOnly: boolean;
}

const steps: Readonly<Record<AfterEditing, CellPlace>> = {
  down: { row: 1, column: 0 },
  right: { row: 0, column: 1 },
  left: { row: 0, column: -1 },
  stay: { row: 0, column: 0 },
};

function usePlaces({ columns, total }: Given) {
  const { row, columnId, anchor } = useGridStore();
  return useMemo(() => {
    const columnOf = (id: string | null) =>
      Math.max(
        0,
        columns.findIndex((column) => column.id === id),
      );
    const size = { rows: total, columns: columns.length, page: 0 };
    const active = kept({ row, column: columnOf(columnId) }, size);
    const other = anchor
      ? kept({ row: anchor.row, column: columnOf(anchor.columnId) }, size)
      : active;
    return { active, block: blockOf(other, active), other };
  }, [columns, total, row, columnId, anchor]);
}

/** Takes the active cell somewhere, with the block's other corner. */
function useStanding({ columns, total, rowAt }: Given) {
  const scroller = useRef<Scroller>(null);
  const size = useCallback(
    () => ({
      rows: total,
      columns: columns.length,
      page: Math.max(1, scroller.current?.page() ?? 1),
    }),
    [total, columns.length],
  );
  const stand = useCallback(
    (place: CellPlace, anchor: CellPlace | null) => {
      const at = kept(place, size());
      const unit = rowAt(at.row);
      const corner = anchor && {
        row: anchor.row,
        columnId: columns[anchor.column]?.id ?? '',
      };
      useGridStore.setState(({ focus }) => ({
        row: at.row,
        columnId: columns[at.column]?.id ?? null,
        unitId: unit?.id ?? null,
        anchor: corner,
        editing: null,
        focus: focus + 1,
      }));
      if (unit) usePlace.getState().select({ kind: 'unit', id: unit.id });
      if (at.row >= 0) scroller.current?.toRow(at.row, 'auto');
    },
    [columns, rowAt, size],
  );
  return { scroller, size, stand };
}

/** Active cell, chosen block and what is edited, over the rows that are at hand. */
export function useTableGrid(given: Given): TableGrid {
  const { columns, rowAt, isReadOnly } = given;
  const editing = useGridStore((store) => store.editing);
  const { active, block, other } = usePlaces(given);
  const { scroller, size, stand } = useStanding(given);

  return useMemo(
    () => ({
      ...given,
      active,
      block,
      editing,
      scroller,
      size,
      goTo: (place, options = {}) =>
        stand(place, options.extends ? { ...other, row: Math.max(0, other.row) } : null),
      choose: (from, to) => stand(to, from),
      edit: ({ isReplacing = false } = {}) => {
        const column = columns[active.column];
        const unit = rowAt(active.row);
        if (isReadOnly || !column || !unit || !isEditable(column)) return false;
        useGridStore.setState({
          anchor: null,
          unitId: unit.id,
          editing: { unitId: unit.id, columnId: column.id, isReplacing },
        });
        return true;
      },
      closeEditor: (then) => {
        const step = steps[then];
        stand({ row: active.row + step.row, column: active.column + step.column }, null);
      },
    }),
    [
      given,
      columns,
      rowAt,
      isReadOnly,
      active,
      block,
      other,
      editing,
      scroller,
      size,
      stand,
    ],
  );
}
