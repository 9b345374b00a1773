import { useState } from 'react';

import type { ConflictRow } from '../../shared/domain/existingAnalysis.ts';
import { conflictInWords, rowInWords } from '../../shared/text/analysisWords.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { sayNumber, useWords } from '../words.ts';

interface ConflictsProps {
  readonly conflicts: readonly ConflictRow[];
  readonly count: number;
}

/** What the table says that does not go together, and what is done about it. */
export function Conflicts({ conflicts, count }: ConflictsProps) {
  const { say, language } = useWords();
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <Disclosure
      title={say('analysis.conflicts')}
      fact={sayNumber(language, count)}
      isOpen={isOpen}
      onChange={setOpen}
    >
      <ul className="analysis-rows">
        {conflicts.map((one) => (
          <li
            key={`${one.table} ${one.row} ${one.conflict} ${JSON.stringify(one.params)}`}
            className="analysis-row"
          >
            <span className="analysis-row-number">{rowInWords(say, one)}</span>
            <span>{conflictInWords(say, one)}</span>
          </li>
        ))}
      </ul>
      {count > conflicts.length && (
        <p className="type-s ink-3">
          {say('analysis.more', { count: count - conflicts.length })}
        </p>
      )}
    </Disclosure>
  );
}
