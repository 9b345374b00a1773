import { create } from 'zustand';

export const findWays = ['exact', 'endings', 'inside', 'pattern'] as const;
export type FindWay = (typeof findWays)[number];

/** What is looked for in the open transcript; kept while one goes from one to another. */
export interface FindState {
  readonly isOpen: boolean;
  readonly text: string;
  readonly way: FindWay;
  /** å is also found by a. */
  readonly fold: boolean;
  readonly onlyParticipants: boolean;
  /** Counts up when the field is asked for. */
  readonly asked: number;
}

export const useFindState = create<FindState>(() => ({
  isOpen: false,
  text: '',
  way: 'exact',
  fold: false,
  onlyParticipants: false,
  asked: 0,
}));

/** Paints these words in the transcript that is opened next, with the bar to walk among them. */
export function findInTranscript(sought: Pick<FindState, 'text' | 'way' | 'fold'>): void {
  useFindState.setState({ ...sought, isOpen: true, onlyParticipants: false });
}
