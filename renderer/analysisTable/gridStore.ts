import { create } from 'zustand';

import type { MeaningUnitId } from '../../shared/domain/ids.ts';
import type { Problem } from '../../shared/errors.ts';
import { changeTableView, wholeTable } from '../tableView.ts';

/** The cell that is edited: its unit and column, so that it stays itself when rows change places. */
export interface Editing {
  readonly unitId: MeaningUnitId;
  readonly columnId: string;
  /** What is typed takes the place of what stands there. */
  readonly isReplacing: boolean;
  /** Typed before, and refused. */
  readonly draft?: string;
  readonly problem?: Problem;
}

export interface Corner {
  readonly row: number;
  readonly columnId: string;
}

interface GridStore {
  readonly projectPath: string | null;
  /** The active cell; row -1 is the row of heads. */
  readonly row: number;
  readonly columnId: string | null;
  /** The unit of the active row, which it follows when rows are sorted or come and go. */
  readonly unitId: MeaningUnitId | null;
  /** The other corner of the chosen block. */
  readonly anchor: Corner | null;
  readonly editing: Editing | null;
  /** Counts up when the active cell is to have the focus. */
  readonly focus: number;
}

const beginning = {
  row: 0,
  columnId: null,
  unitId: null,
  anchor: null,
  editing: null,
  focus: 0,
} as const;

/** Where one is in the table; stays while one is at the words in the transcript. */
export const useGridStore = create<GridStore>(() => ({
  ...beginning,
  projectPath: null,
}));

/** Another project has another table. */
export function startGrid(projectPath: string): void {
  if (useGridStore.getState().projectPath === projectPath) return;
  useGridStore.setState({ ...beginning, projectPath });
  changeTableView(wholeTable);
}
