import { type ClipboardEvent, useCallback } from 'react';

import { call } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { useWords } from '../words.ts';
import { textOfBlock } from './blockEdits.ts';
import { rowsIn } from '../ui/grid/gridPlace.ts';
import { type Copied, putOnClipboard } from '../ui/grid/putOnClipboard.ts';
import {
  fromTabSeparated,
  toHtmlTable,
  toTabSeparated,
} from '../ui/grid/tabSeparated.ts';
import type { BlockActs } from './useBlockActs.ts';
import type { TableGrid } from './useTableGrid.ts';

const isInField = (target: EventTarget) =>
  target instanceof HTMLElement && target.closest('.table-editor') !== null;

export interface TableClipboard {
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  /** Whole rows with the columns that are shown and their heads, for Word and Excel. */
  readonly copyRows: () => Promise<void>;
  readonly copyCells: () => Promise<void>;
  readonly pasteCells: () => Promise<void>;
}

/** Copies and pastes as a spreadsheet does: cells as they stand, whole rows with the heads of their columns. */
export function useTableClipboard(grid: TableGrid, acts: BlockActs): TableClipboard {
  const { say } = useWords();
  const { block, columns } = grid;
  const { rowsOfBlock } = acts;
  const isWholeRows = block.left === 0 && block.right === columns.length - 1;

  const wholeRows = useCallback(async (): Promise<Copied> => {
    const rows = await rowsOfBlock();
    return call('exports.clipboard', {
      unitIds: rows.map(({ id }) => id),
      columns: columns.flatMap(({ exported }) => exported),
    });
  }, [rowsOfBlock, columns]);
  const cells = useCallback(async (): Promise<Copied> => {
    const copied = textOfBlock({ columns, rows: await rowsOfBlock() }, block);
    return { html: toHtmlTable(copied), text: toTabSeparated(copied) };
  }, [rowsOfBlock, columns, block]);

  const put = (copied: Promise<Copied>, isRows: boolean) =>
    acts.attempt(async () => {
      const rows = rowsIn(block);
      const count = isRows ? rows : rows * (block.right - block.left + 1);
      const isDone = await putOnClipboard(await copied);
      if (!isDone) announce(say('table.notCopied'), 'assertive');
      else announce(say(isRows ? 'table.copiedRows' : 'table.copiedCells', { count }));
    });
  const copy = () => put(isWholeRows ? wholeRows() : cells(), isWholeRows);

  const isElsewhere = (event: ClipboardEvent) =>
    isInField(event.target) || grid.active.row < 0;
  return {
    onCopy: (event) => {
      if (isElsewhere(event)) return;
      event.preventDefault();
      void copy();
    },
    onCut: (event) => {
      if (isElsewhere(event)) return;
      event.preventDefault();
      void put(cells(), false).then(() =>
        grid.isReadOnly ? undefined : acts.clear('table.cut'),
      );
    },
    onPaste: (event) => {
      if (isElsewhere(event) || grid.isReadOnly) return;
      event.preventDefault();
      const text = event.clipboardData.getData('text/plain');
      if (text !== '') void acts.paste(fromTabSeparated(text));
    },
    copyRows: () => put(wholeRows(), true),
    copyCells: () => put(cells(), false),
    pasteCells: async () => {
      try {
        const text = await navigator.clipboard.readText();
        if (text !== '') await acts.paste(fromTabSeparated(text));
      } catch {
        announce(say('table.pasteByKey'), 'assertive');
      }
    },
  };
}
