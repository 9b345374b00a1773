import { create } from 'zustand';

/** How many steps are on their way to the file. */
export const usePendingWrites = create(() => ({ count: 0 }));

const add = (n: number) =>
  usePendingWrites.setState(({ count }) => ({ count: count + n }));

/** Counts the write until it is done or refused. */
export async function whileWriting<T>(write: Promise<T>): Promise<T> {
  add(1);
  try {
    return await write;
  } finally {
    add(-1);
  }
}

const unsaved = new Set<() => Promise<unknown>>();

/** What is typed and is no field's own is saved before the project is left; returns the way to call it off. */
export function saveBeforeLeaving(save: () => Promise<unknown>): () => void {
  unsaved.add(save);
  return () => unsaved.delete(save);
}

export async function saveWhatIsTyped(): Promise<void> {
  await Promise.all([...unsaved].map((save) => save()));
}
