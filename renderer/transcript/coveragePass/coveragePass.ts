import { create } from 'zustand';

/** Whether the transcript is read again turn by turn, to see that every one has been considered. */
export const useCoveragePass = create<{ readonly isOn: boolean }>(() => ({
  isOn: false,
}));

export function toggleCoveragePass(): void {
  useCoveragePass.setState(({ isOn }) => ({ isOn: !isOn }));
}
