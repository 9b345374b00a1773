import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useLayoutEffect,
  useRef,
} from 'react';

import type { Problem } from '../../shared/errors.ts';
import { sayProblem, useWords } from '../words.ts';
import { type Editing, useGridStore } from './gridStore.ts';
import type { TableGrid } from './useTableGrid.ts';

interface PickerPanelProps {
  readonly grid: TableGrid;
  readonly editing: Editing;
  readonly problem?: Problem | undefined;
  readonly children: ReactNode;
}

const isInList = (element: Element | null) =>
  element?.closest('.floating, [role=listbox]') !== null && element !== null;

/** Moves the panel of a column at the right edge back into what is seen of the table. */
function keepWithinTable(panel: HTMLElement): void {
  const table = panel.closest('.table-scroll')?.getBoundingClientRect();
  const over = panel.getBoundingClientRect().right - (table?.right ?? Infinity);
  if (over > 0) panel.style.insetInlineStart = `${-over}px`;
}

/** What is chosen with, over the cell: Tab goes on to the next cell, Escape goes back to this one. */
export function PickerPanel({ grid, editing, problem, children }: PickerPanelProps) {
  const { say } = useWords();
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (panel.current) keepWithinTable(panel.current);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') grid.closeEditor('stay');
    else if (event.key === 'Tab' && !event.ctrlKey)
      grid.closeEditor(event.shiftKey ? 'left' : 'right');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = (event: FocusEvent) => {
    const to = event.relatedTarget;
    if (to instanceof Element && (panel.current?.contains(to) || isInList(to))) return;
    // Removing a chip takes the focused button away; the focus then comes back by itself.
    setTimeout(() => {
      const now = document.activeElement;
      const isHere =
        panel.current?.contains(now) || now === document.body || isInList(now);
      if (!isHere && useGridStore.getState().editing === editing)
        useGridStore.setState({ editing: null });
    }, 0);
  };
  const shown = problem ?? editing.problem;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields inside
    <div
      className="table-editor table-picker"
      ref={panel}
      role="group"
      aria-label={say('table.choosing')}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {children}
      {shown && (
        <p className="table-editor-message" role="alert">
          {sayProblem(say, shown)}
        </p>
      )}
    </div>
  );
}
