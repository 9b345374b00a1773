import { create } from 'zustand';

import type { TurnId } from '../../shared/domain/ids.ts';
import type { Span } from '../../shared/domain/span.ts';

/** What floats beside the selected words. */
export type Floating =
  | { readonly kind: 'toolbar' }
  | { readonly kind: 'onlyModerator'; readonly spans: readonly Span[] }
  | { readonly kind: 'setAside'; readonly turnIds: readonly TurnId[] };

export const useFloating = create<{ readonly shown: Floating | null }>(() => ({
  shown: null,
}));

export const float = (shown: Floating | null): void => useFloating.setState({ shown });
