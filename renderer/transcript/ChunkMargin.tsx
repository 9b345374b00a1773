import { type CSSProperties, memo, useEffect, useRef, useState } from 'react';

import type { MeaningUnitId } from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import { afterPaint } from '../afterPaint.ts';
import type { CodeBook } from '../codes/useCodeBook.ts';
import { Overflow } from './Bracket.tsx';
import { layChunk, type LaidChunk, type ToLay } from './layChunk.ts';
import { MarginDrawing } from './MarginDrawing.tsx';
import { MarginLabel } from './MarginLabel.tsx';
import { asideId } from './measureMargin.ts';

export interface ChunkMarginProps extends ToLay {
  readonly selected: MeaningUnitId | null;
  readonly book: CodeBook;
  readonly initialsOf: (analystId: string | null) => string | null;
  /** Counts the chunk's changes of size. */
  readonly size: number;
}

/** Measured after paint, so that the words never wait for what stands beside them. */
function useLaid(props: ChunkMarginProps): LaidChunk | null {
  const [laid, setLaid] = useState<LaidChunk | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const { chunk, units, aside, size } = props;
  useEffect(() => {
    return afterPaint(() => setLaid(layChunk(latest.current)));
  }, [chunk, units, aside, size]);
  return laid;
}

/** The margin of one chunk. */
export const ChunkMargin = memo(function ChunkMargin(props: ChunkMarginProps) {
  const { chunk, units, aside, selected, book } = props;
  const laid = useLaid(props);
  if (!laid) return null;
  const byId = new Map<string, MarkedUnit>(units.map((unit) => [unit.id, unit]));
  const reasons = new Map(
    chunk.turns.map(({ id }) => [asideId(id), aside.get(id)] as const),
  );
  const unitsOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return (
    <div
      className="chunk-margin"
      data-chunk={chunk.index}
      style={{ insetBlockStart: laid.top, '--lanes': laid.lanes } as CSSProperties}
    >
      <MarginDrawing
        laid={laid}
        byId={byId}
        selected={selected}
        slotOf={(code) => book.slotOf(code)}
      />
      {laid.overflows.map(({ top, unitIds }) => (
        <Overflow key={top} top={top} units={unitsOf(unitIds)} />
      ))}
      <div className="margin-labels">
        {laid.labels.map((label) => (
          <MarginLabel
            key={`${label.unitIds[0]} ${label.index}`}
            label={label}
            units={unitsOf(label.unitIds)}
            reason={reasons.get(label.unitIds[0] ?? '') ?? null}
            selected={selected}
            book={book}
            initialsOf={props.initialsOf}
          />
        ))}
      </div>
    </div>
  );
});
