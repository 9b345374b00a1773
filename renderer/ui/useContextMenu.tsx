import { type MouseEvent, type ReactNode, useCallback, useRef, useState } from 'react';
import { Popover } from 'react-aria-components';

import { Menu } from './Menu.tsx';
import type { MenuEntry } from './menuEntries.ts';
import './ContextMenu.css';

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Opened extends Place {
  readonly entries: readonly MenuEntry[];
}

export interface ContextMenu {
  /** For onContextMenu: right-click, Shift F10 and the menu key all arrive here. */
  readonly openFor: (event: MouseEvent, entries: readonly MenuEntry[]) => void;
  /** At any place of the window, in pixels. */
  readonly openAt: (place: Place, entries: readonly MenuEntry[]) => void;
  /** Put this somewhere in the tree. */
  readonly menu: ReactNode;
}

/** One context menu for a whole view; its entries are decided when it opens. Focus returns to where it was. */
export function useContextMenu(label: string): ContextMenu {
  const [opened, setOpened] = useState<Opened | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);

  const openAt = useCallback((place: Place, entries: readonly MenuEntry[]) => {
    if (entries.length > 0) setOpened({ ...place, entries });
  }, []);
  const openFor = useCallback(
    (event: MouseEvent, entries: readonly MenuEntry[]) => {
      event.preventDefault();
      event.stopPropagation();
      const box = event.currentTarget.getBoundingClientRect();
      const isFromKeys = event.clientX === 0 && event.clientY === 0;
      openAt(
        isFromKeys
          ? { x: box.left + 16, y: Math.min(box.bottom, window.innerHeight - 16) }
          : { x: event.clientX, y: event.clientY },
        entries,
      );
    },
    [openAt],
  );

  const menu = opened && (
    <>
      <span
        ref={anchor}
        className="context-menu-anchor"
        style={{ left: opened.x, top: opened.y }}
      />
      <Popover
        className="floating"
        isOpen
        onOpenChange={(isOpen) => !isOpen && setOpened(null)}
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        trigger="MenuTrigger"
        aria-label={label}
      >
        <Menu
          isFocused
          label={label}
          entries={opened.entries.map((entry) =>
            'onAction' in entry
              ? {
                  ...entry,
                  onAction: () => {
                    setOpened(null);
                    entry.onAction();
                  },
                }
              : entry,
          )}
        />
      </Popover>
    </>
  );
  return { openFor, openAt, menu };
}
