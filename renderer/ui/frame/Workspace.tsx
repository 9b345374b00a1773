import type { ReactNode } from 'react';

import { classes } from '../given.ts';
import './Workspace.css';

export interface WorkspaceProps {
  /** Accessible name of the main region. */
  readonly label: string;
  /** WorkspaceBar, Banner, WorkspaceContent, Foot, in this order. */
  readonly children: ReactNode;
  readonly id?: string;
}

export function Workspace({ label, children, id }: WorkspaceProps) {
  return (
    <main className="workspace" aria-label={label} id={id} data-pane tabIndex={-1}>
      {children}
    </main>
  );
}

export interface WorkspaceBarProps {
  readonly title: ReactNode;
  /** "4 deltagare, 34 min" */
  readonly facts?: ReactNode;
  /** Directly after the title: Segmented for the view. */
  readonly views?: ReactNode;
  /** At the right: buttons, the main one last. */
  readonly children?: ReactNode;
}

export function WorkspaceBar({ title, facts, views, children }: WorkspaceBarProps) {
  return (
    <header className="workspace-bar">
      <div className="workspace-bar-head">
        <h1 className="workspace-bar-title">{title}</h1>
        {facts !== undefined && <p className="workspace-bar-facts">{facts}</p>}
      </div>
      {views}
      <div className="workspace-bar-actions">{children}</div>
    </header>
  );
}

export interface WorkspaceContentProps {
  readonly children: ReactNode;
  /** fixed: the content scrolls its own parts (a table, a board). */
  readonly scroll?: 'content' | 'fixed';
  readonly className?: string;
}

export function WorkspaceContent(props: WorkspaceContentProps) {
  const { children, scroll = 'content', className } = props;
  return (
    <div
      className={classes('workspace-content', `workspace-content-${scroll}`, className)}
    >
      {children}
    </div>
  );
}

export interface FootProps {
  readonly children: ReactNode;
}

export function Foot({ children }: FootProps) {
  return <footer className="foot">{children}</footer>;
}
