import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

import { classes } from './given.ts';
import './Splitter.css';

export interface SplitterProps {
  /** Accessible name: "Bredd på inspektören". */
  readonly label: string;
  /** Width of the pane it sizes, in pixels at 100 % text size. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Double-click and the middle of nowhere come back to this. */
  readonly standard: number;
  readonly onChange: (value: number) => void;
  /** Which side of the splitter the pane stands on. */
  readonly pane: 'before' | 'after';
  /** Id of the pane. */
  readonly controls?: string;
  readonly className?: string;
}

const step = 16;

function keyTarget(key: string, props: SplitterProps): number | null {
  const direction = props.pane === 'before' ? 1 : -1;
  if (key === 'ArrowRight') return props.value + step * direction;
  if (key === 'ArrowLeft') return props.value - step * direction;
  if (key === 'Home') return props.min;
  if (key === 'End') return props.max;
  return null;
}

const textScale = () =>
  (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;

export function Splitter(props: SplitterProps) {
  const drag = useRef<{ x: number; value: number } | null>(null);
  const moveTo = (value: number) => {
    const next = Math.round(Math.min(props.max, Math.max(props.min, value)));
    if (next !== props.value) props.onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const target = keyTarget(event.key, props);
    if (target === null) return;
    event.preventDefault();
    moveTo(target);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, value: props.value };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!drag.current) return;
    const moved = (event.clientX - drag.current.x) / textScale();
    moveTo(drag.current.value + (props.pane === 'before' ? moved : -moved));
  };
  return (
    <div
      className={classes('splitter', `splitter-${props.pane}`, props.className)}
      role="separator"
      aria-orientation="vertical"
      aria-label={props.label}
      aria-controls={props.controls}
      aria-valuenow={props.value}
      aria-valuemin={props.min}
      aria-valuemax={props.max}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onDoubleClick={() => moveTo(props.standard)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = null;
      }}
      onPointerCancel={() => {
        drag.current = null;
      }}
    />
  );
}
