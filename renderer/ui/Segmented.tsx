import { type KeyboardEvent, type ReactNode, useRef } from 'react';

import './Segmented.css';

export interface SegmentedChoice<Value extends string> {
  readonly value: Value;
  readonly words: ReactNode;
}

export interface SegmentedProps<Value extends string> {
  /** Accessible name of the group. */
  readonly label: string;
  readonly choices: readonly SegmentedChoice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** One of a few, all visible: a radio group, one stop for Tab, the arrows choose. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, choices, value, onChange } = props;
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const from = choices.findIndex((choice) => choice.value === value);
    const to = (from + step + choices.length) % choices.length;
    const choice = choices[to];
    if (choice) onChange(choice.value);
    group.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div
      className="segmented"
      role="radiogroup"
      aria-label={label}
      ref={group}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          className="segmented-item"
          aria-checked={choice.value === value}
          tabIndex={choice.value === value ? 0 : -1}
          onClick={() => choice.value !== value && onChange(choice.value)}
        >
          {choice.words}
        </button>
      ))}
    </div>
  );
}
