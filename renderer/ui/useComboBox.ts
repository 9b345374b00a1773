import {
  type ChangeEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

import { announce } from './announce.ts';
import type { ComboBoxProps } from './ComboBox.tsx';
import { comboKeys } from './comboKeys.ts';
import { type ComboRow, findRows, type FoundRows, noRows, stepRow } from './comboRows.ts';

export interface ComboState<Item> extends FoundRows<Item> {
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

const always = () => true;
const announceAfter = 500;

/** Says how many rows there are once the typing has paused. */
function useAnnouncedCount(typed: string, sentence: string): void {
  const latest = useRef(sentence);
  useEffect(() => {
    latest.current = sentence;
  });
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed !== '') announce(latest.current);
    }, announceAfter);
    return () => clearTimeout(timer);
  }, [typed]);
}

function useRows<Item>(
  props: ComboBoxProps<Item>,
  typed: string,
  isOpen: boolean,
): FoundRows<Item> {
  const { search, create, limit = 30 } = props;
  const isOffered = create && (create.isOffered ?? always);
  return useMemo(
    () => (isOpen ? findRows({ search, isOffered, limit }, typed) : noRows),
    [isOpen, typed, search, isOffered, limit],
  );
}

/** Typed text, open list and active row of a ComboBox, with its keys. */
export function useComboBox<Item>(props: ComboBoxProps<Item>): ComboState<Item> {
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const typed = text.trim();
  const { rows, left } = useRows(props, typed, isOpen);
  useAnnouncedCount(typed, props.words.found(rows.length + left));

  const type = (next: string) => {
    setText(next);
    setActive(next.trim() === '' ? null : 0);
  };
  const open = () => !isOpen && setIsOpen(true);
  const close = () => {
    setIsOpen(false);
    setActive(null);
  };
  const take = (row: ComboRow<Item>) => {
    type('');
    if (props.chosen === undefined) close();
    if (row.kind === 'create') props.create?.onCreate(typed);
    else props.onChoose(row.item);
  };
  const activeRow = active !== null ? (rows[active] ?? null) : null;
  const move = (direction: 1 | -1) => setActive(stepRow(active, rows.length, direction));
  const empty = () => type('');
  const keys = {
    props,
    typed,
    isOpen,
    active: activeRow,
    open,
    close,
    empty,
    take,
    move,
  };

  return {
    rows,
    left,
    typed,
    active: activeRow === null ? null : active,
    isOpen,
    setActive,
    take,
    close,
    inputProps: {
      ref: props.controlRef,
      value: text,
      onChange: (event) => {
        open();
        type(event.currentTarget.value);
      },
      onKeyDown: comboKeys(keys),
      onFocus: () => (props.opensOnFocus ?? true) && open(),
      onClick: open,
      onBlur: close,
    },
  };
}
