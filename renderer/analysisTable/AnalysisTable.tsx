import {
  type CSSProperties,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

import type { CodeId } from '../../shared/domain/ids.ts';
import type { Project } from '../../shared/domain/project.ts';
import { useCodeBook } from '../codes/useCodeBook.ts';
import { useSettings } from '../computerSettings.ts';
import { useCommands } from '../keys/commands.ts';
import { changeTableView, type TableView } from '../tableView.ts';
import { announce } from '../ui/announce.ts';
import { classes } from '../ui/given.ts';
import { useContextMenu } from '../ui/useContextMenu.tsx';
import { useWords } from '../words.ts';
import { CellEditor } from './CellEditor.tsx';
import type { Column } from './columns.ts';
import { fittingIn, isMerging, widthsOf } from './columns.ts';
import { TableBody } from './TableBody.tsx';
import { TableHead } from './TableHead.tsx';
import type { BlockActs } from './useBlockActs.ts';
import type { ColumnChoice } from './useColumns.ts';
import { useTableClipboard } from './useTableClipboard.ts';
import type { TableGrid } from './useTableGrid.ts';
import { goToWords, tableKeys } from './useTableKeys.ts';
import { cellMenu, headMenu } from './useTableMenus.ts';
import { cellUnder, useTablePointer } from './useTablePointer.ts';
import { WordsButton } from './WordsButton.tsx';
import './AnalysisTable.css';
import './tableTools.css';

interface AnalysisTableProps {
  readonly project: Project;
  readonly grid: TableGrid;
  readonly acts: BlockActs;
  readonly choice: ColumnChoice;
  readonly view: TableView;
  readonly isOld: boolean;
  readonly onSight: (first: number, last: number) => void;
}

/** Rows of one, two and all lines, in rem, before they are measured. */
const rowRems = { one: 1.875, two: 3.5, all: 4.5 } as const;
const headRem = 2.125;

/** The room there is, and how many pixels a rem has; both follow the window and the text size. */
function useRoom() {
  const scrollRef = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ available: 0, height: 0, rem: 16 });
  useLayoutEffect(() => {
    const element = scrollRef.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      const { clientWidth: available, clientHeight: height } = element;
      setRoom((now) =>
        now.available === available && now.height === height && now.rem === rem
          ? now
          : { available, height, rem },
      );
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { scrollRef, room };
}

interface Drag {
  /** The columns as they were when an edge was taken hold of; other columns end it. */
  readonly of: readonly Column[];
  readonly widths: Readonly<Record<string, number>>;
}
const noWidths: Drag['widths'] = {};

/** Widths as chosen, or as an edge is dragged just now. */
function useWidths(columns: readonly Column[], room: { available: number; rem: number }) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const dragged = drag?.of === columns ? drag.widths : noWidths;
  const setDragged = (id: string, width: number) =>
    setDrag({ of: columns, widths: { [id]: width } });
  const scale = room.rem / 16;
  const widths = useMemo(
    () =>
      widthsOf(
        columns.map((column) => ({
          ...column,
          width: dragged[column.id] ?? column.width,
        })),
        { available: room.available, scale },
      ),
    [columns, dragged, room.available, scale],
  );
  return { widths, setDragged, scale };
}

function useSorting(grid: TableGrid, view: TableView) {
  const { say } = useWords();
  return useCallback(
    (at: number, descending?: boolean) => {
      const column = grid.columns[at];
      if (!column) return;
      const isSame = view.sort === column.sort;
      const isDown = descending ?? (isSame && !view.descending);
      changeTableView({ sort: column.sort, descending: isDown });
      announce(
        say(isDown ? 'table.sortedDown' : 'table.sortedUp', { column: column.words }),
      );
    },
    [grid.columns, view, say],
  );
}

/** Lines of text in a row; names of categories may take more, since they are what the rows are found by. */
const linesOfRows = { one: 1, two: 2, all: Infinity } as const;

