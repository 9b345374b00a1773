import { classes } from './given.ts';
import { swatchClass, swatchPath } from './swatchShapes.ts';
import './Swatch.css';

export interface SwatchProps {
  /** Slot from 1; 9–16 repeat the eight with a hollow shape. Null: unplaced, a dashed ring. */
  readonly slot: number | null;
  /** Pixels at 100 % text size, 10–12. */
  readonly size?: number;
  readonly className?: string;
}

export function Swatch({ slot, size = 11, className }: SwatchProps) {
  const rem = `${size / 16}rem`;
  return (
    <svg
      className={classes(swatchClass(slot), className)}
      viewBox="0 0 12 12"
      width={rem}
      height={rem}
      aria-hidden
      focusable={false}
    >
      <path d={swatchPath(slot)} />
    </svg>
  );
}
