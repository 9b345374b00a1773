import { useState } from 'react';

import { Button } from './ui/Button.tsx';
import { Disclosure } from './ui/Disclosure.tsx';
import './StillInHistory.css';

export interface StillInHistoryProps {
  readonly title: string;
  /** What it means that they are still there. */
  readonly sentence: string;
  readonly things: readonly {
    readonly id: string;
    readonly name: string;
    readonly facts: string;
    readonly eraseWords: string;
  }[];
  readonly onErase: (id: string) => void;
}

/** What was removed from the project but not erased: the history can bring it back, and it can be erased from there. */
export function StillInHistory(props: StillInHistoryProps) {
  const { title, sentence, things, onErase } = props;
  const [isOpen, setIsOpen] = useState(false);
  if (things.length === 0) return null;
  return (
    <div className="still-in-history">
      <Disclosure title={title} isOpen={isOpen} onChange={setIsOpen}>
        <p className="ink-2">{sentence}</p>
        <ul>
          {things.map(({ id, name, facts, eraseWords }) => (
            <li key={id} className="still-in-history-row">
              <span className="still-in-history-name">{name}</span>
              <span className="ink-2 type-s">{facts}</span>
              <Button kind="link" onPress={() => onErase(id)}>
                {eraseWords}
              </Button>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
