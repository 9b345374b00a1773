import { ChevronDown, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { MenuTrigger, Popover, Pressable } from 'react-aria-components';

import { classes } from './given.ts';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';
import type { MenuEntry } from './menuEntries.ts';
import './Button.css';
import './IconButton.css';

export interface MenuButtonProps {
  /** Visible words; with `icon` and `isIconOnly` the accessible name. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly icon?: LucideIcon;
  /** Only the icon is seen ("…"); in density Stor the words too. */
  readonly isIconOnly?: boolean;
  readonly kind?: 'ordinary' | 'quiet';
  readonly className?: string;
  /** Instead of the words, inside the button. */
  readonly children?: ReactNode;
  /** press: click opens; longPress: click does onPress, and long press or Alt ↓ opens. */
  readonly trigger?: 'press' | 'longPress';
}

export function MenuButton(props: MenuButtonProps) {
  const { label, entries, icon, isIconOnly = false, kind = 'ordinary' } = props;
  return (
    <MenuTrigger trigger={props.trigger ?? 'press'}>
      <Pressable>
        <button
          type="button"
          className={classes(
            isIconOnly ? 'icon-button' : `button button-standard button-${kind}`,
            props.className,
          )}
        >
          {icon && <Icon of={icon} />}
          <span className={isIconOnly ? 'icon-button-words' : 'button-words'}>
            {props.children ?? label}
          </span>
          {!isIconOnly && <Icon of={ChevronDown} />}
        </button>
      </Pressable>
      <Popover className="floating" offset={4} placement="bottom start">
        <Menu entries={entries} label={label} />
      </Popover>
    </MenuTrigger>
  );
}
