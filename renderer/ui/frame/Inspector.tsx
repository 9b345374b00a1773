import type { ReactNode } from 'react';

import './Inspector.css';

export interface InspectorProps {
  /** Accessible name of the region. */
  readonly label: string;
  /** What is selected: "Meningsenhet 7". */
  readonly title?: ReactNode;
  /** Beside the title: "P3, r10". */
  readonly facts?: ReactNode;
  /** IconButtons at the right of the title; a close button where the inspector lies over the text. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Key hints or buttons at the bottom. */
  readonly foot?: ReactNode;
  readonly id?: string;
}

export function Inspector(props: InspectorProps) {
  const { label, title, facts, actions, children, foot, id } = props;
  return (
    <aside className="inspector" aria-label={label} id={id} data-pane tabIndex={-1}>
      {(title !== undefined || actions !== undefined) && (
        <header className="inspector-head">
          <h2 className="inspector-title">{title}</h2>
          {facts !== undefined && <span className="inspector-facts">{facts}</span>}
          <span className="inspector-actions">{actions}</span>
        </header>
      )}
      <div className="inspector-body">{children}</div>
      {foot !== undefined && <footer className="inspector-foot">{foot}</footer>}
    </aside>
  );
}
