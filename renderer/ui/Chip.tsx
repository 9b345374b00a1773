import { X } from 'lucide-react';
import type { ReactNode } from 'react';

import { classes } from './given.ts';
import { Icon } from './Icon.tsx';
import './Chip.css';

export interface ChipProps {
  readonly children: ReactNode;
  /** tinted: a filter that is on; dashed: something that can be added. */
  readonly kind?: 'plain' | 'tinted' | 'dashed';
  /** Makes the chip itself a button. */
  readonly onPress?: () => void;
  /** Gives the chip a cross; needs removeLabel ("Ta bort koden …"). */
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
}

export function Chip({ children, kind = 'plain', ...props }: ChipProps) {
  const { onPress, onRemove, removeLabel } = props;
  const name = classes('chip', `chip-${kind}`, onRemove && 'chip-removable');
  if (onPress && !onRemove)
    return (
      <button type="button" className={classes(name, 'chip-button')} onClick={onPress}>
        {children}
      </button>
    );
  return (
    <span className={name}>
      {onPress ? (
        <button type="button" className="chip-words" onClick={onPress}>
          {children}
        </button>
      ) : (
        <span className="chip-words">{children}</span>
      )}
      {onRemove && (
        <button
          type="button"
          className="chip-remove"
          aria-label={removeLabel}
          onClick={onRemove}
        >
          <Icon of={X} size={14} />
        </button>
      )}
    </span>
  );
}
