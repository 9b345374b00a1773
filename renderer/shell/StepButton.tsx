import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react';

import { classes, given } from '../ui/given.ts';
import { Icon } from '../ui/Icon.tsx';
import type { MenuEntry } from '../ui/menuEntries.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import { useContextMenu } from '../ui/useContextMenu.tsx';

const longPress = 500;

export interface StepButtonProps {
  readonly icon: LucideIcon;
  /** Accessible name and tooltip: "Ångra: Koda med oro av ovisshet". */
  readonly name: string;
  readonly keys?: string;
  /** Visible beside the icon. */
  readonly words?: ReactNode;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
  /** For right-click, a long press and Alt ↓. */
  readonly menu?: {
    readonly label: string;
    readonly entries: () => Promise<readonly MenuEntry[]>;
  };
}

/** Undo or redo: a press does one step, a long press shows many. Pressing never takes the focus from a field. */
export function StepButton(props: StepButtonProps) {
  const { menu, isDisabled, onPress } = props;
  const context = useContextMenu(menu?.label ?? props.name);
  const held = useRef<{ timer?: ReturnType<typeof setTimeout>; isOver: boolean }>({
    isOver: false,
  });
  const open = async (button: HTMLElement) => {
    const entries = (await menu?.entries()) ?? [];
    const box = button.getBoundingClientRect();
    context.openAt({ x: box.left, y: box.bottom + 4 }, entries);
  };
  const onDown = (event: MouseEvent<HTMLButtonElement>) => {
    // The field that is being typed in keeps its focus, and so its own undo.
    event.preventDefault();
    const button = event.currentTarget;
    held.current.isOver = false;
    if (event.button !== 0 || !menu) return;
    held.current.timer = setTimeout(() => {
      held.current.isOver = true;
      void open(button);
    }, longPress);
  };
  const stop = () => clearTimeout(held.current.timer);
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (!menu || !event.altKey || event.key !== 'ArrowDown') return;
    event.preventDefault();
    void open(event.currentTarget);
  };
  return (
    <>
      <Tooltip text={props.name} {...given({ keys: props.keys })}>
        <button
          type="button"
          className={classes(
            'button button-standard button-quiet',
            props.words === undefined && 'step-button-bare',
          )}
          aria-label={props.name}
          aria-disabled={isDisabled || undefined}
          onMouseDown={onDown}
          onMouseUp={stop}
          onMouseLeave={stop}
          onKeyDown={onKeyDown}
          onContextMenu={(event) => {
            event.preventDefault();
            void open(event.currentTarget);
          }}
          onClick={() => !isDisabled && !held.current.isOver && onPress()}
        >
          <Icon of={props.icon} />
          {props.words !== undefined && (
            <span className="button-words">{props.words}</span>
          )}
        </button>
      </Tooltip>
      {context.menu}
    </>
  );
}
