import {
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

import type { AnalysisRow } from '../../shared/domain/analysisTable.ts';
import { sayProblem, useWords } from '../words.ts';
import { orReopen, writeText } from './cellActs.ts';
import { cellText } from './cellValues.ts';
import type { Column } from './columns.ts';
import { type Editing, useGridStore } from './gridStore.ts';
import type { AfterEditing, TableGrid } from './useTableGrid.ts';

export interface CellEditorProps {
  readonly grid: TableGrid;
  readonly row: AnalysisRow;
  readonly column: Column;
  readonly editing: Editing;
}

const kindOf = ({ kind }: Column) =>
  kind === 'interpretation' ? 'interpretation' : 'condensed';

const keysThatCommit: Readonly<Record<string, (event: KeyboardEvent) => AfterEditing>> = {
  Enter: ({ ctrlKey, metaKey }) => (ctrlKey || metaKey ? 'stay' : 'down'),
  Tab: ({ shiftKey }) => (shiftKey ? 'left' : 'right'),
};

function useCommit({ row, column, editing, grid }: CellEditorProps) {
  const { say } = useWords();
  const control = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const save = () => {
    const text = control.current?.value.trim() ?? '';
    if (isDone.current || text === cellText(row, column)) return;
    void orReopen(say, { ...editing, draft: text }, () =>
      writeText(kindOf(column), row.id, text),
    );
  };
  const commit = (then: AfterEditing) => {
    save();
    isDone.current = true;
    grid.closeEditor(then);
  };
  const restore = () => {
    isDone.current = true;
    grid.closeEditor('stay');
  };
  const leave = () => {
    save();
    isDone.current = true;
    const { editing: now } = useGridStore.getState();
    if (now === editing) useGridStore.setState({ editing: null });
  };
  // A cell that goes away while something is typed in it keeps what was typed.
  const saveLatest = useRef(save);
  useEffect(() => {
    saveLatest.current = save;
  });
  useLayoutEffect(() => {
    const element = control.current;
    return () => {
      control.current ??= element;
      saveLatest.current();
    };
  }, []);
  return { control, commit, restore, leave };
}

/** The text of a cell, written over it; one step when it is left by Enter, Tab or for another place. */
export function TextCellEditor(props: CellEditorProps) {
  const { row, column, editing } = props;
  const { say } = useWords();
  const { control, commit, restore, leave } = useCommit(props);
  const messageId = useId();
  const stored = cellText(row, column);
  const [begun] = useState(stored);
  const start = editing.draft ?? (editing.isReplacing ? '' : stored);
  useLayoutEffect(() => {
    const area = control.current;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
  }, [control]);
  const message = editing.problem
    ? sayProblem(say, editing.problem)
    : stored === begun
      ? null
      : say('table.changedMeanwhile', { text: stored });

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const then = keysThatCommit[event.key]?.(event);
    const isNewLine = event.key === 'Enter' && event.shiftKey;
    if (event.key === 'Escape') restore();
    else if (then && !isNewLine) commit(then);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="table-editor">
      <textarea
        ref={control}
        className="table-text-editor"
        aria-label={say('table.editing', { column: column.words, number: row.number })}
        aria-describedby={message === null ? undefined : messageId}
        aria-invalid={editing.problem ? true : undefined}
        defaultValue={start}
        rows={1}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      {message !== null && (
        <p className="table-editor-message" id={messageId}>
          {message}
        </p>
      )}
    </div>
  );
}
