import { memo, type ReactNode, useDeferredValue } from 'react';

import type { MeaningUnitId, TurnId } from '../../shared/domain/ids.ts';
import { isRenumbered, type Chunk } from './chunks.ts';
import type { ChunkUnits, DrawnUnit } from './drawnUnits.ts';
import type { Rule } from './questions/questionRules.ts';
import { TurnRow } from './TurnRow.tsx';

export interface TurnChunkProps {
  readonly chunk: Chunk;
  readonly units: ChunkUnits;
  /** The selected unit, if it touches the chunk. */
  readonly selected: MeaningUnitId | null;
  /** The set-aside turns of the chunk in one string, so that it compares. */
  readonly asides: string;
  /** The turns of the chunk that have been listened through, likewise. */
  readonly listened: string;
  /** By turn; the same as long as none of the transcript's changes. */
  readonly rules: ReadonlyMap<number, Rule> | undefined;
  /** By turn, what stands below it. */
  readonly feet?: ReadonlyMap<number, ReactNode>;
  /** Not yet drawn: its place is kept. */
  readonly isMounted: boolean;
}

const none: readonly DrawnUnit[] = [];

/** About forty turns, laid out and painted only near the window (content-visibility). */
export const TurnChunk = memo(function TurnChunk(props: TurnChunkProps) {
  const { units, selected, asides, isMounted } = props;
  // A correction that makes a line more changes the numbers of all lines after it: they can wait.
  const later = useDeferredValue(props.chunk);
  const chunk = isRenumbered(later, props.chunk) ? later : props.chunk;
  const aside = new Set<string>(asides.split(' '));
  const listened = new Set<string>(props.listened.split(' '));
  return (
    <div
      className="chunk"
      data-chunk={chunk.index}
      style={{
        containIntrinsicBlockSize: `auto calc(${chunk.lines} * var(--r-m-line) + ${chunk.turns.length} * var(--turn-gap))`,
      }}
    >
      {isMounted &&
        chunk.turns.map((turn) => {
          const own = units.ofTurns.get(turn.index) ?? none;
          return (
            <TurnRow
              key={
                turn.piece === 'later' ? `${turn.id} ${turn.lines[0]?.start}` : turn.id
              }
              turn={turn}
              units={own}
              selected={own.some(({ unitId }) => unitId === selected) ? selected : null}
              isAside={aside.has(turn.id)}
              isListened={listened.has(turn.id)}
              rule={props.rules?.get(turn.index)}
              foot={props.feet?.get(turn.index)}
            />
          );
        })}
    </div>
  );
});

/** Which of the chunk's turns are among these, set aside or listened through, in one string. */
export function turnsAmong(
  chunk: Chunk,
  aside: Pick<ReadonlySet<TurnId>, 'has' | 'size'>,
): string {
  return aside.size === 0
    ? ''
    : chunk.turns
        .filter(({ id }) => aside.has(id))
        .map(({ id }) => id)
        .join(' ');
}
