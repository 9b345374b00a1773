import { type RefObject, useCallback, useRef, useState } from 'react';

import type { MeaningUnitId, TurnId } from '../../shared/domain/ids.ts';
import type { CodeBook } from '../codes/useCodeBook.ts';
import { useWords } from '../words.ts';
import { ChunkMargin } from './ChunkMargin.tsx';
import type { Chunk } from './chunks.ts';
import type { ChunkUnits } from './drawnUnits.ts';
import type { MountedChunks } from './useMountedChunks.ts';
import { useChunkSizes, useMargins } from './useNearChunks.ts';
import './margin.css';

export interface MarginColumnProps {
  readonly rootRef: RefObject<HTMLElement | null>;
  readonly chunks: readonly Chunk[];
  readonly units: readonly ChunkUnits[];
  readonly aside: ReadonlyMap<TurnId, string>;
  readonly selected: MeaningUnitId | null;
  readonly book: CodeBook;
  readonly mounting: MountedChunks;
  /** Initials of a unit's analyst when it is another than the one who works here. */
  readonly initialsOf: (analystId: string | null) => string | null;
  /** Something moved: what else hangs on the text has to follow. */
  readonly onMoved: () => void;
}

/** Brackets and labels beside the text, chunk by chunk. */
export function MarginColumn(props: MarginColumnProps) {
  const { rootRef, chunks, mounting, onMoved } = props;
  const { say } = useWords();
  const margins = useMargins(rootRef, chunks.length, mounting);
  const column = useRef<HTMLDivElement>(null);
  const [sizes, setSizes] = useState<ReadonlyMap<number, number>>(new Map());
  // Where the labels of each chunk ended below its own lower edge, for the chunk after it.
  const overhang = useRef(new Map<number, number>());

  const follow = useCallback(
    (changed: ReadonlySet<number>) => {
      const root = rootRef.current;
      for (const child of column.current?.children ?? []) {
        const index = Number((child as HTMLElement).dataset['chunk']);
        const chunk = root?.children[index] as HTMLElement | undefined;
        (child as HTMLElement).style.insetBlockStart = `${chunk?.offsetTop ?? 0}px`;
      }
      setSizes((before) => {
        const next = new Map(before);
        for (const index of changed) next.set(index, (next.get(index) ?? 0) + 1);
        return next;
      });
      onMoved();
    },
    [rootRef, onMoved],
  );
  useChunkSizes(rootRef, chunks.length, follow);

  return (
    <div
      className="margin"
      ref={column}
      role="group"
      aria-label={say('transcript.margin')}
    >
      {margins.map((index) => {
        const chunk = chunks[index];
        const own = props.units[index];
        if (!chunk || !own || !mounting.mounted.has(index)) return null;
        return (
          <ChunkMargin
            key={index}
            rootRef={rootRef}
            chunk={chunk}
            units={own.units}
            aside={props.aside}
            selected={
              own.units.some(({ id }) => id === props.selected) ? props.selected : null
            }
            book={props.book}
            initialsOf={props.initialsOf}
            size={sizes.get(index) ?? 0}
            overhang={overhang.current}
          />
        );
      })}
    </div>
  );
}
