import { type RefObject, useEffect, useState } from 'react';

import type { MountedChunks } from './useMountedChunks.ts';

/** How far outside the window a chunk is made ready, in heights of the window. */
const ahead = '60%';

const chunkElements = (root: HTMLElement) =>
  [...root.children].filter((child) => child instanceof HTMLElement);

const indexOf = (element: Element) =>
  Number(element instanceof HTMLElement ? element.dataset['chunk'] : -1);

/** The chunks in the window or just outside it, in order; those not drawn yet are drawn now. */
export function useNearChunks(
  rootRef: RefObject<HTMLElement | null>,
  count: number,
  { reach }: MountedChunks,
): readonly number[] {
  const [near, setNear] = useState<readonly number[]>([]);
  useEffect(() => {
    const root = rootRef.current;
    if (!root) return undefined;
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
  }, [rootRef, count]);
  useEffect(() => near.forEach(reach), [near, reach]);
  return near;
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
