import { create } from 'zustand';

export const findWays = ['exact', 'endings', 'inside'] as const;
export type FindWay = (typeof findWays)[number];

/** What is looked for in the open transcript; kept while one goes from one to another. */
export interface FindState {
  readonly isOpen: boolean;
  readonly text: string;
  readonly way: FindWay;
  readonly onlyParticipants: boolean;
  /** Counts up when the field is asked for. */
  readonly asked: number;
}

export const useFindState = create<FindState>(() => ({
  isOpen: false,
  text: '',
  way: 'exact',
  onlyParticipants: false,
  asked: 0,
}));

/** Paints these words in the transcript that is opened next, with the bar to walk among them. */
export function findInTranscript(text: string, way: FindWay): void {
  useFindState.setState({ isOpen: true, text, way, onlyParticipants: false });
}
