import { type ReactNode, type RefObject, useId, useRef } from 'react';
import { Popover } from 'react-aria-components';

import { ComboBoxList } from './ComboBoxList.tsx';
import { Field, type FieldLabels } from './Field.tsx';
import { X } from 'lucide-react';
import { Icon } from './Icon.tsx';
import { useComboBox } from './useComboBox.ts';
import './Chip.css';
import './floating.css';
import './ComboBox.css';

export interface ComboBoxCreate {
  /** The last row: "Skapa koden ”…”". */
  readonly words: (typed: string) => string;
  readonly onCreate: (typed: string) => void;
  /** False when the typed text is already the name of something; the row is then left out. */
  readonly isOffered?: (typed: string) => boolean;
}

export interface ComboBoxWords {
  /** Below the rows when more were found than are shown: "120 till". */
  readonly more: (left: number) => string;
  /** Nothing found and nothing can be created. */
  readonly none: (typed: string) => string;
  /** Announced: "12 koder". */
  readonly found: (count: number) => string;
  /** Accessible name of a chip's cross. */
  readonly remove: (text: string) => string;
}

export interface ComboBoxProps<Item> extends FieldLabels {
  /** All that fit what is typed, best first; called with '' when opened without typing. Keep it under 10 ms. */
  readonly search: (typed: string) => readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly textOf: (item: Item) => string;
  /** A row: swatch, name, definition when active, count. Plain text unless given. */
  readonly renderItem?: (
    item: Item,
    row: { isActive: boolean; typed: string },
  ) => ReactNode;
  readonly onChoose: (item: Item) => void;
  /** Chips before the input; the caller takes them out of what search returns. */
  readonly chosen?: readonly Item[];
  readonly renderChip?: (item: Item) => ReactNode;
  readonly onRemove?: (item: Item) => void;
  readonly create?: ComboBoxCreate;
  /** Enter with nothing typed and no row active: go on. */
  readonly onEnterEmpty?: () => void;
  /** Ctrl Enter: chooses the active row if there is one, then done. */
  readonly onCtrlEnter?: () => void;
  readonly words: ComboBoxWords;
  readonly placeholder?: string;
  /** Rows shown at most; 30 unless told. */
  readonly limit?: number;
  readonly layout?: 'above' | 'beside';
  readonly autoFocus?: boolean;
  /** False: the list opens by typing, Alt ↓ or ↓ only. */
  readonly opensOnFocus?: boolean;
  readonly controlRef?: RefObject<HTMLInputElement | null>;
}

/** Low enough to open below a field in the lower half of the window. */
const listHeight = 300;

function Chips<Item>(props: ComboBoxProps<Item>) {
  const { chosen = [], idOf, textOf, renderChip, onRemove, words } = props;
  return chosen.map((item) => (
    <span className="chip chip-removable" key={idOf(item)}>
      <span className="chip-words">{renderChip?.(item) ?? textOf(item)}</span>
      {onRemove && (
        <button
          type="button"
          className="chip-remove"
          aria-label={words.remove(textOf(item))}
          onClick={() => onRemove(item)}
        >
          <Icon of={X} size={14} />
        </button>
      )}
    </span>
  ));
}

/** Choose one or several of many by typing; the best rows are shown, so 5,000 items cost no more than 30. */
export function ComboBox<Item>(props: ComboBoxProps<Item>) {
  const box = useRef<HTMLDivElement>(null);
  const listId = useId();
  const combo = useComboBox(props);
  const { rows, active, isOpen } = combo;
  return (
    <Field {...props}>
      {(control, labelId) => (
        <div className="control combo-box" ref={box}>
          <Chips {...props} />
          <input
            {...control}
            {...combo.inputProps}
            className="combo-box-input"
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={isOpen ? listId : undefined}
            aria-activedescendant={
              isOpen && active !== null ? `${listId}-${active}` : undefined
            }
            placeholder={props.placeholder}
            autoFocus={props.autoFocus}
            autoComplete="off"
            spellCheck={false}
          />
          <Popover
            className="floating combo-box-list"
            isNonModal
            isOpen={isOpen && rows.length + Number(combo.typed !== '') > 0}
            onOpenChange={(open) => !open && combo.close()}
            triggerRef={box}
            trigger="ComboBox"
            placement="bottom start"
            maxHeight={listHeight}
            offset={4}
          >
            <ComboBoxList {...props} combo={combo} listId={listId} labelId={labelId} />
          </Popover>
        </div>
      )}
    </Field>
  );
}
