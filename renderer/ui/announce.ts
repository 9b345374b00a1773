export type Politeness = 'polite' | 'assertive';

export interface Announcement {
  readonly id: number;
  readonly text: string;
  readonly politeness: Politeness;
}

const repeatWithin = 500;
const spokenFor = 1200;

let queue: Announcement[] = [];
let listeners: (() => void)[] = [];
let recent = new Map<string, number>();
let nextId = 1;
let timer: ReturnType<typeof setTimeout> | null = null;

const tell = () => {
  for (const listener of listeners) listener();
};

function advance(): void {
  queue = queue.slice(1);
  timer = queue.length > 0 ? setTimeout(advance, spokenFor) : null;
  tell();
}

/**
 * Says one sentence through the live region. Messages wait for each other; an assertive one goes before the polite
 * ones that wait; the same text within half a second is said once.
 */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  const now = performance.now();
  const before = recent.get(text);
  recent = new Map([...recent].filter(([, at]) => now - at < repeatWithin));
  if (text === '' || (before !== undefined && now - before < repeatWithin)) return;
  recent.set(text, now);
  const announcement = { id: nextId, text, politeness };
  nextId += 1;
  const [spoken, ...waiting] = queue;
  queue =
    spoken && politeness === 'assertive'
      ? [spoken, announcement, ...waiting]
      : [...queue, announcement];
  timer ??= setTimeout(advance, spokenFor);
  tell();
}

export function subscribeToAnnouncements(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}

export const spokenNow = (): Announcement | null => queue[0] ?? null;
