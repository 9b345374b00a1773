import { type PointerEvent, useEffect, useState } from 'react';

import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import { afterPaint } from '../afterPaint.ts';
import { useWords } from '../words.ts';
import { placeInWindow } from './caret.ts';
import { snappedPoint, withEdgeAt, type Edge } from './movingEnds.ts';
import type { OpenTranscript } from './openTranscript.ts';
import { endOfUnit, startOfUnit } from './unitsAt.ts';
import { endsOf, keepEnds, moveEndsOf, stopMoving, useMoving } from './useMovingEnds.ts';
import { pointUnder } from './usePointing.ts';
import './handles.css';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface UnitHandlesProps {
  readonly unit: MarkedUnit;
  readonly latest: () => OpenTranscript;
  /** Changes when the text has moved. */
  readonly moved: number;
  readonly sheet: () => HTMLElement | null;
}

function placesOf(unit: MarkedUnit, sheet: HTMLElement | null) {
  const origin = sheet?.getBoundingClientRect();
  const placeOf = (rect: DOMRect | null): Place | null =>
    origin && rect && rect.height > 0
      ? { x: rect.left - origin.left, y: rect.top - origin.top, height: rect.height }
      : null;
  return {
    start: placeOf(placeInWindow(startOfUnit(unit), 'start')),
    end: placeOf(placeInWindow(endOfUnit(unit), 'end')),
  };
}

function Handle({
  edge,
  place,
  unit,
  latest,
}: Pick<UnitHandlesProps, 'unit' | 'latest'> & {
  readonly edge: Edge;
  readonly place: Place;
}) {
  const { say } = useWords();
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    moveEndsOf(unit.id, endsOf(unit));
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const texts = latest().transcript.turns;
    const point = pointUnder(event.clientX, event.clientY);
    if (!point) return;
    const snapped = snappedPoint(point, texts, { edge, byCharacter: event.altKey });
    const { spans } = useMoving.getState();
    moveEndsOf(unit.id, withEdgeAt(spans, { edge, point: snapped, texts }));
  };
  return (
    <span
      className={`unit-handle unit-handle-${edge}`}
      style={{
        insetInlineStart: place.x,
        insetBlockStart: place.y,
        blockSize: place.height,
      }}
      title={say(`transcript.handle.${edge}`)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => void keepEnds(latest())}
      onPointerCancel={stopMoving}
      aria-hidden
    />
  );
}

/** Where the selected unit begins and ends, to be dragged: by word, with Alt by character. The key for it is B. */
export function UnitHandles({ unit, latest, moved, sheet }: UnitHandlesProps) {
  const [places, setPlaces] = useState<ReturnType<typeof placesOf> | null>(null);
  useEffect(() => {
    return afterPaint(() => setPlaces(placesOf(unit, sheet())));
  }, [unit, moved, sheet]);
  return (
    <>
      {places?.start && (
        <Handle edge="start" place={places.start} unit={unit} latest={latest} />
      )}
      {places?.end && (
        <Handle edge="end" place={places.end} unit={unit} latest={latest} />
      )}
    </>
  );
}
