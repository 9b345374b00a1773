import { type RefObject, useEffect } from 'react';

/** How much of an idle moment must be left to lay out one chunk more. */
const enough = 8;
const longest = 500;

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
    let handle = 0;
    const warm = (deadline: IdleDeadline) => {
      do {
        const chunk = root.children[next];
        if (!(chunk instanceof HTMLElement)) return;
        chunk.classList.add('chunk-warm');
        // Now, while it is quiet, instead of in the next frame together with all others.
        chunk.getBoundingClientRect();
        next += 1;
      } while (deadline.timeRemaining() > enough);
      handle = requestIdleCallback(warm, { timeout: longest });
    };
    handle = requestIdleCallback(warm, { timeout: longest });
    return () => cancelIdleCallback(handle);
  }, [rootRef, isAllMounted]);
}
