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
