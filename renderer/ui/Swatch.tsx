import { classes } from './given.ts';
import './Swatch.css';

export interface SwatchProps {
  /** Slot from 1; 9–16 repeat the eight with a hollow shape. Null: unplaced, a dashed ring. */
  readonly slot: number | null;
  /** Pixels at 100 % text size, 10–12. */
  readonly size?: number;
  readonly className?: string;
}

export const swatchSlots = 8;

/** Slots in the order they are given out to new nodes. */
export const slotOrder = [1, 5, 2, 7, 3, 4, 6, 8] as const;

const solid = [
  <circle key="disc" cx="6" cy="6" r="5" />,
  <rect key="square" x="1.4" y="1.4" width="9.2" height="9.2" />,
  <path key="up" d="M6 .8 11.4 11H.6z" />,
  <path key="diamond" d="M6 .4 11.6 6 6 11.6.4 6z" />,
  <path key="down" d="M.6 1h10.8L6 11.2z" />,
  <path key="plus" d="M0 4.2h4.2V0h3.6v4.2H12v3.6H7.8V12H4.2V7.8H0z" />,
  <circle key="ring" className="swatch-ring" cx="6" cy="6" r="3.8" />,
  <path key="bars" d="M0 2h12v3H0zm0 5h12v3H0z" />,
];

/** The same outlines drawn inside the box; the ring, hollow already, gets a dot. */
const hollow = [
  <circle key="disc" cx="6" cy="6" r="4.3" />,
  <rect key="square" x="2" y="2" width="8" height="8" />,
  <path key="up" d="M6 2.4 10.2 10.3H1.8z" />,
  <path key="diamond" d="M6 1.4 10.6 6 6 10.6 1.4 6z" />,
  <path key="down" d="M1.8 1.7h8.4L6 9.6z" />,
  <path key="plus" d="M.7 4.9h4.2V.7h2.2v4.2h4.2v2.2H7.1v4.2H4.9V7.1H.7z" />,
  <g key="ring">
    <circle cx="6" cy="6" r="5" />
    <circle className="swatch-dot" cx="6" cy="6" r="1.8" />
  </g>,
  <path key="bars" d="M.6 2.4h10.8v2.2H.6zm0 5h10.8v2.2H.6z" />,
];

/**
 * Classes that draw the same before a text without an element of their own, for lists of which much is drawn at
 * once; null where the shape is hollow, which only <Swatch> can draw.
 */
export function swatchBefore(slot: number | null): string | null {
  if (slot === null) return 'swatch-before swatch-before-unplaced';
  return slot > swatchSlots ? null : `swatch-before swatch-${slot} swatch-before-${slot}`;
}

export function Swatch({ slot, size = 11, className }: SwatchProps) {
  const place = slot === null ? 0 : (slot - 1) % swatchSlots;
  const isHollow = slot !== null && slot > swatchSlots;
  const rem = `${size / 16}rem`;
  return (
    <svg
      className={classes(
        'swatch',
        slot === null ? 'swatch-unplaced' : `swatch-${place + 1}`,
        isHollow && 'swatch-hollow',
        className,
      )}
      viewBox="0 0 12 12"
      width={rem}
      height={rem}
      aria-hidden
      focusable={false}
    >
      {slot === null ? (
        <circle cx="6" cy="6" r="4.4" />
      ) : (
        (isHollow ? hollow : solid)[place]
      )}
    </svg>
  );
}
