import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

import { Icon } from './Icon.tsx';
import './Disclosure.css';

export interface DisclosureProps {
  readonly title: ReactNode;
  /** At the right: "valfri", "4 steg, EL". */
  readonly fact?: ReactNode;
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

export function Disclosure({ title, fact, isOpen, onChange, children }: DisclosureProps) {
  return (
    <section className="disclosure">
      <button
        type="button"
        className="disclosure-head"
        aria-expanded={isOpen}
        onClick={() => onChange(!isOpen)}
      >
        <Icon of={ChevronRight} className="disclosure-arrow" />
        <span className="disclosure-title">{title}</span>
        {fact !== undefined && <span className="disclosure-fact">{fact}</span>}
      </button>
      {isOpen && <div className="disclosure-body">{children}</div>}
    </section>
  );
}
