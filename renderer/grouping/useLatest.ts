import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The value as it is now, for what is called later. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
