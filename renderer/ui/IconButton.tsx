import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, MouseEvent } from 'react';

import { classes, given } from './given.ts';
import { Icon } from './Icon.tsx';
import { Tooltip } from './Tooltip.tsx';
import './IconButton.css';

export interface IconButtonProps extends Omit<
  ComponentProps<'button'>,
  'children' | 'disabled' | 'onClick'
> {
  readonly icon: LucideIcon;
  /** Accessible name and tooltip; stands beside the icon in density Stor. */
  readonly label: string;
  readonly keys?: string;
  /** Given for a button that stays down (star, play). */
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress?: (event: MouseEvent<HTMLButtonElement>) => void;
}

export function IconButton(props: IconButtonProps) {
  const { icon, label, keys, isPressed, isDisabled, onPress, className, ...rest } = props;
  return (
    <Tooltip text={label} isName {...given({ keys })}>
      <button
        type="button"
        {...rest}
        className={classes('icon-button', className)}
        aria-pressed={isPressed}
        aria-disabled={isDisabled || undefined}
        onClick={(event) => (isDisabled ? event.preventDefault() : onPress?.(event))}
      >
        <Icon of={icon} />
        <span className="icon-button-words">{label}</span>
      </button>
    </Tooltip>
  );
}
