import type { Pointer } from './landing.ts';

const edge = 48;
const fastest = 18;

/** Pixels per frame: the nearer the edge, the faster. */
function speed(distance: number): number {
  return distance >= edge ? 0 : Math.ceil(fastest * (1 - Math.max(0, distance) / edge));
}

function pull(start: number, end: number, at: number): number {
  return speed(end - at) - speed(at - start);
}

/** Scrolls whatever is near its edge under the pointer; says whether anything moved. */
export function scrollNear(pointer: Pointer, boxes: readonly HTMLElement[]): boolean {
  let hasMoved = false;
  const x = Math.min(Math.max(pointer.x, 1), window.innerWidth - 1);
  const y = Math.min(Math.max(pointer.y, 1), window.innerHeight - 1);
  for (const box of boxes) {
    const { left, right, top, bottom } = box.getBoundingClientRect();
    if (x < left || x > right || y < top - edge || y > bottom + edge) continue;
    const before = [box.scrollLeft, box.scrollTop];
    box.scrollBy(pull(left, right, x), pull(top, bottom, y));
    hasMoved ||= before[0] !== box.scrollLeft || before[1] !== box.scrollTop;
  }
  return hasMoved;
}

/** The parts of the window that may scroll while something is carried. */
export function scrollBoxes(): readonly HTMLElement[] {
  return [
    ...document.querySelectorAll<HTMLElement>('[data-autoscroll], .inspector-body'),
  ];
}
