import type { CellEdit } from '../../shared/domain/analysisTable.ts';
import type { MeaningUnitId } from '../../shared/domain/ids.ts';
import type { Say } from '../../shared/words/words.ts';
import { call, problemIn } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { sayProblem } from '../words.ts';
import { type Editing, useGridStore } from './gridStore.ts';

/** Does it; what was refused is said under the cell, which is opened again with what was typed. */
export async function orReopen(
  say: Say,
  editing: Editing,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const problem = problemIn(error);
    if (!problem) return false;
    announce(sayProblem(say, problem), 'assertive');
    useGridStore.setState(({ focus }) => ({
      unitId: editing.unitId,
      columnId: editing.columnId,
      anchor: null,
      editing: { ...editing, problem },
      focus: focus + 1,
    }));
    return false;
  }
}

/** One text of one unit, as the step that it is called by in the history. */
export function writeText(
  column: 'condensed' | 'interpretation',
  unitId: MeaningUnitId,
  text: string,
): Promise<unknown> {
  return column === 'condensed'
    ? call('meaningUnits.condense', { unitId, text })
    : call('meaningUnits.interpret', { unitId, text });
}

export const editCells = (cells: readonly CellEdit[]): Promise<unknown> =>
  call('analysisTable.edit', { cells: [...cells] });
