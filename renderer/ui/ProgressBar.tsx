import { useId } from 'react';

import { Button } from './Button.tsx';
import './ProgressBar.css';

export interface ProgressBarProps {
  /** "Läser in 3 av 12 filer" */
  readonly words: string;
  readonly value: number;
  readonly max: number;
  /** Offered after three seconds by the caller; leaves things as they were. */
  readonly onCancel?: () => void;
  readonly cancelLabel?: string;
}

export function ProgressBar(props: ProgressBarProps) {
  const { words, value, max, onCancel, cancelLabel } = props;
  const id = useId();
  return (
    <div className="progress-bar">
      <span id={id} className="progress-bar-words">
        {words}
      </span>
      <progress
        className="progress-bar-track"
        aria-labelledby={id}
        max={max}
        value={value}
      />
      {onCancel && (
        <Button kind="quiet" onPress={onCancel}>
          {cancelLabel}
        </Button>
      )}
    </div>
  );
}
