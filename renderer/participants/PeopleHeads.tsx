import { ArrowDown, ArrowUp, EyeOff } from 'lucide-react';
import type { MouseEvent } from 'react';

import { classes } from '../ui/given.ts';
import { Icon } from '../ui/Icon.tsx';
import { useWords } from '../words.ts';
import { idOf, isNumeric, type PeopleColumn, sayColumn } from './peopleColumns.ts';
import { usePeopleSort } from './sortPeople.ts';
import type { PeopleGrid } from './usePeopleGrid.ts';

function SortSign({ sort }: { readonly sort: 'ascending' | 'descending' | undefined }) {
  return sort && <Icon of={sort === 'ascending' ? ArrowUp : ArrowDown} size={14} />;
}

/** Columns that stay where they are when the others are scrolled. */
export const pinned = (column: PeopleColumn) =>
  (column.kind === 'pseudonym' && 'people-pinned-start') ||
  (column.kind === 'consent' && 'people-pinned-end');

/** What the columns are called, and how they are sorted. */
export function Heads({
  grid,
  openAt,
}: {
  readonly grid: PeopleGrid;
  readonly openAt: (event: MouseEvent, at: number) => void;
}) {
  const { say } = useWords();
  const { columns, active } = grid;
  const { columnId, isDescending } = usePeopleSort();
  const sortOf = (column: PeopleColumn) => {
    if (idOf(column) !== columnId) return undefined;
    return isDescending ? ('descending' as const) : ('ascending' as const);
  };
  return (
    <div className="people-head" role="row" aria-rowindex={1} data-row={-1}>
      {columns.map((column, at) => {
        const isHidden = column.kind === 'attribute' && column.attribute.isHidden;
        const name = sayColumn(say, column);
        return (
          <div
            key={idOf(column)}
            className={classes(
              'people-head-cell focus-inside',
              isNumeric(column) && 'people-number',
              pinned(column),
            )}
            role="columnheader"
            aria-colindex={at + 1}
            aria-haspopup="menu"
            aria-sort={sortOf(column)}
            aria-label={isHidden ? say('people.hiddenHead', { name }) : undefined}
            title={name}
            data-column={at}
            tabIndex={active.row < 0 && active.column === at ? 0 : -1}
            onClick={(event) => openAt(event, at)}
            onKeyDown={() => undefined}
            onContextMenu={(event) => openAt(event, at)}
          >
            <span className="people-head-words">{name}</span>
            <SortSign sort={sortOf(column)} />
            {isHidden && <Icon of={EyeOff} size={14} />}
          </div>
        );
      })}
    </div>
  );
}
