import { type RefObject, useEffect } from 'react';

import { atRest } from './atRest.ts';

/** Milliseconds of one rest that are spent on it. */
const longest = 10;

/**
 * While nothing else is to be done every chunk is laid out, so that scrolling finds nothing left to do. Until then
 * `content-visibility` passes over those out of sight: the first words never wait for the last.
 */
export function useWarmChunks(
  rootRef: RefObject<HTMLElement | null>,
  isAllMounted: boolean,
): void {
  useEffect(() => {
    const root = rootRef.current;
    if (!root || !isAllMounted) return undefined;
    let next = 0;
    let stop = () => {};
    const warm = () => {
      const start = performance.now();
      while (performance.now() - start < longest) {
        const chunk = root.children[next];
        if (!(chunk instanceof HTMLElement)) return;
        chunk.classList.add('chunk-warm');
        // Now, while it is quiet, instead of in the next frame together with all others.
        chunk.getBoundingClientRect();
        next += 1;
      }
      stop = atRest(warm);
    };
    stop = atRest(warm);
    return () => stop();
  }, [rootRef, isAllMounted]);
}
