import { create } from 'zustand';

import { usePlace } from '../../place.ts';

/** A single transcript opens by itself, unless the list was asked for. */
export const useListShown = create<{ readonly isShown: boolean }>(() => ({
  isShown: false,
}));

/** To all transcripts of the project. */
export function showList(): void {
  useListShown.setState({ isShown: true });
  usePlace.getState().go({ transcriptId: null, selected: null });
}

// A transcript that is opened ends the asking: next time a single one opens by itself again.
usePlace.subscribe(({ transcriptId }) => {
  if (transcriptId !== null && useListShown.getState().isShown)
    useListShown.setState({ isShown: false });
});
