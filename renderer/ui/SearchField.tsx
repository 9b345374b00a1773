import { Search, X } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';

import { classes } from './given.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import './Chip.css';
import './Field.css';
import './SearchField.css';

export interface SearchFieldProps {
  /** Accessible name, and the placeholder unless one is given. */
  readonly label: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onEnter?: () => void;
  readonly placeholder?: string;
  /** Shown inside while the field is empty: "Ctrl K". */
  readonly keys?: string;
  readonly autoFocus?: boolean;
  readonly controlRef?: RefObject<HTMLInputElement | null>;
  readonly className?: string;
}

/** Escape empties the field first; in an empty field it goes on outwards. */
export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, keys, placeholder = label, controlRef } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) props.onEnter?.();
    if (event.key !== 'Escape' || value === '') return;
    event.preventDefault();
    event.stopPropagation();
    onChange('');
  };
  return (
    <div className={classes('control', 'search-field', props.className)}>
      <Icon of={Search} />
      <input
        ref={controlRef}
        className="search-field-input"
        type="text"
        role="searchbox"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        autoFocus={props.autoFocus}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {value !== '' && (
        <button
          type="button"
          className="chip-remove"
          aria-label={props.clearLabel}
          onClick={() => onChange('')}
        >
          <Icon of={X} size={14} />
        </button>
      )}
      {value === '' && keys && <Kbd keys={keys} />}
    </div>
  );
}
