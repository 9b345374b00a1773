import type { CodeId } from '../../shared/domain/ids.ts';
import { codeIn, type NodeKey } from './boardLayout.ts';
import type { Pointer } from './landing.ts';

interface Box {
  readonly id: CodeId;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Lasso {
  /** The cards that the rectangle touches, and the rectangle in the window. */
  readonly to: (pointer: Pointer) => {
    readonly ids: readonly CodeId[];
    readonly box: DOMRect;
  };
}

/** A rectangle drawn from a point over the cards of one scrolling part; it stays on the cards when that part scrolls. */
export function startLasso(from: Pointer, ground: HTMLElement): Lasso {
  const scrollAt = { x: ground.scrollLeft, y: ground.scrollTop };
  const cards: Box[] = [...ground.querySelectorAll<HTMLElement>('.code-card')].flatMap(
    (card) => {
      const id = codeIn((card.dataset['node'] ?? null) as NodeKey | null);
      const { left, top, right, bottom } = card.getBoundingClientRect();
      return id ? { id, left, top, right, bottom } : [];
    },
  );
  return {
    to: ({ x, y }) => {
      const dx = ground.scrollLeft - scrollAt.x;
      const dy = ground.scrollTop - scrollAt.y;
      const left = Math.min(from.x, x + dx);
      const right = Math.max(from.x, x + dx);
      const top = Math.min(from.y, y + dy);
      const bottom = Math.max(from.y, y + dy);
      const ids = cards
        .filter(
          (card) =>
            card.left < right &&
            card.right > left &&
            card.top < bottom &&
            card.bottom > top,
        )
        .map((card) => card.id);
      return { ids, box: new DOMRect(left - dx, top - dy, right - left, bottom - top) };
    },
  };
}
