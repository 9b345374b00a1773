import {
  type CSSProperties,
  memo,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';

import type { MeaningUnitId, TurnId } from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import { afterPaint } from '../afterPaint.ts';
import type { CodeBook } from '../codes/useCodeBook.ts';
import { Bracket, Overflow } from './Bracket.tsx';
import type { Chunk } from './chunks.ts';
import { layMargin, type MarginLayout } from './marginLayout.ts';
import { MarginLabel } from './MarginLabel.tsx';
import { asideId, measureMargin, type MeasuredMargin } from './measureMargin.ts';

export interface ChunkMarginProps {
  readonly rootRef: RefObject<HTMLElement | null>;
  readonly chunk: Chunk;
  readonly units: readonly MarkedUnit[];
  readonly aside: ReadonlyMap<TurnId, string>;
  readonly selected: MeaningUnitId | null;
  readonly book: CodeBook;
  readonly initialsOf: (analystId: string | null) => string | null;
  /** Counts the chunk's changes of size. */
  readonly size: number;
  readonly overhang: Map<number, number>;
}

interface Laid extends MarginLayout {
  readonly stretches: MeasuredMargin['stretches'];
  readonly top: number;
}

function lay(props: ChunkMarginProps): Laid | null {
  const { rootRef, chunk, overhang } = props;
  const root = rootRef.current;
  const element = root?.children[chunk.index];
  if (!root || !(element instanceof HTMLElement)) return null;
  const { units, stretches } = measureMargin(root, element, props);
  const layout = layMargin(units, { from: overhang.get(chunk.index - 1) ?? 0 });
  overhang.set(chunk.index, layout.labelsEnd - element.offsetHeight);
  return { ...layout, stretches, top: element.offsetTop };
}

const fewestLanes = 2;

/** How many lanes the brackets take: the labels stand beside them. */
const lanesOf = (laid: Laid | null) =>
  Math.max(fewestLanes, ...(laid?.brackets.map(({ lane }) => lane + 1) ?? []));

/** Measured after paint, so that the words never wait for what stands beside them. */
function useLaid(props: ChunkMarginProps): Laid | null {
  const [laid, setLaid] = useState<Laid | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const { chunk, units, aside, size } = props;
  useEffect(() => {
    return afterPaint(() => setLaid(lay(latest.current)));
  }, [chunk, units, aside, size]);
  return laid;
}

/** The margin of one chunk. */
export const ChunkMargin = memo(function ChunkMargin(props: ChunkMarginProps) {
  const { chunk, units, aside, selected, book } = props;
  const laid = useLaid(props);
  const byId = new Map<string, MarkedUnit>(units.map((unit) => [unit.id, unit]));
  const reasons = new Map(
    chunk.turns.map(({ id }) => [asideId(id), aside.get(id)] as const),
  );
  return (
    <div
      className="chunk-margin"
      data-chunk={chunk.index}
      style={
        { insetBlockStart: laid?.top ?? 0, '--lanes': lanesOf(laid) } as CSSProperties
      }
    >
      {laid && (
        <svg className="margin-brackets" aria-hidden focusable={false}>
          {laid.brackets.map((bracket) => {
            const unit = byId.get(bracket.unitId);
            return (
              unit && (
                <Bracket
                  key={unit.id}
                  bracket={bracket}
                  stretches={laid.stretches.get(unit.id) ?? []}
                  unit={unit}
                  slot={unit.codeIds[0] ? book.slotOf(unit.codeIds[0]) : null}
                  isSelected={unit.id === selected}
                />
              )
            );
          })}
          {laid.labels
            .filter(({ hasLeader }) => hasLeader)
            .map((label) => (
              <path
                key={`${label.unitIds[0]} ${label.index}`}
                className="margin-leader"
                d={`M${lanesOf(laid) * 9 - 2} ${label.wanted + 14}L${lanesOf(laid) * 9 + 6} ${label.top + 14}`}
              />
            ))}
        </svg>
      )}
      {laid?.overflows.map((overflow) => (
        <Overflow
          key={overflow.top}
          top={overflow.top}
          units={overflow.unitIds.flatMap((id) => byId.get(id) ?? [])}
        />
      ))}
      {laid?.labels.map((label) => (
        <MarginLabel
          key={`${label.unitIds[0]} ${label.index}`}
          label={label}
          units={label.unitIds.flatMap((id) => byId.get(id) ?? [])}
          reason={reasons.get(label.unitIds[0] ?? '') ?? null}
          selected={selected}
          book={book}
          initialsOf={props.initialsOf}
        />
      ))}
    </div>
  );
});
