import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface MenuAction {
  readonly id: string;
  readonly words: string;
  readonly icon?: LucideIcon;
  /** A swatch or other mark instead of an icon. */
  readonly mark?: ReactNode;
  readonly keys?: string;
  readonly description?: string;
  readonly isDisabled?: boolean;
  readonly isDanger?: boolean;
  /** Given for a choice that is on or off. */
  readonly isChecked?: boolean;
  readonly onAction: () => void;
}

export interface MenuHeading {
  readonly id: string;
  readonly heading: string;
}

export interface MenuSeparator {
  readonly id: string;
  readonly separator: true;
}

export type MenuEntry = MenuAction | MenuHeading | MenuSeparator;