function useLook(grid: TableGrid, widths: readonly number[], scale: number) {
  const { say } = useWords();
  const lines = linesOfRows[useSettings().tableRowHeight];
  const book = useCodeBook();
  const { columns, isReadOnly } = grid;
  return useMemo(
    () => ({
      columns,
      slotOf: (id: CodeId) => book.slotOf(id),
      isReadOnly,
      words: {
        starred: say('table.star'),
        inDoubt: say('table.inDoubt'),
        withheld: (names: string) => say('table.withheld', { names }),
        overBorder: say('table.overBorder'),
      },
      fits: columns.map((column, at) =>
        lines > 1 && (isMerging(column) || column.kind === 'code')
          ? Infinity
          : fittingIn(widths[at] ?? 0, scale, lines),
      ),
    }),
    [columns, book, isReadOnly, say, widths, scale, lines],
  );
}

/** The grid itself: heads, rows, the cell that is edited, and what the keys and the pointer do in them. */
export function AnalysisTable(props: AnalysisTableProps) {
  const { grid, acts, choice, view, isOld, onSight, project } = props;
  const { say } = useWords();
  const { tableRowHeight, density } = useSettings();
  const { scrollRef, room } = useRoom();
  const { widths, setDragged, scale } = useWidths(grid.columns, room);
  const sortBy = useSorting(grid, view);
  const clipboard = useTableClipboard(grid, acts);
  const pointer = useTablePointer(grid, acts);
  const { openFor, openAt, menu } = useContextMenu(say('table.menu'));
  useCommands({ 'place.words': () => void goToWords(grid) });
  const look = useLook(grid, widths, scale);

  const headEntries = (at: number) => {
    const column = grid.columns[at];
    if (!column) return [];
    const sort = (descending: boolean) => sortBy(at, descending);
    return headMenu({ say, column, choice, sort });
  };
  const openHeadMenu = (at: number) => {
    const head = scrollRef.current?.querySelector(`.table-head [data-column="${at}"]`);
    const box = head?.getBoundingClientRect();
    if (box) openAt({ x: box.left + 16, y: box.bottom }, headEntries(at));
  };
  const onWidth = (at: number, pixels: number, isDone: boolean) => {
    const column = grid.columns[at];
    if (!column) return;
    const width = Math.max(60, pixels / scale);
    if (isDone) choice.setWidth(column, width);
    else setDragged(column.id, width);
  };
  const total = widths.reduce((sum, width) => sum + width, 0);
  const style = {
    '--table-columns': widths.map((width) => `${width}px`).join(' '),
    '--table-width': `${total}px`,
  } as CSSProperties;
  return (
    <div className="table-scroll" ref={scrollRef}>
      {/* The cells take the focus, one at a time. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        className={classes(
          'table-grid',
          `table-rows-${tableRowHeight}`,
          isOld && 'table-grid-old',
        )}
        style={style}
        role="grid"
        aria-label={say('table.title')}
        aria-rowcount={grid.total + 1}
        aria-colcount={grid.columns.length}
        aria-multiselectable
        aria-readonly={grid.isReadOnly || undefined}
        aria-busy={isOld || undefined}
        lang={project.language}
        data-keys="table"
        onKeyDown={(event) => tableKeys({ grid, acts, sortBy, openHeadMenu })(event)}
        onCopy={clipboard.onCopy}
        onCut={clipboard.onCut}
        onPaste={clipboard.onPaste}
        onPointerDown={pointer.onPointerDown}
        onPointerOver={pointer.onPointerOver}
        onClick={pointer.onClick}
        onDoubleClick={pointer.onDoubleClick}
        onContextMenu={(event) => {
          if (!cellUnder(event.target)) return;
          pointer.chooseUnder(event);
          openFor(event, cellMenu({ say, grid, acts, clipboard }));
        }}
      >
        <TableHead
          columns={grid.columns}
          widths={widths}
          sort={view.sort}
          descending={view.descending}
          active={grid.active.row < 0 ? grid.active.column : null}
          onMenu={(event, at) => openFor(event, headEntries(at))}
          onSort={(at) => {
            grid.goTo({ row: -1, column: at });
            sortBy(at);
          }}
          onWidth={onWidth}
        />
        <TableBody
          grid={grid}
          look={look}
          scrollRef={scrollRef}
          rowHeight={rowRems[tableRowHeight] * room.rem}
          headHeight={headRem * room.rem}
          roomHeight={room.height}
          measuredFor={[tableRowHeight, density, room.rem, ...widths].join(' ')}
          onSight={onSight}
          editor={grid.editing ? <CellEditor grid={grid} /> : null}
        />
      </div>
      <WordsButton grid={grid} scrollRef={scrollRef} />
      {menu}
    </div>
  );
}
