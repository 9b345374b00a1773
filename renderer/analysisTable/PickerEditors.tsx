import { useCallback, useMemo, useState } from 'react';

import type { AnalysisRow, PlacedCode } from '../../shared/domain/analysisTable.ts';
import type { Category } from '../../shared/domain/category.ts';
import type { CategoryId, CodeId, ThemeId } from '../../shared/domain/ids.ts';
import { joinedNames } from '../../shared/text/namesInCell.ts';
import { call } from '../api.ts';
import { useCodeBook } from '../codes/useCodeBook.ts';
import { CategoryPicker } from '../pickers/CategoryPicker.tsx';
import { CodePicker } from '../pickers/CodePicker.tsx';
import { ThemePicker } from '../pickers/ThemePicker.tsx';
import { given } from '../ui/given.ts';
import { RadioCards } from '../ui/RadioCards.tsx';
import { showToast } from '../ui/toasts.ts';
import { useWords } from '../words.ts';
import { editCells, orReopen } from './cellActs.ts';
import { PickerPanel } from './PickerPanel.tsx';
import type { CellEditorProps } from './TextCellEditor.tsx';

const labelOf = ({ row, column }: CellEditorProps) => ({
  column: column.words,
  number: row.number,
});

/** The codes of a unit, chosen and taken away one by one; each is a step of its own. */
export function CodeCellEditor(props: CellEditorProps) {
  const { grid, row, editing } = props;
  const { say } = useWords();
  const chosenIds = useMemo(() => row.codes.map(({ id }) => id), [row.codes]);
  const unitIds = [row.id];
  const doing = (work: () => Promise<unknown>) => void orReopen(say, editing, work);
  return (
    <PickerPanel grid={grid} editing={editing}>
      <CodePicker
        label={say('table.editing', labelOf(props))}
        isLabelHidden
        autoFocus
        placeholder={say('table.codePlaceholder')}
        chosenIds={chosenIds}
        onChoose={(codeId) =>
          doing(() => call('meaningUnits.code', { unitIds, codeIds: [codeId] }))
        }
        onCreate={(name) =>
          doing(() => call('meaningUnits.code', { unitIds, create: [{ name }] }))
        }
        onRemove={(codeId) =>
          doing(() => call('meaningUnits.uncode', { unitIds, codeId }))
        }
        onEnterEmpty={() => grid.closeEditor('down')}
        onCtrlEnter={() => grid.closeEditor('stay')}
      />
    </PickerPanel>
  );
}

const nodeAbove = (code: PlacedCode, depth: number): CategoryId | null =>
  code.path.find((node) => node.depth > depth)?.id ?? null;

function useMoveCode({ grid, editing, column }: CellEditorProps, code: PlacedCode) {
  const { say } = useWords();
  const { byId, categoryById } = useCodeBook();
  const units = byId.get(code.id)?.support.units ?? 0;
  const tell = (node: string) =>
    showToast({
      words: say('table.movedCode', { code: code.name, count: units, node }),
      action: {
        words: say('table.undo'),
        onAction: () => void call('steps.undo', { times: 1 }),
      },
    });
  const doing = async (node: string, work: () => Promise<unknown>) => {
    grid.closeEditor('down');
    if (await orReopen(say, editing, work)) tell(node);
  };
  const parentId = nodeAbove(code, column.depth);
  const place = (categoryId: CategoryId | null) => {
    const to = categoryId ?? parentId;
    const node = to === null ? undefined : categoryById.get(to)?.name;
    void doing(node ?? say('table.unplaced'), () =>
      call('codes.move', { codeIds: [code.id], categoryId: to }),
    );
  };
  const create = (name: string) =>
    void doing(name, () =>
      call('categories.create', {
        name,
        depth: column.depth,
        parentId,
        codeIds: [code.id],
      }),
    );
  return { units, parentId, place, create };
}

function CodePlace({ code, ...props }: CellEditorProps & { readonly code: PlacedCode }) {
  const { grid, column } = props;
  const { say } = useWords();
  const { units, parentId, place, create } = useMoveCode(props, code);
  const mayChoose = useCallback(
    (category: Category) => category.depth === column.depth,
    [column.depth],
  );
  return (
    <CategoryPicker
      key={code.id}
      label={say('table.movesCode', {
        code: code.name,
        count: units,
      })}
      autoFocus
      placeholder={column.words}
      mayChoose={mayChoose}
      none={say('table.unplaced')}
      onChoose={place}
      create={{ parentId, onCreate: create }}
      onEnterEmpty={() => grid.closeEditor('down')}
      onCtrlEnter={() => grid.closeEditor('stay')}
    />
  );
}

function WhichCode(props: {
  readonly row: AnalysisRow;
  readonly value: CodeId;
  readonly onChange: (id: CodeId) => void;
}) {
  const { say } = useWords();
  return (
    <RadioCards
      label={say('table.whichCode')}
      kind="list"
      cards={props.row.codes.map(({ id, name }) => ({ value: id, title: name }))}
      value={props.value}
      onChange={props.onChange}
    />
  );
}

/** The category of a unit is its code's, so it is the code that is moved, with all its units (rulings 11). */
export function CategoryCellEditor(props: CellEditorProps) {
  const { grid, row, editing } = props;
  const [chosenId, setChosenId] = useState(row.codes[0]?.id);
  const code = row.codes.find(({ id }) => id === chosenId) ?? row.codes[0];
  return (
    <PickerPanel
      grid={grid}
      editing={editing}
      {...given({
        problem: code
          ? undefined
          : { code: 'table.noCode' as const, params: { unit: row.number } },
      })}
    >
      {row.codes.length > 1 && code && (
        <WhichCode row={row} value={code.id} onChange={setChosenId} />
      )}
      {code ? <CodePlace {...props} code={code} /> : <NoCode />}
    </PickerPanel>
  );
}

/** Holds the focus while the reason is read. */
function NoCode() {
  const { say } = useWords();
  return (
    <button type="button" className="visually-hidden" autoFocus>
      {say('table.noCodeHere')}
    </button>
  );
}

/** Themes that the unit is linked to itself; those it has by its codes and categories are told and left. */
export function ThemeCellEditor(props: CellEditorProps) {
  const { grid, row, editing } = props;
  const { say } = useWords();
  const direct = useMemo(
    () => row.themes.filter(({ isDirect }) => isDirect),
    [row.themes],
  );
  const chosenIds = useMemo(() => direct.map(({ id }) => id), [direct]);
  const inherited = row.themes.filter(({ isDirect }) => !isDirect);
  const unitIds = [row.id];
  const doing = (work: () => Promise<unknown>) => void orReopen(say, editing, work);
  const create = (name: string) =>
    doing(() =>
      editCells([
        {
          unitId: row.id,
          column: 'theme',
          value: joinedNames([...direct.map((theme) => theme.name), name]),
        },
      ]),
    );
  return (
    <PickerPanel grid={grid} editing={editing}>
      <ThemePicker
        label={say('table.editing', labelOf(props))}
        isLabelHidden
        autoFocus
        {...given({
          hint:
            inherited.length === 0
              ? undefined
              : say('table.inherited', {
                  names: inherited.map(({ name }) => name).join(', '),
                }),
        })}
        chosenIds={chosenIds}
        onChoose={(themeId: ThemeId) =>
          doing(() => call('themes.link', { themeId, unitIds }))
        }
        onRemove={(themeId) => doing(() => call('themes.unlink', { themeId, unitIds }))}
        onCreate={create}
        onEnterEmpty={() => grid.closeEditor('down')}
        onCtrlEnter={() => grid.closeEditor('stay')}
      />
    </PickerPanel>
  );
}
