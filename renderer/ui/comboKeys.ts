import type { KeyboardEvent } from 'react';

import type { ComboBoxProps } from './ComboBox.tsx';
import type { ComboRow } from './comboRows.ts';

export interface ComboKeys<Item> {
  readonly props: ComboBoxProps<Item>;
  readonly typed: string;
  readonly isOpen: boolean;
  readonly active: ComboRow<Item> | null;
  readonly open: () => void;
  readonly close: () => void;
  /** Empties what is typed. */
  readonly empty: () => void;
  readonly take: (row: ComboRow<Item>) => void;
  readonly move: (direction: 1 | -1) => void;
}

function onEnter<Item>(event: KeyboardEvent, keys: ComboKeys<Item>): boolean {
  const { props, active, typed } = keys;
  const isDone = event.ctrlKey || event.metaKey;
  if (active) keys.take(active);
  if (isDone && props.onCtrlEnter) {
    keys.close();
    props.onCtrlEnter();
  } else if (!active && typed === '' && props.onEnterEmpty) {
    keys.close();
    props.onEnterEmpty();
  }
  return true;
}

function onEscape<Item>({ typed, isOpen, empty, close }: ComboKeys<Item>): boolean {
  if (typed !== '') empty();
  else if (isOpen) close();
  else return false;
  return true;
}

function onArrow<Item>(event: KeyboardEvent, keys: ComboKeys<Item>): boolean {
  const { isOpen, open, close, move } = keys;
  const isDown = event.key === 'ArrowDown';
  if (event.altKey && !isDown) close();
  else if (!isOpen) open();
  else if (!event.altKey) move(isDown ? 1 : -1);
  return true;
}

function onBackspace<Item>({ props, typed }: ComboKeys<Item>): boolean {
  const last = props.chosen?.at(-1);
  if (typed !== '' || last === undefined || !props.onRemove) return false;
  props.onRemove(last);
  return true;
}

/** The keys of a ComboBox's input; a key that it uses goes no further. */
export function comboKeys<Item>(keys: ComboKeys<Item>): (event: KeyboardEvent) => void {
  const handlers: Readonly<Record<string, (event: KeyboardEvent) => boolean>> = {
    Enter: (event) => onEnter(event, keys),
    Escape: () => onEscape(keys),
    ArrowDown: (event) => onArrow(event, keys),
    ArrowUp: (event) => onArrow(event, keys),
    Backspace: (event) => !event.repeat && onBackspace(keys),
  };
  return (event) => {
    if (event.nativeEvent.isComposing || !handlers[event.key]?.(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
