import { create } from 'zustand';

/** What is to be decided, what is left as it is, passages that wait, and how far each transcript has come. */
export const pseudonymsViews = ['open', 'left', 'waiting', 'transcripts'] as const;
export type PseudonymsView = (typeof pseudonymsViews)[number];

/** Which part of the work is shown; other workspaces lead to one of them. */
export const usePseudonymsView = create<{ readonly view: PseudonymsView }>(() => ({
  view: 'open',
}));
