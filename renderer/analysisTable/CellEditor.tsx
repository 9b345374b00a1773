import { CategoryCellEditor, CodeCellEditor, ThemeCellEditor } from './PickerEditors.tsx';
import { TextCellEditor } from './TextCellEditor.tsx';
import type { TableGrid } from './useTableGrid.ts';

const editors = {
  condensed: TextCellEditor,
  interpretation: TextCellEditor,
  code: CodeCellEditor,
  category: CategoryCellEditor,
  theme: ThemeCellEditor,
  place: null,
  unit: null,
  transcript: null,
  question: null,
  star: null,
  attribute: null,
} as const;

/** What the cell that is edited is edited with. */
export function CellEditor({ grid }: { readonly grid: TableGrid }) {
  const { editing, active, rowAt, columns } = grid;
  const row = rowAt(active.row);
  const column = columns[active.column];
  if (!editing || !column || !row || row.id !== editing.unitId) return null;
  if (column.id !== editing.columnId) return null;
  const Editor = editors[column.kind];
  if (!Editor) return null;
  return (
    <Editor
      key={`${row.id} ${column.id}`}
      grid={grid}
      row={row}
      column={column}
      editing={editing}
    />
  );
}
