import { Check } from 'lucide-react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  Separator,
} from 'react-aria-components';

import { classes } from './given.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import type { MenuAction, MenuEntry } from './menuEntries.ts';
import './floating.css';

export interface MenuProps {
  /** Accessible name; not needed inside a MenuButton. */
  readonly label?: string;
  readonly entries: readonly MenuEntry[];
}

const isAction = (entry: MenuEntry): entry is MenuAction => 'onAction' in entry;

function Mark({ action }: { readonly action: MenuAction }) {
  if (action.isChecked !== undefined)
    return <span className="option-tick">{action.isChecked && <Icon of={Check} />}</span>;
  if (action.mark) return action.mark;
  return action.icon ? <Icon of={action.icon} /> : null;
}

function MenuEntryItem({ action }: { readonly action: MenuAction }) {
  return (
    <MenuItem
      className={classes('option', action.isDanger && 'option-danger')}
      id={action.id}
      textValue={action.words}
      isDisabled={action.isDisabled ?? false}
    >
      <Mark action={action} />
      <span className="option-words">
        {action.words}
        {action.description && (
          <span className="option-description">{action.description}</span>
        )}
      </span>
      {action.keys && <Kbd keys={action.keys} />}
    </MenuItem>
  );
}

/** The list itself, to stand in a popover of the caller's; see MenuButton and useContextMenu. */
export function Menu({ label, entries }: MenuProps) {
  const checked = entries.filter((entry) => isAction(entry) && entry.isChecked);
  return (
    <AriaMenu
      className="floating-list"
      {...(label ? { 'aria-label': label } : {})}
      selectedKeys={checked.map((entry) => entry.id)}
      selectionMode={
        entries.some((entry) => isAction(entry) && entry.isChecked !== undefined)
          ? 'multiple'
          : 'none'
      }
      shouldCloseOnSelect
      onAction={(key) => {
        const entry = entries.find(({ id }) => id === key);
        if (entry && isAction(entry)) entry.onAction();
      }}
    >
      {entries.map((entry) => {
        if (isAction(entry)) return <MenuEntryItem key={entry.id} action={entry} />;
        if ('separator' in entry)
          return <Separator key={entry.id} id={entry.id} className="option-separator" />;
        return (
          <MenuSection key={entry.id} id={entry.id}>
            <Header className="option-heading">{entry.heading}</Header>
          </MenuSection>
        );
      })}
    </AriaMenu>
  );
}
