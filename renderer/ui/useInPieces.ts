import { useEffect, useState } from 'react';

/** The beginning of a long list, and a piece more each time the window has had a moment: keys are heard in between. */
export function useInPieces<Item>(all: readonly Item[], piece = 20): readonly Item[] {
  const [shown, setShown] = useState(piece);
  const isWhole = shown >= all.length;
  useEffect(() => {
    if (isWhole) return undefined;
    const timer = setTimeout(() => setShown((count) => count + piece), 20);
    return () => clearTimeout(timer);
  }, [shown, isWhole, piece]);
  return isWhole ? all : all.slice(0, shown);
}
