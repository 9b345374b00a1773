import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { classes } from './given.ts';
import { Icon } from './Icon.tsx';
import './Button.css';
import './ToggleButton.css';

export interface ToggleButtonProps {
  readonly isPressed: boolean;
  readonly onChange: (isPressed: boolean) => void;
  readonly icon?: LucideIcon;
  readonly kind?: 'ordinary' | 'quiet';
  readonly children: ReactNode;
}

export function ToggleButton(props: ToggleButtonProps) {
  const { isPressed, onChange, icon, kind = 'ordinary', children } = props;
  return (
    <button
      type="button"
      className={classes('button', `button-${kind}`, 'toggle-button')}
      aria-pressed={isPressed}
      onClick={() => onChange(!isPressed)}
    >
      {icon && <Icon of={icon} />}
      <span className="button-words">{children}</span>
    </button>
  );
}
