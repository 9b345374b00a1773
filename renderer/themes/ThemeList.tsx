import type { KeyboardEvent, MouseEvent, RefObject } from 'react';

import type { ThemeId } from '../../shared/domain/ids.ts';
import { useWords } from '../words.ts';
import type { ThemeRow } from './themeTree.ts';

export interface ThemeListProps {
  readonly rows: readonly ThemeRow[];
  readonly currentId: ThemeId;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onGo: (id: ThemeId) => void;
  readonly onContextMenu: (event: MouseEvent, id: ThemeId) => void;
}

/** Where an arrow key leads in the list. */
function stepFrom(rows: readonly ThemeRow[], index: number, key: string) {
  const parentId = rows[index]?.theme.parentId;
  const next = rows[index + 1];
  const steps: Readonly<Record<string, ThemeRow | undefined>> = {
    ArrowUp: rows[index - 1],
    ArrowDown: next,
    ArrowLeft: rows.find(({ theme }) => theme.id === parentId),
    ArrowRight: next?.theme.parentId === rows[index]?.theme.id ? next : undefined,
    Home: rows[0],
    End: rows.at(-1),
  };
  return steps[key]?.theme.id;
}

/** The themes with their sub-themes. */
export function ThemeList(props: ThemeListProps) {
  const { rows, currentId, list, onGo, onContextMenu } = props;
  const { say } = useWords();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const index = rows.findIndex(({ theme }) => theme.id === currentId);
    const to = stepFrom(rows, index, event.key);
    if (!to) return;
    event.preventDefault();
    onGo(to);
  };
  return (
    // The items carry the focus, one at a time.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      role="tree"
      className="theme-list"
      aria-label={say('themes.list')}
      data-keys="tree"
      ref={list}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ theme, level, position, count }) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          role="treeitem"
          key={theme.id}
          className="theme-item focus-inside"
          style={{ paddingInlineStart: `${0.75 + (level - 1) * 1.25}rem` }}
          data-theme-id={theme.id}
          aria-level={level}
          aria-posinset={position}
          aria-setsize={count}
          aria-selected={theme.id === currentId}
          tabIndex={theme.id === currentId ? 0 : -1}
          onClick={() => onGo(theme.id)}
          onContextMenu={(event) => onContextMenu(event, theme.id)}
        >
          <span className="theme-item-name">{theme.name}</span>
          <span className="theme-item-units">
            {say('board.units', { count: theme.units })}
          </span>
        </div>
      ))}
    </div>
  );
}
