import { create } from 'zustand';

/** Whether the open transcript is being divided by questions: then proposals are drawn in it. */
export const useSegmenting = create<{
  readonly isOn: boolean;
  /** Counts up when the caret's turn is asked about. */
  readonly asked: number;
}>(() => ({ isOn: false, asked: 0 }));

export const showSegmenting = (isOn: boolean): void => useSegmenting.setState({ isOn });

export const askForTurn = (): void =>
  useSegmenting.setState(({ asked }) => ({ isOn: true, asked: asked + 1 }));
