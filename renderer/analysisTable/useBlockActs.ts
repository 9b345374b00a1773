import { useCallback, useState } from 'react';

import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import type { Problem } from '../../shared/errors.ts';
import { call, problemIn } from '../api.ts';
import { rowsOf, type TableView } from '../tableView.ts';
import { announce } from '../ui/announce.ts';
import { useWords } from '../words.ts';
import {
  type BlockEdit,
  clearBlock,
  fillDown,
  pasteInto,
  rowsForPaste,
} from './blockEdits.ts';
import { editCells } from './cellActs.ts';
import { type CellBlock, rowsIn } from '../ui/grid/gridPlace.ts';
import type { TableGrid } from './useTableGrid.ts';

/** More cells than this are shown before they are changed by a paste. */
const withoutPreview = 20;
const mostRows = 20_000;

type Done = 'table.pasted' | 'table.cleared' | 'table.filled' | 'table.cut';

export interface BlockActs {
  readonly problem: Problem | null;
  readonly forgetProblem: () => void;
  /** What is about to be pasted, while the person looks at it. */
  readonly pending: BlockEdit | null;
  readonly answer: (isWanted: boolean) => void;
  readonly clear: (done?: Done) => Promise<void>;
  readonly fill: () => Promise<void>;
  readonly paste: (cells: readonly (readonly string[])[]) => Promise<void>;
  readonly star: () => Promise<void>;
  /** Does it; what was refused is said under the bar. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>;
  /** The rows of the block, those that are not at hand asked for. */
  readonly rowsOfBlock: (height?: number) => Promise<readonly AnalysisRow[]>;
}

function rowsAtHand(grid: TableGrid, top: number, height: number): AnalysisRow[] | null {
  const rows: AnalysisRow[] = [];
  for (let index = top; index < Math.min(top + height, grid.total); index += 1) {
    const row = grid.rowAt(index);
    if (!row) return null;
    rows.push(row);
  }
  return rows;
}

const asBlock = (grid: TableGrid): CellBlock => ({
  ...grid.block,
  top: Math.max(0, grid.block.top),
});

function useProblem() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const orSay = useCallback(async (work: () => Promise<void>) => {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(problemIn(error));
    }
  }, []);
  return { problem, orSay, forgetProblem: () => setProblem(null) };
}

/** What is done with the chosen cells together; each is one step. */
export function useBlockActs(grid: TableGrid, view: TableView): BlockActs {
  const { say } = useWords();
  const { problem, orSay, forgetProblem } = useProblem();
  const [pending, setPending] = useState<BlockEdit | null>(null);
  const block = asBlock(grid);

  const rowsOfBlock = async (height = rowsIn(block)) => {
    const known = rowsAtHand(grid, block.top, height);
    if (known) return known;
    const limit = Math.min(mostRows, height);
    const page = { ...rowsOf(view), offset: block.top, limit };
    return (await call('analysisTable.rows', page)).rows;
  };
  const store = async (edit: BlockEdit, done: Done) => {
    const left = edit.closed + edit.outside;
    if (edit.changes.length > 0)
      await editCells(edit.changes.map((change) => change.edit));
    const words = say(done, { count: edit.changes.length });
    announce(left > 0 ? `${words} ${say('table.leftOut', { count: left })}` : words);
  };
  const table = async (height?: number) => ({
    columns: grid.columns,
    rows: await rowsOfBlock(height),
  });

  return {
    problem,
    forgetProblem,
    pending,
    attempt: orSay,
    rowsOfBlock,
    answer: (isWanted) => {
      setPending(null);
      if (isWanted && pending) void orSay(() => store(pending, 'table.pasted'));
    },
    clear: (done = 'table.cleared') =>
      orSay(async () => store(clearBlock(await table(), block), done)),
    fill: () => orSay(async () => store(fillDown(await table(), block), 'table.filled')),
    paste: (cells) =>
      orSay(async () => {
        const edit = pasteInto(await table(rowsForPaste(block, cells)), block, cells);
        if (edit.changes.length > withoutPreview) setPending(edit);
        else await store(edit, 'table.pasted');
      }),
    star: () =>
      orSay(async () => {
        const rows = await rowsOfBlock();
        const isQuotable = !rows.every((row) => row.isQuotable);
        const unitIds = rows.map(({ id }) => id);
        if (unitIds.length === 0) return;
        await call('meaningUnits.star', { unitIds, isQuotable });
        announce(
          say(isQuotable ? 'table.starred' : 'table.unstarred', {
            count: unitIds.length,
          }),
        );
      }),
  };
}
