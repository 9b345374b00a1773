import { useEffect, useRef } from 'react';

import type { MeaningUnitId } from '../../shared/domain/ids.ts';
import { call } from '../api.ts';
import { usePlace } from '../place.ts';
import { rowsOf, type TableView, useTableView } from '../tableView.ts';
import { announce } from '../ui/announce.ts';
import { useWords } from '../words.ts';
import { useGridStore } from './gridStore.ts';
import type { TableGrid } from './useTableGrid.ts';

const placeOf = async (view: TableView, unitId: MeaningUnitId) =>
  (await call('analysisTable.placeOf', { ...rowsOf(view), unitId })).index;

/** The focus is in the table's cells, or nowhere but in the pane as a whole, so that it may be moved to a cell. */
const mayTakeFocus = () => {
  const now = document.activeElement;
  return now === null || now.matches('body, main, .table-grid [data-column]');
};

/** A unit that was chosen elsewhere, or that one comes back to, is looked up, scrolled to and given the focus that was lost. */
function useRevealedUnit(grid: TableGrid): void {
  const reveal = usePlace((place) => place.reveal);
  const latest = useRef(grid);
  useEffect(() => {
    latest.current = grid;
  });
  const isReady = grid.total > 0;
  useEffect(() => {
    // Each reveal asks anew, though it be for the same unit.
    if (!isReady || reveal < 0) return undefined;
    let isWanted = true;
    const { selected } = usePlace.getState();
    const { unitId: known } = useGridStore.getState();
    const unitId = selected?.kind === 'unit' ? selected.id : known;
    const show = async () => {
      const row = unitId === null ? null : await placeOf(useTableView.getState(), unitId);
      if (!isWanted) return;
      const isFound = row !== null && unitId !== null;
      useGridStore.setState(({ focus }) => ({
        ...(isFound && unitId !== known ? { anchor: null, editing: null } : {}),
        ...(isFound ? { row, unitId } : {}),
        focus: mayTakeFocus() ? focus + 1 : focus,
      }));
      if (isFound) latest.current.scroller.current?.toRow(row, 'center');
    };
    void show();
    return () => {
      isWanted = false;
    };
  }, [reveal, isReady]);
}

/** The active row goes where its unit goes when rows are sorted, filtered or changed; when the unit is gone, the row in its place is next. */
export function useFollowedUnit(grid: TableGrid, view: TableView): void {
  const { say } = useWords();
  useRevealedUnit(grid);
  const { row, unitId } = useGridStore();
  const { total, rowAt } = grid;
  const here = rowAt(row);
  useEffect(() => {
    if (row < 0 || total === 0) return undefined;
    if (here && unitId === null) useGridStore.setState({ unitId: here.id });
    if (unitId === null || here?.id === unitId) return undefined;
    let isWanted = true;
    const follow = async () => {
      const index = await placeOf(view, unitId);
      if (!isWanted) return;
      if (index !== null) {
        useGridStore.setState(({ focus }) => ({
          row: index,
          anchor: null,
          focus: mayTakeFocus() ? focus + 1 : focus,
        }));
        return;
      }
      const next = Math.min(row, total - 1);
      const instead = rowAt(next);
      if (!instead && next === row) return;
      useGridStore.setState(({ focus }) => ({
        row: next,
        unitId: instead?.id ?? null,
        anchor: null,
        editing: null,
        focus: mayTakeFocus() ? focus + 1 : focus,
      }));
      announce(say('table.rowGone'));
    };
    void follow();
    return () => {
      isWanted = false;
    };
  }, [row, unitId, here, total, rowAt, view, say]);
}
