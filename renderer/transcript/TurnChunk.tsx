import { memo } from 'react';

import type { MeaningUnitId, TurnId } from '../../shared/domain/ids.ts';
import type { Chunk } from './chunks.ts';
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
  /** By turn; the same as long as none of the transcript's changes. */
  readonly rules: ReadonlyMap<number, Rule> | undefined;
  /** Not yet drawn: its place is kept. */
  readonly isMounted: boolean;
}

const none: readonly DrawnUnit[] = [];

/** About forty turns, laid out and painted only near the window (content-visibility). */
export const TurnChunk = memo(function TurnChunk(props: TurnChunkProps) {
  const { chunk, units, selected, asides, isMounted } = props;
  const aside = new Set<string>(asides.split(' '));
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
              rule={props.rules?.get(turn.index)}
            />
          );
        })}
    </div>
  );
});

/** Which of the chunk's turns are set aside, in one string. */
export function asidesOf(chunk: Chunk, aside: ReadonlyMap<TurnId, string>): string {
  return aside.size === 0
    ? ''
    : chunk.turns
        .filter(({ id }) => aside.has(id))
        .map(({ id }) => id)
        .join(' ');
}
