import { useSyncExternalStore } from 'react';

import { spokenNow, subscribeToAnnouncements } from './announce.ts';

/** The two live regions of the window; the shell renders this once. See announce(). */
export function LiveRegion() {
  const spoken = useSyncExternalStore(subscribeToAnnouncements, spokenNow);
  const textOf = (politeness: 'polite' | 'assertive') =>
    spoken?.politeness === politeness ? <span key={spoken.id}>{spoken.text}</span> : null;
  return (
    <div className="visually-hidden" data-live-region>
      <div aria-live="polite">{textOf('polite')}</div>
      <div aria-live="assertive">{textOf('assertive')}</div>
    </div>
  );
}
