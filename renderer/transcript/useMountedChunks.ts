import { startTransition, useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Chunks drawn in one idle moment. */
const together = 3;

function nearest(count: number, mounted: ReadonlySet<number>, middle: number): number[] {
  const next: number[] = [];
  for (let away = 0; away < count && next.length < together; away += 1)
    for (const index of new Set([middle + away, middle - away]))
      if (index >= 0 && index < count && !mounted.has(index)) next.push(index);
  return next;
}

const idle =
  typeof requestIdleCallback === 'function'
    ? (work: () => void) => {
        const handle = requestIdleCallback(work, { timeout: 200 });
        return () => cancelIdleCallback(handle);
      }
    : (work: () => void) => {
        const handle = setTimeout(work, 16);
        return () => clearTimeout(handle);
      };

export interface MountedChunks {
  readonly mounted: ReadonlySet<number>;
  /** Draws a chunk at once. */
  readonly reach: (index: number) => void;
}

/** First the chunk that is looked at, then outwards from it while the window has nothing else to do, until all stand in the document. */
export function useMountedChunks(count: number, first: number): MountedChunks {
  const [middle, setMiddle] = useState(first);
  const [mounted, setMounted] = useState<ReadonlySet<number>>(() => new Set([first]));

  useEffect(() => {
    if (mounted.size >= count) return undefined;
    return idle(() =>
      startTransition(() =>
        setMounted((before) => new Set([...before, ...nearest(count, before, middle)])),
      ),
    );
  }, [count, mounted, middle]);

  const reach = useCallback(
    (index: number) => {
      if (mounted.has(index)) return;
      flushSync(() => {
        setMiddle(index);
        setMounted((before) => new Set([...before, index]));
      });
    },
    [mounted],
  );
  return { mounted, reach };
}
