import { useEffect } from 'react';

import { usePlace } from '../place.ts';
import { focusPane, mainPane } from './panes.ts';

/** The last rungs of Escape: what nobody else took goes from the inspector to the workspace, else clears the selection. */
export function useEscapeLadder(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu]'))
        return;
      const { selected, select } = usePlace.getState();
      const main = mainPane();
      const isInside = event.target instanceof Element && main?.contains(event.target);
      if (main && !isInside) focusPane(main);
      else if (selected) select(null);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
