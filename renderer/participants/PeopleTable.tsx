import { type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type CSSProperties,
  memo,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';

import { classes } from '../ui/given.ts';
import type { CellPlace } from '../ui/grid/gridPlace.ts';
import type { MenuEntry } from '../ui/menuEntries.ts';
import { useContextMenu } from '../ui/useContextMenu.tsx';
import { useWords } from '../words.ts';
import { PeopleCellEditor } from './PeopleCellEditor.tsx';
import {
  cellText,
  idOf,
  isEditable,
  isNumeric,
  isOddCell,
  type PeopleColumn,
  type Person,
} from './peopleColumns.ts';
import { Heads, pinned } from './PeopleHeads.tsx';
import { peopleKeys } from './peopleKeys.ts';
import type { PeopleActs } from './usePeopleActs.ts';
import type { PeopleGrid } from './usePeopleGrid.ts';
import './PeopleTable.css';

interface TableProps {
  readonly grid: PeopleGrid;
  readonly acts: PeopleActs;
  readonly headEntries: (column: PeopleColumn) => readonly MenuEntry[];
  readonly cellEntries: () => readonly MenuEntry[];
}

const rowRem = 2.125;

const widths: Readonly<Record<PeopleColumn['kind'], string>> = {
  pseudonym: 'minmax(8rem, 1.2fr)',
  attribute: 'minmax(7.5rem, 1fr)',
  transcripts: '6.5rem',
  words: '5.5rem',
  units: '8.5rem',
  consent: 'minmax(11rem, 1.4fr)',
};
const rems: Readonly<Record<PeopleColumn['kind'], number>> = {
  pseudonym: 8,
  attribute: 7.5,
  transcripts: 6.5,
  words: 5.5,
  units: 8.5,
  consent: 11,
};

/** The cell under the pointer, by what is written on it. */
function cellUnder(target: EventTarget): CellPlace | null {
  const cell =
    target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  const row = cell?.closest<HTMLElement>('[data-row]');
  if (!cell || !row) return null;
  return { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) };
}

interface RowProps {
  readonly index: number;
  readonly person: Person;
  readonly columns: readonly PeopleColumn[];
  readonly isReadOnly: boolean;
  /** The active cell's column, in the active row only. */
  readonly active: number | null;
  readonly from: number | null;
  readonly to: number | null;
}

const isIn = ({ from, to }: RowProps, at: number) =>
  from !== null && to !== null && at >= from && at <= to;

function CellText({
  person,
  column,
}: {
  readonly person: Person;
  readonly column: PeopleColumn;
}) {
  const words = useWords();
  const text = cellText(words, person, column);
  if (!isOddCell(person, column)) return text;
  return (
    <span className="people-odd">
      {text}
      <span className="visually-hidden">
        {words.say('people.oddCell', { value: '' }).replace(/^, ?/, ' ')}
      </span>
    </span>
  );
}

const Row = memo((props: RowProps) => {
  const { index, person, columns, active, isReadOnly } = props;
  return (
    <div
      className={classes('people-row', active !== null && 'people-row-active')}
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      style={{ transform: `translateY(${index * rowRem}rem)` }}
    >
      {columns.map((column, at) => (
        <div
          key={idOf(column)}
          className={classes(
            'people-cell focus-inside',
            isNumeric(column) && 'people-number',
            column.kind === 'pseudonym' && 'people-name',
            pinned(column),
            isIn(props, at) && 'people-cell-chosen',
          )}
          role={column.kind === 'pseudonym' ? 'rowheader' : 'gridcell'}
          aria-colindex={at + 1}
          aria-readonly={isReadOnly || !isEditable(column) || undefined}
          aria-selected={props.from === null ? undefined : isIn(props, at)}
          data-column={at}
          tabIndex={active === at ? 0 : -1}
        >
          <CellText person={person} column={column} />
        </div>
      ))}
    </div>
  );
});
Row.displayName = 'Row';

function usePointer(grid: PeopleGrid) {
  const from = useRef<CellPlace | null>(null);
  const wasActive = useRef(false);
  const isSame = (one: CellPlace, other: CellPlace) =>
    one.row === other.row && one.column === other.column;
  const at = (event: { target: EventTarget }) => {
    const place = cellUnder(event.target);
    return place && place.row >= 0 ? place : null;
  };
  return {
    at,
    onPointerDown: (event: PointerEvent) => {
      const place = at(event);
      if (!place || event.button !== 0 || grid.editing) return;
      // The cell that is active before anybody has come to the table is only gone to.
      const isHere = event.currentTarget.contains(document.activeElement);
      wasActive.current = isHere && isSame(place, grid.active);
      from.current = place;
      if (event.shiftKey) grid.goTo(place, true);
      else if (!wasActive.current) grid.goTo(place);
    },
    onPointerOver: (event: PointerEvent) => {
      const place = event.buttons === 1 && from.current ? at(event) : null;
      if (place && from.current && !isSame(place, grid.active))
        grid.choose(from.current, place);
    },
    onClick: (event: MouseEvent) => {
      const place = at(event);
      const isClick = place && from.current && isSame(place, from.current);
      from.current = null;
      if (isClick && wasActive.current && !event.shiftKey && !grid.editing) grid.edit();
    },
    onDoubleClick: (event: MouseEvent) => {
      if (at(event) && !grid.editing) grid.edit();
    },
  };
}

