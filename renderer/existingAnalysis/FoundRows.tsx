import { useState } from 'react';

import type { FoundKind, FoundRow } from '../../shared/domain/existingAnalysis.ts';
import { rowInWords } from '../../shared/text/analysisWords.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { sayNumber, useWords } from '../words.ts';

function Place({ row }: { readonly row: FoundRow }) {
  const { say } = useWords();
  const turns = [...new Set(row.spans.map(({ label }) => label))].join(', ');
  if (turns === '') return null;
  return (
    <span className="analysis-place">
      {say('analysis.place', { transcript: row.transcript, turns })}
    </span>
  );
}

function Why({ row }: { readonly row: FoundRow }) {
  const { say } = useWords();
  if (row.reason === null) return null;
  const percent = Math.round(row.similarity * 100);
  return (
    <span className="analysis-why">
      {say(`analysis.reason.${row.reason}`, { percent, count: row.places })}
    </span>
  );
}

/** A row of the table with its words, and what stands in the transcript where that is something else. */
export function FoundRowItem({ row }: { readonly row: FoundRow }) {
  const { say } = useWords();
  return (
    <li className="analysis-row">
      <span className="analysis-row-number">{rowInWords(say, row)}</span>
      <div className="analysis-row-words">
        <q>{row.quote}</q>
        {row.text !== '' && row.text !== row.quote && (
          <p className="analysis-row-found">
            <span className="ink-3">{say('analysis.stands')}</span> {row.text}
          </p>
        )}
        <p className="analysis-row-facts">
          <Place row={row} />
          <Why row={row} />
          {row.codes.length > 0 && <span>{row.codes.join('; ')}</span>}
          {row.author !== null && <span>{row.author}</span>}
        </p>
      </div>
    </li>
  );
}

export interface FoundRowsProps {
  readonly kind: FoundKind;
  readonly count: number;
  readonly rows: readonly FoundRow[];
  readonly isOpenFirst?: boolean;
}

/** How many rows there are of a kind, and a list of them that opens. */
export function FoundRows({ kind, count, rows, isOpenFirst = false }: FoundRowsProps) {
  const { say, language } = useWords();
  const [isOpen, setOpen] = useState(isOpenFirst && count > 0);
  if (count === 0)
    return (
      <p className="analysis-none">
        <span>{say(`analysis.kind.${kind}`)}</span>
        <span>{sayNumber(language, 0)}</span>
      </p>
    );
  return (
    <Disclosure
      title={say(`analysis.kind.${kind}`)}
      fact={sayNumber(language, count)}
      isOpen={isOpen}
      onChange={setOpen}
    >
      <p className="type-s ink-2 analysis-about">{say(`analysis.about.${kind}`)}</p>
      <ol className="analysis-rows">
        {rows.map((row) => (
          <FoundRowItem key={`${row.table} ${row.row}`} row={row} />
        ))}
      </ol>
      {count > rows.length && (
        <p className="type-s ink-3">
          {say('analysis.more', { count: count - rows.length })}
        </p>
      )}
    </Disclosure>
  );
}
