import { type KeyboardEvent, type RefObject, useEffect } from 'react';

import { classes } from '../ui/given.ts';
import { useWords } from '../words.ts';
import type { HitGroup, HitRow } from './hitRows.ts';
import { chooseHit, useSearchState } from '../searchState.ts';

const listId = 'search-hits';
const rowId = (index: number) => `${listId}-${index}`;

interface RowProps {
  readonly row: HitRow;
  readonly index: number;
  readonly isActive: boolean;
  readonly onGo: (row: HitRow) => void;
}

function Row({ row, index, isActive, onGo }: RowProps) {
  const { before, words, after } = row.passage;
  return (
    <div
      id={rowId(index)}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes('search-row', isActive && 'search-row-active')}
      onClick={() => chooseHit(index)}
      onDoubleClick={() => onGo(row)}
      onKeyDown={() => undefined}
    >
      <span className="search-row-where">{row.where}</span>
      <span
        className={classes(
          'search-row-words',
          row.hit.kind !== 'written' && 'read-small',
        )}
      >
        {before}
        <mark className="search-hit">{words}</mark>
        {after}
      </span>
      {row.fact !== undefined && <span className="search-row-fact">{row.fact}</span>}
    </div>
  );
}

const page = 10;

function nextOf(key: string, active: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, active + 1);
    case 'ArrowUp':
      return Math.max(0, active - 1);
    case 'PageDown':
      return Math.min(last, active + page);
    case 'PageUp':
      return Math.max(0, active - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

interface ResultsProps {
  readonly groups: readonly HitGroup[];
  readonly rows: readonly HitRow[];
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly onGo: (row: HitRow) => void;
}

/** The hits, one list to walk through with the arrows; Enter goes there. */
export function SearchResults({ groups, rows, listRef, onGo }: ResultsProps) {
  const { say } = useWords();
  const active = Math.min(
    useSearchState((search) => search.active),
    Math.max(0, rows.length - 1),
  );
  useEffect(() => {
    document.getElementById(rowId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const starts = groups.map((_, index) =>
    groups.slice(0, index).reduce((sum, group) => sum + group.rows.length, 0),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = nextOf(event.key, active, rows.length - 1);
    const row = rows[active];
    if (next !== null) chooseHit(next);
    else if (event.key === 'Enter' && row) onGo(row);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={listRef}
      id={listId}
      className="search-results"
      role="listbox"
      tabIndex={0}
      aria-label={say('search.results')}
      aria-activedescendant={rows.length > 0 ? rowId(active) : undefined}
      data-keys="list"
      onKeyDown={onKeyDown}
    >
      {groups.map((group, number) => (
        <div
          key={group.id}
          className="search-group"
          role="group"
          aria-labelledby={`${listId}-group-${number}`}
        >
          <p className="search-heading" id={`${listId}-group-${number}`}>
            {group.title}
          </p>
          {group.rows.map((row, index) => {
            const place = (starts[number] ?? 0) + index;
            return (
              <Row
                key={row.id}
                row={row}
                index={place}
                isActive={place === active}
                onGo={onGo}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}
