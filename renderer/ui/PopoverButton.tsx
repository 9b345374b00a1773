import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover, Pressable } from 'react-aria-components';

import { classes } from './given.ts';
import { Icon } from './Icon.tsx';
import './Button.css';
import './floating.css';
import './PopoverButton.css';

export interface PopoverButtonProps {
  /** Accessible name of button and popover; visible unless `children` is given. */
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly kind?: 'ordinary' | 'quiet';
  /** What the button shows instead of its label ("Aa"); must be part of the label or be hidden from it. */
  readonly face?: ReactNode;
  readonly className?: string;
  /** The content. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

export function PopoverButton(props: PopoverButtonProps) {
  const { label, icon, kind = 'quiet', face, className, children } = props;
  return (
    <DialogTrigger>
      <Pressable>
        <button
          type="button"
          className={classes('button', 'button-standard', `button-${kind}`, className)}
          aria-label={face === undefined ? undefined : label}
        >
          {icon && <Icon of={icon} />}
          {face ?? <span className="button-words">{label}</span>}
        </button>
      </Pressable>
      <Popover className="floating" offset={4}>
        <Dialog className="popover-dialog" aria-label={label}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
