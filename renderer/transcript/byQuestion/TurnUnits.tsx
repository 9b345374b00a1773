import { Star } from 'lucide-react';
import { memo } from 'react';

import type { MarkedUnit } from '../../../shared/domain/meaningUnit.ts';
import type { CodeBook } from '../../codes/useCodeBook.ts';
import { usePlace } from '../../place.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Swatch } from '../../ui/Swatch.tsx';
import { useWords } from '../../words.ts';

/** Below a turn: what is marked in it and what has been made of that. The pointer's way; keys go by the words themselves. */
export const TurnUnits = memo(function TurnUnits({
  units,
  book,
}: {
  readonly units: readonly MarkedUnit[];
  readonly book: CodeBook;
}) {
  const { say } = useWords();
  return (
    <div className="turn-units" contentEditable={false}>
      {units.map(({ id, number, condensed, codeIds, isQuotable }) => (
        <button
          key={id}
          type="button"
          tabIndex={-1}
          className="turn-unit"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => usePlace.getState().select({ kind: 'unit', id })}
        >
          <span>{say('questions.by.unit', { n: number })}</span>
          {isQuotable && (
            <span className="turn-unit-star">
              <Icon of={Star} size={13} /> {say('table.star')}
            </span>
          )}
          {condensed !== '' && <span>{condensed}</span>}
          {codeIds.map((codeId) => (
            <span key={codeId} className="turn-unit-code">
              <Swatch slot={book.slotOf(codeId)} size={10} />{' '}
              {book.byId.get(codeId)?.name}
            </span>
          ))}
        </button>
      ))}
    </div>
  );
});
