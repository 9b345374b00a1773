import { type ClipboardEvent, useCallback } from 'react';

import type { Withheld } from '../../shared/domain/exporting.ts';
import { call } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { showToast } from '../ui/toasts.ts';
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

/** With whose words were left out since they may not be quoted. */
type CopiedRows = Copied & { readonly withheld: Withheld };

export interface TableClipboard {
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  /** Whole rows with the columns that are shown and their heads, for Word and Excel. */
  readonly copyRows: () => Promise<void>;
  readonly copyCells: () => Promise<void>;
  readonly pasteCells: () => Promise<void>;
}

/** What is copied, without the words of those who may not be quoted, and what is said of it. */
function useCopying(grid: TableGrid, acts: BlockActs) {
  const { say } = useWords();
  const { block, columns } = grid;
  const { rowsOfBlock } = acts;
  const wholeRows = useCallback(async (): Promise<CopiedRows> => {
    const rows = await rowsOfBlock();
    return call('exports.clipboard', {
      unitIds: rows.map(({ id }) => id),
      columns: columns.flatMap(({ exported }) => exported),
    });
  }, [rowsOfBlock, columns]);
  const cells = useCallback(async (): Promise<CopiedRows> => {
    const sign = say('export.quoteWithheld');
    const rows = (await rowsOfBlock()).map((row) =>
      row.withheld ? { ...row, unit: sign } : row,
    );
    const copied = textOfBlock({ columns, rows }, block);
    const withheld = rows.flatMap((row) =>
      (row.withheld ?? []).map((pseudonym) => ({ pseudonym, places: 1 })),
    );
    return { html: toHtmlTable(copied), text: toTabSeparated(copied), withheld };
  }, [rowsOfBlock, columns, block, say]);

  const sayWithheld = ({ withheld }: CopiedRows) => {
    const names = [...new Set(withheld.map(({ pseudonym }) => pseudonym))].join(', ');
    const count = withheld.reduce((sum, { places }) => sum + places, 0);
    return count > 0 ? ` ${say('table.copiedWithheld', { count, names })}` : '';
  };
  const put = (copying: Promise<CopiedRows>, isRows: boolean) =>
    acts.attempt(async () => {
      const rows = rowsIn(block);
      const count = isRows ? rows : rows * (block.right - block.left + 1);
      const copied = await copying;
      const isDone = await putOnClipboard(copied);
      if (!isDone) return announce(say('table.notCopied'), 'assertive');
      const words = say(isRows ? 'table.copiedRows' : 'table.copiedCells', { count });
      const left = sayWithheld(copied);
      announce(words + left);
      if (left) showToast({ words: left.trim() });
    });
  return { wholeRows, cells, put };
}

/** Copies and pastes as a spreadsheet does: cells as they stand, whole rows with the heads of their columns. */
export function useTableClipboard(grid: TableGrid, acts: BlockActs): TableClipboard {
  const { say } = useWords();
  const { block, columns } = grid;
  const isWholeRows = block.left === 0 && block.right === columns.length - 1;

  const { wholeRows, cells, put } = useCopying(grid, acts);
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
