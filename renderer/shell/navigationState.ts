import { useEffect } from 'react';
import { create } from 'zustand';

import { changeSettings, useSettings } from '../computerSettings.ts';
import { type FrameSize, useFrameSize } from '../ui/frame/useFrameSize.ts';

/** What the person has asked for while the window is narrow; a narrow window starts with a rail. */
const useAsked = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

const isNarrow = (size: FrameSize) => size === 'rail' || size === 'sheet';

/** Words, icons or behind a button, and how to change between the first two. */
export function useNavigationState(): {
  readonly state: 'full' | 'rail' | 'hidden';
  readonly toggle: () => void;
} {
  const size = useFrameSize();
  const { isNavigationOpen } = useSettings();
  const asked = useAsked((navigation) => navigation.isOpen);
  useEffect(() => {
    if (!isNarrow(size)) useAsked.setState({ isOpen: false });
  }, [size]);
  const isOpen = isNarrow(size) ? asked : isNavigationOpen;
  return {
    state: size === 'column' ? 'hidden' : isOpen ? 'full' : 'rail',
    toggle: () =>
      isNarrow(size)
        ? useAsked.setState({ isOpen: !asked })
        : void changeSettings({ isNavigationOpen: !isNavigationOpen }),
  };
}
