import type { ReactNode } from 'react';

import './TopBar.css';

export interface TopBarProps {
  /** Project name and save state. */
  readonly start: ReactNode;
  /** The command field. */
  readonly middle?: ReactNode;
  /** Undo, redo, text size, who is working. */
  readonly end: ReactNode;
  /** Room for the window's own buttons, which lie over the bar under Electron. */
  readonly windowButtons?: 'none' | 'left' | 'right';
}

export function TopBar({ start, middle, end, windowButtons = 'none' }: TopBarProps) {
  return (
    <header className={`top-bar top-bar-buttons-${windowButtons}`}>
      <div className="top-bar-part">{start}</div>
      <div className="top-bar-part top-bar-middle">{middle}</div>
      <div className="top-bar-part top-bar-end">{end}</div>
    </header>
  );
}

export interface InitialsProps {
  readonly initials: string;
}

/** Who is working: initials in a ring; the button around it says the name. */
export function Initials({ initials }: InitialsProps) {
  return <span className="initials">{initials}</span>;
}
