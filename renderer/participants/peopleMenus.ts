import {
  ArrowDownAZ,
  ArrowUpAZ,
  ClipboardPaste,
  Copy,
  Eraser,
  EyeOff,
  type LucideIcon,
  Merge,
  MoveLeft,
  MoveRight,
  Pencil,
  Trash2,
  UserMinus,
  UserX,
} from 'lucide-react';

import type { UsedAttribute } from '../../shared/domain/attribute.ts';
import type { Say } from '../../shared/words/words.ts';
import { call } from '../api.ts';
import { announce } from '../ui/announce.ts';
import type { MenuEntry } from '../ui/menuEntries.ts';
import { idOf, isEditable, type PeopleColumn, sayColumn } from './peopleColumns.ts';
import { inOrderOfNames, usePeopleSort } from './sortPeople.ts';
import type { Shown } from './shown.ts';
import type { PeopleActs } from './usePeopleActs.ts';
import type { PeopleGrid } from './usePeopleGrid.ts';

interface Menus {
  readonly say: Say;
  readonly grid: PeopleGrid;
  readonly acts: PeopleActs;
  readonly show: (shown: Shown) => void;
}

function moveEntries(
  { say, grid, acts }: Menus,
  { id: attributeId }: UsedAttribute,
): readonly MenuEntry[] {
  const order = grid.columns.flatMap((one) =>
    one.kind === 'attribute' ? [one.attribute.id] : [],
  );
  const at = order.indexOf(attributeId);
  const move = (to: number) =>
    void acts.attempt(() =>
      call('attributes.move', { attributeId, after: order[to] ?? null }),
    );
  return [
    {
      id: 'earlier',
      words: say('people.menu.earlier'),
      icon: MoveLeft,
      isDisabled: at === 0,
      onAction: () => move(at - 2),
    },
    {
      id: 'later',
      words: say('people.menu.later'),
      icon: MoveRight,
      isDisabled: at === order.length - 1,
      onAction: () => move(at + 1),
    },
  ];
}

/** How the rows are sorted, for whoever reads as well. */
function sortEntries({ say }: Menus, column: PeopleColumn): readonly MenuEntry[] {
  const columnId = idOf(column);
  const now = usePeopleSort.getState();
  const entry = (id: 'ascending' | 'descending', icon: LucideIcon): MenuEntry => {
    const isDescending = id === 'descending';
    const isChosen = now.columnId === columnId && now.isDescending === isDescending;
    return {
      id,
      words: say(`people.menu.${id}`),
      icon,
      isChecked: isChosen,
      onAction: () => {
        usePeopleSort.setState(isChosen ? inOrderOfNames : { columnId, isDescending });
        announce(
          isChosen
            ? say('people.sorted.names')
            : say(`people.sorted.${id}`, { name: sayColumn(say, column) }),
        );
      },
    };
  };
  return [entry('ascending', ArrowDownAZ), entry('descending', ArrowUpAZ)];
}

/** What can be done with a column: sorting by any, and the rest with those of attributes, which are the analyst's. */
export function headEntries(menus: Menus, column: PeopleColumn): readonly MenuEntry[] {
  const sorting = sortEntries(menus, column);
  if (menus.grid.isReadOnly || column.kind !== 'attribute') return sorting;
  return [
    ...sorting,
    { id: 'attribute', separator: true },
    ...attributeEntries(menus, column.attribute),
  ];
}

function attributeEntries(menus: Menus, attribute: UsedAttribute): readonly MenuEntry[] {
  const { say, acts, show } = menus;
  const { id: attributeId, name, isHidden } = attribute;
  return [
    {
      id: 'change',
      words: say('people.menu.change'),
      icon: Pencil,
      onAction: () => show({ kind: 'attribute', attribute }),
    },
    {
      id: 'merge',
      words: say('people.menu.merge'),
      icon: Merge,
      onAction: () => show({ kind: 'merge', attribute }),
    },
    { id: 'places', separator: true },
    ...moveEntries(menus, attribute),
    { id: 'taking away', separator: true },
    {
      id: 'hide',
      words: say('people.menu.hide'),
      icon: EyeOff,
      isChecked: isHidden,
      onAction: () =>
        void acts.attempt(() =>
          call('attributes.describe', { attributeId, isHidden: !isHidden }),
        ),
    },
    { id: 'gone', separator: true },
    {
      id: 'remove',
      words: say('people.menu.remove'),
      icon: Trash2,
      isDanger: true,
      onAction: () =>
        void acts.attempt(async () => {
          await call('attributes.remove', { attributeId });
          announce(say('people.removedAttribute', { name }));
        }),
    },
  ];
}

function textEntries({ say, grid, acts }: Menus): readonly MenuEntry[] {
  const column = grid.columns[grid.active.column];
  const copy: MenuEntry = {
    id: 'copy',
    words: say('people.menu.copy'),
    icon: Copy,
    keys: 'Ctrl C',
    onAction: () => void acts.copy(),
  };
  if (grid.isReadOnly) return [copy];
  return [
    {
      id: 'edit',
      words: say('people.menu.edit'),
      icon: Pencil,
      keys: 'F2',
      isDisabled: !column || !isEditable(column),
      onAction: () => void grid.edit(),
    },
    copy,
    {
      id: 'paste',
      words: say('people.menu.paste'),
      icon: ClipboardPaste,
      keys: 'Ctrl V',
      onAction: () => void acts.pasteCells(),
    },
    {
      id: 'clear',
      words: say('people.menu.clear'),
      icon: Eraser,
      keys: 'Delete',
      onAction: () => acts.clear(),
    },
  ];
}

/** What can be done with the chosen cells, and with the participant of the active row. */
export function cellEntries(menus: Menus): readonly MenuEntry[] {
  const { say, grid, acts, show } = menus;
  const { person, isReadOnly } = grid;
  if (!person || isReadOnly) return textEntries(menus);
  const name = person.pseudonym;
  return [
    ...textEntries(menus),
    { id: 'person', separator: true },
    {
      id: 'withdraw',
      words: say('people.menu.withdraw'),
      icon: UserMinus,
      isDisabled: person.consent?.status === 'withdrawn',
      onAction: () => show({ kind: 'withdraw', participantId: person.id }),
    },
    {
      id: 'removePerson',
      words: say('people.menu.removePerson', { name }),
      icon: UserX,
      onAction: () =>
        void acts.attempt(async () => {
          await call('participants.remove', { participantId: person.id });
          announce(say('participants.removed', { name }));
        }),
    },
    {
      id: 'erase',
      words: say('people.menu.erase', { name }),
      icon: Trash2,
      isDanger: true,
      onAction: () => show({ kind: 'forget', participantId: person.id }),
    },
  ];
}
