import {
  type ChangeEvent,
  type KeyboardEvent,
  type RefObject,
  useMemo,
  useState,
} from 'react';

import { announce } from './announce.ts';
import type { ComboBoxProps } from './ComboBox.tsx';

export type ComboRow<Item> =
  { readonly kind: 'item'; readonly item: Item } | { readonly kind: 'create' };

export interface ComboState<Item> {
  readonly rows: readonly ComboRow<Item>[];
  /** Found but not shown. */
  readonly left: number;
  readonly typed: string;
  readonly active: number | null;
  readonly isOpen: boolean;
  readonly setActive: (index: number) => void;
  readonly take: (row: ComboRow<Item>) => void;
  readonly close: () => void;
  readonly inputProps: {
    readonly ref: RefObject<HTMLInputElement | null> | undefined;
    readonly value: string;
    readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
    readonly onFocus: () => void;
    readonly onClick: () => void;
    readonly onBlur: () => void;
  };
}

interface Found<Item> {
  readonly rows: readonly ComboRow<Item>[];
  readonly left: number;
}

function findRows<Item>(props: ComboBoxProps<Item>, typed: string): Found<Item> {
  const { create, limit = 50 } = props;
  const found = props.search(typed);
  const rows: ComboRow<Item>[] = found
    .slice(0, limit)
    .map((item) => ({ kind: 'item', item }));
  if (create && typed !== '' && (create.isOffered?.(typed) ?? true))
    rows.push({ kind: 'create' });
  return { rows, left: Math.max(0, found.length - limit) };
}

const none: Found<never> = { rows: [], left: 0 };

function step(active: number | null, count: number, direction: 1 | -1): number | null {
  if (count === 0) return null;
  if (active === null) return direction === 1 ? 0 : count - 1;
  return (active + direction + count) % count;
}

/** Typed text, open list and active row of a ComboBox, with its keys. */
export function useComboBox<Item>(props: ComboBoxProps<Item>): ComboState<Item> {
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const typed = text.trim();
  const { search, chosen, create, limit } = props;
  const { rows, left } = useMemo(
    () => (isOpen ? findRows(props, typed) : none),
    // The row's own words do not change which rows there are.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [isOpen, typed, search, chosen, create?.isOffered, limit],
  );

  const close = () => {
    setIsOpen(false);
    setActive(null);
  };
  const take = (row: ComboRow<Item>) => {
    setText('');
    setActive(null);
    if (props.chosen === undefined) setIsOpen(false);
    if (row.kind === 'create') props.create?.onCreate(typed);
    else props.onChoose(row.item);
  };
  const open = () => !isOpen && setIsOpen(true);
  const type = (next: string) => {
    setText(next);
    setIsOpen(true);
    setActive(next.trim() === '' ? null : 0);
    const found = findRows(props, next.trim());
    announce(props.words.found(found.rows.length + found.left));
  };
  const onKeyDown = comboKeys({
    props,
    typed,
    isOpen,
    active: active !== null ? (rows[active] ?? null) : null,
    open,
    close,
    take,
    empty: () => {
      setText('');
      setActive(null);
    },
    move: (direction) => setActive(step(active, rows.length, direction)),
  });

  return {
    rows,
    left,
    typed,
    active: active !== null && active < rows.length ? active : null,
    isOpen,
    setActive,
    take,
    close,
    inputProps: {
      ref: props.controlRef,
      value: text,
      onChange: (event) => type(event.currentTarget.value),
      onKeyDown,
      onFocus: () => (props.opensOnFocus ?? true) && open(),
      onClick: open,
      onBlur: close,
    },
  };
}

interface ComboKeys<Item> {
  readonly props: ComboBoxProps<Item>;
  readonly typed: string;
  readonly isOpen: boolean;
  readonly active: ComboRow<Item> | null;
  readonly open: () => void;
  readonly close: () => void;
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

function comboKeys<Item>(keys: ComboKeys<Item>): (event: KeyboardEvent) => void {
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
