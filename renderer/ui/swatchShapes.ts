export const swatchSlots = 8;

/** Slots in the order they are given out to new nodes. */
export const slotOrder = [1, 5, 2, 7, 3, 4, 6, 8] as const;

/** A circle about the middle of the 12 × 12 box, from where the path is: `from` is the x of that. */
function circle(radius: number, from: number | null = null): string {
  const [r, k] = [radius, radius * 0.5523];
  const left = 6 - radius;
  const start = from === null ? `m${left} 6` : `m${left - from} 0`;
  return (
    `${start}c0 ${-k} ${r - k} ${-r} ${r} ${-r}c${k} 0 ${r} ${r - k} ${r} ${r}` +
    `c0 ${k} ${k - r} ${r} ${-r} ${r}c${-k} 0 ${-r} ${k - r} ${-r} ${-r}z`
  );
}

/** In a box of 12 × 12, in relative commands only, so that they can be drawn anywhere in any size. */
const solid = [
  circle(5),
  'm1.4 1.4h9.2v9.2h-9.2z',
  'm6 .8l5.4 10.2h-10.8z',
  'm6 .4l5.6 5.6l-5.6 5.6l-5.6 -5.6z',
  'm.6 1h10.8l-5.4 10.2z',
  'm0 4.2h4.2v-4.2h3.6v4.2h4.2v3.6h-4.2v4.2h-3.6v-4.2h-4.2z',
  circle(3.8),
  'm0 2h12v3h-12zm0 5h12v3h-12z',
];

/** The same outlines drawn inside the box; the ring, hollow already, gets a dot. */
const hollow = [
  circle(4.3),
  'm2 2h8v8h-8z',
  'm6 2.4l4.2 7.9h-8.4z',
  'm6 1.4l4.6 4.6l-4.6 4.6l-4.6 -4.6z',
  'm1.8 1.7h8.4l-4.2 7.9z',
  'm.7 4.9h4.2v-4.2h2.2v4.2h4.2v2.2h-4.2v4.2h-2.2v-4.2h-4.2z',
  `${circle(5)}${circle(1.1, 1)}`,
  'm.6 2.4h10.8v2.2h-10.8zm0 5h10.8v2.2h-10.8z',
];

const unplaced = circle(4.4);
const ringSlot = 7;

/** The outline of a slot's shape as a path from its upper left corner, `size` units wide. */
export function swatchPath(slot: number | null, size = 12): string {
  const place = slot === null ? 0 : (slot - 1) % swatchSlots;
  const shapes = slot !== null && slot > swatchSlots ? hollow : solid;
  const path = slot === null ? unplaced : (shapes[place] ?? unplaced);
  return size === 12
    ? path
    : path.replaceAll(/-?\d*\.?\d+/g, (number) =>
        String(Math.round((Number(number) * size * 100) / 12) / 100),
      );
}

/** Colour and manner of a slot's shape, for Swatch.css. */
export function swatchClass(slot: number | null): string {
  if (slot === null) return 'swatch swatch-unplaced';
  const place = ((slot - 1) % swatchSlots) + 1;
  if (slot > swatchSlots) return `swatch swatch-${place} swatch-hollow`;
  return `swatch swatch-${place}${place === ringSlot ? ' swatch-ring' : ''}`;
}

/**
 * Classes that draw the same before a text without an element of their own, for lists of which much is drawn at
 * once; null where the shape is hollow, which only <Swatch> can draw.
 */
export function swatchBefore(slot: number | null): string | null {
  if (slot === null) return 'swatch-before swatch-before-unplaced';
  return slot > swatchSlots ? null : `swatch-before swatch-${slot} swatch-before-${slot}`;
}
