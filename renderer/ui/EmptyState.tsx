import type { ReactNode } from 'react';

import './EmptyState.css';

export interface EmptyStateProps {
  /** One sentence: what will stand here, and what to do. */
  readonly children: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
}

export function EmptyState({ children, actions }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state-words">{children}</p>
      {actions && <div className="empty-state-actions">{actions}</div>}
    </div>
  );
}