/** The rows in sight, and the active one wherever it is. */
function useRows(grid: PeopleGrid, scroll: RefObject<HTMLDivElement | null>) {
  const { people, active, focus, page } = grid;
  const pixels = () =>
    rowRem * parseFloat(getComputedStyle(document.documentElement).fontSize);
  // oxlint-disable-next-line react/incompatible-library -- it draws again by itself when it scrolls
  const virtual = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroll.current,
    estimateSize: pixels,
    overscan: 8,
    scrollPaddingStart: 40,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }: Range) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(count - 1, endIndex + overscan);
      const rows = Array.from(
        { length: Math.max(0, last - first + 1) },
        (_, n) => first + n,
      );
      const isOut = active.row >= 0 && active.row < count && !rows.includes(active.row);
      return isOut ? [...rows, active.row].toSorted((a, b) => a - b) : rows;
    },
  });
  useEffect(() => {
    page.current = Math.max(
      1,
      Math.floor((scroll.current?.clientHeight ?? 400) / pixels()) - 2,
    );
  });
  const given = useRef(focus);
  useLayoutEffect(() => {
    if (given.current === focus) return;
    if (active.row >= 0) virtual.scrollToIndex(active.row, { align: 'auto' });
    const cell = scroll.current?.querySelector<HTMLElement>(
      `[data-row="${active.row}"] [data-column="${active.column}"]`,
    );
    if (!cell) return;
    given.current = focus;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  return virtual.getVirtualItems();
}

/** Where the editor lies: over the active cell, in the row's own columns. */
function EditorRow({ grid, acts }: Pick<TableProps, 'grid' | 'acts'>) {
  const { editing, person, active, columns } = grid;
  const column = columns[active.column];
  if (!editing || !person || !column) return null;
  return (
    <div
      className="people-row people-editor-row"
      style={{ transform: `translateY(${active.row * rowRem}rem)` }}
    >
      <div
        className={pinned(column) || undefined}
        style={{ gridColumn: active.column + 1 }}
      >
        <PeopleCellEditor
          key={`${person.id} ${idOf(column)}`}
          person={person}
          column={column}
          isReplacing={editing.isReplacing}
          onWrite={(text) => acts.write(person, column, text)}
          onClose={grid.closeEditor}
        />
      </div>
    </div>
  );
}

/** Copy and paste of cells, while none of them is edited. */
function clipboardOf({ grid, acts }: Pick<TableProps, 'grid' | 'acts'>) {
  const isElsewhere = grid.editing !== null || grid.active.row < 0;
  return {
    onCopy: (event: ClipboardEvent) => {
      if (isElsewhere) return;
      event.preventDefault();
      void acts.copy();
    },
    onPaste: (event: ClipboardEvent) => {
      if (isElsewhere) return;
      event.preventDefault();
      acts.paste(event.clipboardData.getData('text/plain'));
    },
  };
}

const styleOf = (columns: readonly PeopleColumn[]) =>
  ({
    '--people-columns': columns.map(({ kind }) => widths[kind]).join(' '),
    '--people-width': `${columns.reduce((sum, { kind }) => sum + rems[kind], 0)}rem`,
    '--people-row': `${rowRem}rem`,
  }) as CSSProperties;

/** Participants row by row with a column per attribute, by mouse and by the keys of a spreadsheet. */
export function PeopleTable({ grid, acts, headEntries, cellEntries }: TableProps) {
  const { say } = useWords();
  const scroll = useRef<HTMLDivElement>(null);
  const { columns, people, active, block, isReadOnly } = grid;
  const rows = useRows(grid, scroll);
  const pointer = usePointer(grid);
  const clipboard = clipboardOf({ grid, acts });
  const { openFor, openAt, menu } = useContextMenu(say('people.menu.cell'));
  const openHeadMenu = (at: number) => {
    const column = columns[at];
    const head = scroll.current?.querySelector(`[data-row="-1"] [data-column="${at}"]`);
    const box = head?.getBoundingClientRect();
    if (column && box) openAt({ x: box.left + 12, y: box.bottom }, headEntries(column));
  };
  const isInBlock = (index: number) =>
    (block.top !== block.bottom || block.left !== block.right) &&
    index >= block.top &&
    index <= block.bottom;
  return (
    <div className="people-scroll" ref={scroll} style={styleOf(columns)}>
      {/* The cells take the focus, one at a time. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        className="people-grid"
        role="grid"
        aria-label={say('people.grid')}
        aria-rowcount={people.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        aria-readonly={isReadOnly || undefined}
        data-keys="people"
        onKeyDown={peopleKeys({ grid, acts, openHeadMenu })}
        onCopy={clipboard.onCopy}
        onPaste={clipboard.onPaste}
        onPointerDown={pointer.onPointerDown}
        onPointerOver={pointer.onPointerOver}
        onClick={pointer.onClick}
        onDoubleClick={pointer.onDoubleClick}
        onContextMenu={(event) => {
          const place = pointer.at(event);
          if (!place || grid.editing) return;
          const { top, bottom, left, right } = block;
          const isOutside =
            place.row < top ||
            place.row > bottom ||
            place.column < left ||
            place.column > right;
          if (isOutside) grid.goTo(place);
          openFor(event, cellEntries());
        }}
      >
        <Heads
          grid={grid}
          openAt={(event, at) => {
            const column = columns[at];
            grid.goTo({ row: -1, column: at });
            if (column) openFor(event, headEntries(column));
          }}
        />
        <div
          className="people-body"
          role="presentation"
          style={{ blockSize: `${people.length * rowRem}rem` }}
        >
          {rows.map(({ index }) => {
            const person = people[index];
            return (
              person && (
                <Row
                  key={person.id}
                  index={index}
                  person={person}
                  columns={columns}
                  isReadOnly={isReadOnly}
                  active={index === active.row ? active.column : null}
                  from={isInBlock(index) ? block.left : null}
                  to={isInBlock(index) ? block.right : null}
                />
              )
            );
          })}
        </div>
      </div>
      <EditorRow grid={grid} acts={acts} />
      {menu}
    </div>
  );
}
