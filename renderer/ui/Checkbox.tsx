import type { ReactNode } from 'react';

import './Checkbox.css';

export interface CheckboxProps {
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  /** The label. */
  readonly children: ReactNode;
  readonly isDisabled?: boolean;
}

export function Checkbox({ isChecked, onChange, children, isDisabled }: CheckboxProps) {
  return (
    <label className="checkbox">
      <input
        className="checkbox-box"
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
