import { Check } from 'lucide-react';
import { Fragment } from 'react';
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
  /** Accessible name. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** Takes focus when it appears; a MenuButton sees to that itself. */
  readonly isFocused?: boolean;
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

interface MenuGroup {
  readonly id: string;
  readonly heading?: string;
  readonly isAfterSeparator: boolean;
  /** Its actions are choices that are on or off. */
  readonly isCheckable: boolean;
  readonly actions: readonly MenuAction[];
}

/** Runs of actions between headings and separators; choices and plain actions are apart, since their roles differ. */
function groupsOf(entries: readonly MenuEntry[]): readonly MenuGroup[] {
  const groups: MenuGroup[] = [];
  let opened = null as Pick<MenuGroup, 'heading' | 'isAfterSeparator'> | null;
  for (const entry of entries) {
    if (!isAction(entry)) {
      const isAfterSeparator: boolean =
        'separator' in entry || (opened?.isAfterSeparator ?? false);
      opened =
        'heading' in entry
          ? { heading: entry.heading, isAfterSeparator }
          : { isAfterSeparator };
      continue;
    }
    const isCheckable = entry.isChecked !== undefined;
    const last = groups.at(-1);
    if (last && !opened && last.isCheckable === isCheckable)
      groups[groups.length - 1] = { ...last, actions: [...last.actions, entry] };
    else
      groups.push({
        isAfterSeparator: false,
        ...opened,
        id: `${entry.id} group`,
        isCheckable,
        actions: [entry],
      });
    opened = null;
  }
  return groups;
}

function MenuGroupItems({
  group,
  label,
}: {
  readonly group: MenuGroup;
  readonly label: string;
}) {
  const { heading, isCheckable, actions } = group;
  const items = actions.map((action) => (
    <MenuEntryItem key={action.id} action={action} />
  ));
  if (!heading && !isCheckable) return items;
  return (
    <MenuSection
      id={group.id}
      {...(heading ? {} : { 'aria-label': label })}
      {...(isCheckable
        ? {
            selectionMode: 'multiple',
            selectedKeys: actions.filter((one) => one.isChecked).map((one) => one.id),
          }
        : {})}
    >
      {heading && <Header className="option-heading">{heading}</Header>}
      {items}
    </MenuSection>
  );
}

/** The list itself, to stand in a popover of the caller's; see MenuButton and useContextMenu. */
export function Menu({ label, entries, isFocused = false }: MenuProps) {
  return (
    <AriaMenu
      className="floating-list"
      aria-label={label}
      {...(isFocused ? { autoFocus: 'first' } : {})}
      shouldCloseOnSelect
      onAction={(key) => {
        const entry = entries.find(({ id }) => id === key);
        if (entry && isAction(entry)) entry.onAction();
      }}
    >
      {groupsOf(entries).map((group) => (
        <Fragment key={group.id}>
          {group.isAfterSeparator && <Separator className="option-separator" />}
          <MenuGroupItems group={group} label={label} />
        </Fragment>
      ))}
    </AriaMenu>
  );
}
