import { type RefObject, startTransition, useEffect, useState } from 'react';

import { atRest } from './atRest.ts';
import type { MountedChunks } from './useMountedChunks.ts';

/** How far outside the window a chunk is made ready, in heights of the window. */
const ahead = '60%';

const chunkElements = (root: HTMLElement) =>
  [...root.children].filter((child) => child instanceof HTMLElement);

const indexOf = (element: Element) =>
  Number(element instanceof HTMLElement ? element.dataset['chunk'] : -1);

/** The chunks in the window or just outside it, in order; those not drawn yet are drawn now. */
function useNearChunks(
  rootRef: RefObject<HTMLElement | null>,
  count: number,
  { reach, isWatched }: Pick<MountedChunks, 'reach'> & { readonly isWatched: boolean },
): readonly number[] {
  const [near, setNear] = useState<readonly number[]>([]);
  useEffect(() => {
    const root = rootRef.current;
    if (!root || !isWatched) return undefined;
    const inside = new Set<number>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) inside.add(indexOf(target));
          else inside.delete(indexOf(target));
        setNear([...inside].toSorted((a, b) => a - b));
      },
      { root: root.closest('.workspace-content'), rootMargin: `${ahead} 0px` },
    );
    for (const element of chunkElements(root)) observer.observe(element);
    return () => observer.disconnect();
  }, [rootRef, count, isWatched]);
  useEffect(() => near.forEach(reach), [near, reach]);
  return near;
}

/**
 * The chunks that have a margin, in order: those that have been near the window, and the others one by one when the
 * window has nothing else to do, so that scrolling finds nothing left to draw.
 */
export function useMargins(
  rootRef: RefObject<HTMLElement | null>,
  count: number,
  mounting: MountedChunks,
): readonly number[] {
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(new Set());
  const near = useNearChunks(rootRef, count, {
    reach: mounting.reach,
    isWatched: drawn.size < count,
  });
  const isAllMounted = mounting.mounted.size >= count;
  useEffect(() => {
    if (!isAllMounted || drawn.size >= count) return undefined;
    const next = Array.from({ length: count }, (_, index) => index).find(
      (index) => !drawn.has(index),
    );
    return atRest(() =>
      startTransition(() => setDrawn((before) => new Set([...before, next!]))),
    );
  }, [drawn, count, isAllMounted]);
  if (near.some((index) => !drawn.has(index))) setDrawn(new Set([...drawn, ...near]));
  return [...drawn].toSorted((a, b) => a - b);
}

/** Calls when a chunk changes its size: its own words wrap anew, and those below it stand elsewhere. */
export function useChunkSizes(
  rootRef: RefObject<HTMLElement | null>,
  count: number,
  onChange: (changed: ReadonlySet<number>) => void,
): void {
  useEffect(() => {
    const root = rootRef.current;
    if (!root) return undefined;
    const observer = new ResizeObserver((entries) =>
      onChange(new Set(entries.map(({ target }) => indexOf(target)))),
    );
    for (const element of chunkElements(root)) observer.observe(element);
    return () => observer.disconnect();
  }, [rootRef, count, onChange]);
}
