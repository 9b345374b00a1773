import {
  ArrowDownAZ,
  ArrowDownZA,
  ClipboardPaste,
  Copy,
  CopyPlus,
  EyeOff,
  Eraser,
  type LucideIcon,
  MessageSquareQuote,
  MoveLeft,
  MoveRight,
  Pencil,
  Scissors,
  Star,
  StretchHorizontal,
} from 'lucide-react';

import type { Say } from '../../shared/words/words.ts';
import { given } from '../ui/given.ts';
import type { MenuAction, MenuEntry } from '../ui/menuEntries.ts';
import { type Column, columnWidths, isEditable } from './columns.ts';
import { rowsIn } from '../ui/grid/gridPlace.ts';
import type { BlockActs } from './useBlockActs.ts';
import type { ColumnChoice } from './useColumns.ts';
import type { TableClipboard } from './useTableClipboard.ts';
import type { TableGrid } from './useTableGrid.ts';
import { goToWords } from './useTableKeys.ts';

interface Shown {
  readonly id: string;
  readonly words: string;
  readonly icon: LucideIcon;
  readonly keys?: string;
  readonly run: () => unknown;
  readonly isOffered?: boolean;
}

const entries = (shown: readonly Shown[]): readonly MenuAction[] =>
  shown
    .filter(({ isOffered }) => isOffered !== false)
    .map(({ id, words, icon, keys, run }) => ({
      id,
      words,
      icon,
      ...given({ keys }),
      onAction: () => void run(),
    }));

interface CellMenu {
  readonly say: Say;
  readonly grid: TableGrid;
  readonly acts: BlockActs;
  readonly clipboard: TableClipboard;
}

/** What can be done with the unit of the row. */
function unitEntries({ say, grid, acts }: CellMenu): readonly MenuAction[] {
  const { block, columns, active, isReadOnly } = grid;
  const column = columns[active.column];
  return entries([
    {
      id: 'edit',
      words: say('table.menu.edit'),
      icon: Pencil,
      keys: 'F2',
      run: () => grid.edit(),
      isOffered: !isReadOnly && column !== undefined && isEditable(column),
    },
    {
      id: 'words',
      words: say('table.menu.words'),
      icon: MessageSquareQuote,
      keys: 'Ctrl J',
      run: () => goToWords(grid),
    },
    {
      id: 'star',
      words: say('table.menu.star', { count: rowsIn(block) }),
      icon: Star,
      run: acts.star,
      isOffered: !isReadOnly,
    },
  ]);
}

/** What can be done with the text of the chosen cells. */
function textEntries({ say, grid, acts, clipboard }: CellMenu): readonly MenuAction[] {
  const { block, columns, isReadOnly } = grid;
  const chosen = columns.slice(block.left, block.right + 1);
  const mayWrite = !isReadOnly && chosen.some(isEditable);
  const rows = rowsIn(block);
  return entries([
    {
      id: 'copy',
      words: say('table.menu.copy'),
      icon: Copy,
      keys: 'Ctrl C',
      run: clipboard.copyCells,
    },
    {
      id: 'copyRows',
      words: say('table.menu.copyRows', { count: rows }),
      icon: CopyPlus,
      run: clipboard.copyRows,
    },
    {
      id: 'cut',
      words: say('table.menu.cut'),
      icon: Scissors,
      keys: 'Ctrl X',
      run: async () => {
        await clipboard.copyCells();
        await acts.clear('table.cut');
      },
      isOffered: mayWrite,
    },
    {
      id: 'paste',
      words: say('table.menu.paste'),
      icon: ClipboardPaste,
      keys: 'Ctrl V',
      run: clipboard.pasteCells,
      isOffered: mayWrite,
    },
    {
      id: 'fill',
      words: say('table.menu.fill'),
      icon: StretchHorizontal,
      run: acts.fill,
      isOffered: mayWrite && rows > 1,
    },
    {
      id: 'clear',
      words: say('table.menu.clear'),
      icon: Eraser,
      keys: 'Delete',
      run: () => acts.clear(),
      isOffered: mayWrite,
    },
  ]);
}

/** What can be done with the chosen cells. */
export function cellMenu(menu: CellMenu): readonly MenuEntry[] {
  return [...unitEntries(menu), { id: 'copying', separator: true }, ...textEntries(menu)];
}

interface HeadMenu {
  readonly say: Say;
  readonly column: Column;
  readonly choice: ColumnChoice;
  readonly sort: (descending: boolean) => void;
}

const widthStep = 40;

/** What can be done with a column. */
export function headMenu({ say, column, choice, sort }: HeadMenu): readonly MenuEntry[] {
  const { shown } = choice;
  const at = shown.findIndex(({ id }) => id === column.id);
  return [
    ...entries([
      {
        id: 'ascending',
        words: say('table.menu.ascending'),
        icon: ArrowDownAZ,
        run: () => sort(false),
      },
      {
        id: 'descending',
        words: say('table.menu.descending'),
        icon: ArrowDownZA,
        run: () => sort(true),
      },
    ]),
    { id: 'columns', separator: true },
    ...entries([
      {
        id: 'earlier',
        words: say('table.menu.earlier'),
        icon: MoveLeft,
        run: () => choice.move(column, -1),
        isOffered: at > 0,
      },
      {
        id: 'later',
        words: say('table.menu.later'),
        icon: MoveRight,
        run: () => choice.move(column, 1),
        isOffered: at < shown.length - 1,
      },
      {
        id: 'wider',
        words: say('table.menu.wider'),
        icon: StretchHorizontal,
        run: () => choice.setWidth(column, column.width + widthStep),
        isOffered: column.width < columnWidths.most,
      },
      {
        id: 'narrower',
        words: say('table.menu.narrower'),
        icon: StretchHorizontal,
        run: () => choice.setWidth(column, column.width - widthStep),
        isOffered: column.width > columnWidths.least,
      },
      {
        id: 'hide',
        words: say('table.menu.hide'),
        icon: EyeOff,
        run: () => choice.setHidden(column, true),
        isOffered: shown.length > 1,
      },
    ]),
  ];
}
