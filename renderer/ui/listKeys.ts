const page = 8;

/** Where a key leads in a list that is walked with arrows; null for a key that leads nowhere. */
export function indexFrom(key: string, now: number, last: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: now + 1,
    ArrowUp: now - 1,
    PageDown: now + page,
    PageUp: now - page,
    Home: 0,
    End: last,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(0, Math.min(last, to));
}
