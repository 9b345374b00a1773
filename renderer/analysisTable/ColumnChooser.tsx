import { ChevronDown, ChevronUp, Columns3 } from 'lucide-react';

import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { PopoverButton } from '../ui/PopoverButton.tsx';
import { Stepper } from '../ui/Stepper.tsx';
import { useWords } from '../words.ts';
import { type Column, columnWidths } from './columns.ts';
import type { ColumnChoice } from './useColumns.ts';

const widthStep = 20;

function ColumnLine({
  column,
  choice,
}: {
  readonly column: Column;
  readonly choice: ColumnChoice;
}) {
  const { say } = useWords();
  const { shown } = choice;
  const at = shown.findIndex(({ id }) => id === column.id);
  const named = { column: column.words };
  return (
    <li className="table-column-line">
      <Checkbox
        isChecked={!column.isHidden}
        isDisabled={!column.isHidden && shown.length === 1}
        onChange={(isChecked) => choice.setHidden(column, !isChecked)}
      >
        {column.words}
      </Checkbox>
      {!column.isHidden && (
        <>
          <Stepper
            label={say('table.columns.width', named)}
            value={column.width}
            min={columnWidths.least}
            max={columnWidths.most}
            step={widthStep}
            words={(width) => String(width)}
            lessLabel={say('table.columns.narrower', named)}
            moreLabel={say('table.columns.wider', named)}
            onChange={(width) => choice.setWidth(column, width)}
          />
          <IconButton
            icon={ChevronUp}
            label={say('table.columns.earlier', named)}
            isDisabled={at === 0}
            onPress={() => choice.move(column, -1)}
          />
          <IconButton
            icon={ChevronDown}
            label={say('table.columns.later', named)}
            isDisabled={at === shown.length - 1}
            onPress={() => choice.move(column, 1)}
          />
        </>
      )}
    </li>
  );
}

/** Which columns are shown, in which order and how wide; kept on this computer. */
export function ColumnChooser({ choice }: { readonly choice: ColumnChoice }) {
  const { say } = useWords();
  return (
    <PopoverButton label={say('table.columns')} icon={Columns3} kind="ordinary">
      <ul className="table-column-lines">
        {choice.columns.map((column) => (
          <ColumnLine key={column.id} column={column} choice={choice} />
        ))}
      </ul>
      <Button kind="link" onPress={choice.reset}>
        {say('table.columns.reset')}
      </Button>
    </PopoverButton>
  );
}
