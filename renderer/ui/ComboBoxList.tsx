import { Plus } from 'lucide-react';
import { useEffect } from 'react';

import type { ComboBoxProps } from './ComboBox.tsx';
import { Icon } from './Icon.tsx';
import type { ComboState } from './useComboBox.ts';

interface ComboBoxListProps<Item> extends ComboBoxProps<Item> {
  readonly combo: ComboState<Item>;
  readonly listId: string;
  readonly labelId: string;
}

export function ComboBoxList<Item>(props: ComboBoxListProps<Item>) {
  const { combo, listId, words } = props;
  const { rows, active, typed, left } = combo;
  useEffect(() => {
    const row = active === null ? null : document.getElementById(`${listId}-${active}`);
    row?.scrollIntoView?.({ block: 'nearest' });
  }, [listId, active]);
  return (
    <>
      <div
        className="floating-list"
        role="listbox"
        id={listId}
        aria-labelledby={props.labelId}
      >
        {rows.map((row, index) => {
          const isActive = index === active;
          return (
            // The keys are the input's: the active row is its aria-activedescendant.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={row.kind === 'create' ? 'create' : `item-${props.idOf(row.item)}`}
              id={`${listId}-${index}`}
              role="option"
              className="option"
              aria-selected={isActive}
              data-active={isActive || undefined}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => !isActive && combo.setActive(index)}
              onClick={() => combo.take(row)}
            >
              {row.kind === 'create' ? (
                <>
                  <Icon of={Plus} />
                  <span className="option-words">{props.create?.words(typed)}</span>
                </>
              ) : (
                (props.renderItem?.(row.item, { isActive, typed }) ?? (
                  <span className="option-words">{props.textOf(row.item)}</span>
                ))
              )}
            </div>
          );
        })}
      </div>
      {rows.length === 0 && <p className="combo-box-note">{words.none(typed)}</p>}
      {left > 0 && <p className="combo-box-note">{words.more(left)}</p>}
    </>
  );
}
