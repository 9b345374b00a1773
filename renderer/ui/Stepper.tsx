import { Minus, Plus } from 'lucide-react';

import { Icon } from './Icon.tsx';
import './Stepper.css';

export interface StepperProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value as a person reads it: "120 %", "18 px". */
  readonly words: (value: number) => string;
  readonly lessLabel: string;
  readonly moreLabel: string;
  readonly onChange: (value: number) => void;
}

/** A number by small steps: text size, line length. */
export function Stepper(props: StepperProps) {
  const { label, value, min, max, step, words, lessLabel, moreLabel, onChange } = props;
  const to = (next: number) => {
    const kept = Math.min(max, Math.max(min, Math.round(next / step) * step));
    if (kept !== value) onChange(kept);
  };
  return (
    <div className="stepper" role="group" aria-label={label}>
      <span className="stepper-label">{label}</span>
      <button
        type="button"
        className="stepper-button"
        aria-label={lessLabel}
        aria-disabled={value <= min || undefined}
        onClick={() => to(value - step)}
      >
        <Icon of={Minus} />
      </button>
      <output className="stepper-value">{words(value)}</output>
      <button
        type="button"
        className="stepper-button"
        aria-label={moreLabel}
        aria-disabled={value >= max || undefined}
        onClick={() => to(value + step)}
      >
        <Icon of={Plus} />
      </button>
    </div>
  );
}
