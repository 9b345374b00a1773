import { create } from 'zustand';

/** Paths of projects whose findings have been read, until the window is closed. */
export const useHidden = create<{ readonly findings: readonly string[] }>(() => ({
  findings: [],
}));

export function hideFindings(path: string): void {
  useHidden.setState(({ findings }) => ({ findings: [...findings, path] }));
}
