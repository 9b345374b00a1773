import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';

import './floating.css';
import './Switch.css';

export interface SwitchProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** The label. */
  readonly children: ReactNode;
  readonly description?: ReactNode;
}

export function Switch({ isOn, onChange, children, description }: SwitchProps) {
  return (
    <AriaSwitch className="switch" isSelected={isOn} onChange={onChange}>
      <span className="switch-track">
        <span className="switch-thumb" />
      </span>
      <span>
        {children}
        {description && <span className="option-description">{description}</span>}
      </span>
    </AriaSwitch>
  );
}
