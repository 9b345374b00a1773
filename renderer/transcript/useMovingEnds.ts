import { useEffect } from 'react';
import { create } from 'zustand';

import type { MeaningUnitId } from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import type { Turn } from '../../shared/domain/transcript.ts';
import { backToReview } from '../reviewing.ts';
import { announce } from '../ui/announce.ts';
import { scrollToText, useCaret } from './caret.ts';
import { resize } from './marking.ts';
import { moveEdge, type Edge, type OrdinalSpan } from './movingEnds.ts';
import { takeUnit, type OpenTranscript } from './openTranscript.ts';
import { domPointOf, selectionText } from './spansOfSelection.ts';

interface Moving {
  readonly unitId: MeaningUnitId | null;
  readonly spans: readonly OrdinalSpan[];
}

const still: Moving = { unitId: null, spans: [] };

/** The unit whose ends are being moved, with where they are just now. */
export const useMoving = create<Moving>(() => still);

const asOrdinals = (unit: MarkedUnit): readonly OrdinalSpan[] =>
  unit.spans.map(([turn, start, end]) => ({ turn, start, end }));

/** Where ends were put that the window has not drawn yet: who is quick goes on from there. */
let kept: { readonly unit: MarkedUnit; readonly spans: readonly OrdinalSpan[] } | null =
  null;

/** Where the ends of a unit are now, also when they have only just been moved. */
export const endsOf = (unit: MarkedUnit): readonly OrdinalSpan[] =>
  kept?.unit === unit ? kept.spans : asOrdinals(unit);

const highlightName = 'unit-ends';

/** Shows where the ends are without drawing the turns again. */
export function previewEnds(spans: readonly OrdinalSpan[]): void {
  const { surface } = useCaret.getState();
  if (!('highlights' in CSS) || !surface) return;
  const ranges = spans.flatMap(({ turn, start, end }) => {
    surface.reach({ turn, at: start });
    const from = domPointOf(surface.root, { turn, at: start });
    const to = domPointOf(surface.root, { turn, at: end }, 'end');
    if (!from || !to) return [];
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return [range];
  });
  surface.root.toggleAttribute('data-moving', ranges.length > 0);
  if (ranges.length === 0) CSS.highlights.delete(highlightName);
  else CSS.highlights.set(highlightName, new Highlight(...ranges));
}

export function moveEndsOf(unitId: MeaningUnitId, spans: readonly OrdinalSpan[]): void {
  useMoving.setState({ unitId, spans });
  previewEnds(spans);
}

export function stopMoving(): void {
  useMoving.setState(still);
  previewEnds([]);
}

/** Stores where the ends are; nothing happens if they are where they were, unless that was in doubt. False if it was refused. */
export async function keepEnds(open: OpenTranscript): Promise<boolean> {
  const { unitId, spans } = useMoving.getState();
  const unit = open.units.find(({ id }) => id === unitId);
  stopMoving();
  const isSame = unit && JSON.stringify(spans) === JSON.stringify(endsOf(unit));
  if (!unit || (isSame && !unit.isInDoubt)) return true;
  kept = { unit, spans };
  const isDone = await resize(
    open,
    unit,
    spans.flatMap(({ turn, start, end }) => {
      const turnId = open.transcript.turns[turn]?.id;
      return turnId ? [{ turnId, start, end }] : [];
    }),
  );
  if (!isDone) kept = null;
  return isDone;
}

/** B: from here on the arrows move the ends of the unit. */
export function beginMoving(open: OpenTranscript): void {
  const unit = takeUnit(open);
  if (!unit) return;
  if (open.isReadOnly) return announce(open.say('transcript.readOnly'));
  moveEndsOf(unit.id, endsOf(unit));
  announce(open.say('transcript.moving', { n: unit.number }), 'assertive');
}

function sayEdge(
  turns: readonly Turn[],
  spans: readonly OrdinalSpan[],
  edge: Edge,
): string {
  const span = edge === 'end' ? spans.at(-1) : spans[0];
  const text = span ? (turns[span.turn]?.text ?? '').slice(span.start, span.end) : '';
  return selectionText(text, edge);
}

function onArrow(open: OpenTranscript, event: KeyboardEvent): void {
  const { unitId, spans } = useMoving.getState();
  if (!unitId) return;
  const { turns } = open.transcript;
  const edge: Edge = event.shiftKey ? 'start' : 'end';
  const next = moveEdge(spans, turns, {
    edge,
    direction: event.key === 'ArrowLeft' ? 'back' : 'forward',
    byCharacter: event.altKey,
  });
  moveEndsOf(unitId, next);
  const border = edge === 'end' ? next.at(-1) : next[0];
  if (border)
    scrollToText({ turn: border.turn, at: edge === 'end' ? border.end : border.start });
  announce(sayEdge(turns, next, edge));
}

/** While ends are moved every key is theirs: arrows, Enter, Esc; what else is pressed does nothing. */
export function useMovingKeys(latest: () => OpenTranscript): void {
  const isMoving = useMoving(({ unitId }) => unitId !== null);
  useEffect(() => {
    if (!isMoving) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Tab' || /^F\d/.test(event.key)) return stopMoving();
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
        onArrow(latest(), event);
      else if (event.key === 'Enter')
        void keepEnds(latest()).then((isDone) => isDone && backToReview());
      else if (event.key === 'Escape') {
        stopMoving();
        announce(latest().say('transcript.movingCancelled'));
        backToReview();
      }
      return undefined;
    };
    const root = useCaret.getState().surface?.root;
    root?.addEventListener('keydown', onKeyDown, true);
    root?.addEventListener('blur', stopMoving);
    return () => {
      root?.removeEventListener('keydown', onKeyDown, true);
      root?.removeEventListener('blur', stopMoving);
    };
  }, [isMoving, latest]);
  useEffect(() => stopMoving, []);
}
