import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';

import { classes } from './given.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import './Button.css';

export interface ButtonProps extends Omit<
  ComponentProps<'button'>,
  'children' | 'disabled' | 'onClick'
> {
  /** primary: the one thing to do here; danger: loss that undo cannot mend. */
  readonly kind?: 'primary' | 'ordinary' | 'quiet' | 'danger' | 'link';
  readonly size?: 'small' | 'standard' | 'large';
  readonly icon?: LucideIcon;
  /** Shown after the words; the key itself is bound elsewhere. */
  readonly keys?: string;
  /** Working: pressing does nothing, focus stays, aria-busy is set. */
  readonly isBusy?: boolean;
  /** Stays focusable, so that focus is never thrown to the page. */
  readonly isDisabled?: boolean;
  readonly onPress?: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly children: ReactNode;
}

export function Button(props: ButtonProps) {
  const { kind = 'ordinary', size = 'standard', icon, keys, children, ...others } = props;
  const { isBusy, isDisabled, onPress, className, ...rest } = others;
  const isIdle = !isBusy && !isDisabled;
  return (
    <button
      type="button"
      {...rest}
      className={classes('button', `button-${kind}`, `button-${size}`, className)}
      aria-busy={isBusy || undefined}
      aria-disabled={!isIdle || undefined}
      onClick={(event) => (isIdle ? onPress?.(event) : event.preventDefault())}
    >
      {icon && <Icon of={icon} />}
      <span className="button-words">{children}</span>
      {keys && <Kbd keys={keys} />}
    </button>
  );
}
