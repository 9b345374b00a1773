import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';

import type { Chunk } from '../chunks.ts';
import { domPointOf } from '../spansOfSelection.ts';
import { type FoundPlace, useFound } from './foundPlaces.ts';

interface PaintedHitsProps {
  readonly rootRef: RefObject<HTMLElement | null>;
  readonly chunks: readonly Chunk[];
  /** Whatever draws the words anew. */
  readonly drawn: readonly unknown[];
  readonly mounted: ReadonlySet<number>;
}

function rangeOf(root: HTMLElement, { turn, start, end }: FoundPlace): Range | null {
  const from = domPointOf(root, { turn, at: start }, 'start');
  const to = domPointOf(root, { turn, at: end }, 'end');
  if (!from || !to) return null;
  const range = new Range();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

const isStanding = (range: Range, place: FoundPlace) =>
  range.startContainer.isConnected && range.toString().length >= place.end - place.start;

/** The ranges that were made before and still hold their words are kept: a transcript is drawn in many steps. */
function useRanges({ rootRef, drawn, mounted }: PaintedHitsProps) {
  const places = useFound((found) => found.places);
  const kept = useRef(new Map<FoundPlace, Range>());
  const [ranges, setRanges] = useState<ReadonlyMap<FoundPlace, Range>>(new Map());
  useEffect(() => {
    const root = rootRef.current;
    if (!root) return;
    const now = new Map<FoundPlace, Range>();
    for (const place of places) {
      const before = kept.current.get(place);
      const range = before && isStanding(before, place) ? before : rangeOf(root, place);
      if (range) now.set(place, range);
    }
    kept.current = now;
    setRanges(now);
  }, [rootRef, places, drawn, mounted]);
  return ranges;
}

function usePaint(ranges: ReadonlyMap<FoundPlace, Range>): void {
  useEffect(() => {
    if (ranges.size === 0) return undefined;
    CSS.highlights.set('hit', new Highlight(...ranges.values()));
    return () => void CSS.highlights.delete('hit');
  }, [ranges]);
  const now = useFound(({ places, at }) => (at === null ? undefined : places[at]));
  useEffect(() => {
    const range = now && ranges.get(now);
    if (!range) return undefined;
    const highlight = new Highlight(range);
    highlight.priority = 1;
    CSS.highlights.set('hit-now', highlight);
    return () => void CSS.highlights.delete('hit-now');
  }, [ranges, now]);
}

/** How far down in the text each turn begins and how much it takes, as shares of the whole. */
function useShares(chunks: readonly Chunk[]) {
  return useMemo(() => {
    const lines = chunks.reduce((sum, chunk) => sum + chunk.lines, 0);
    const begins = new Map<number, { from: number; lines: number }>();
    let before = 0;
    for (const turn of chunks.flatMap((chunk) => chunk.turns)) {
      const known = begins.get(turn.index);
      if (known) known.lines += turn.lines.length;
      else begins.set(turn.index, { from: before, lines: turn.lines.length });
      before += turn.lines.length;
    }
    return { begins, lines: Math.max(1, lines), turns: chunks.flatMap((c) => c.turns) };
  }, [chunks]);
}

/** The height of the window that the text is scrolled in. */
function useScrollHeight(
  rootRef: RefObject<HTMLElement | null>,
  isWanted: boolean,
): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const scroll = rootRef.current?.closest('.workspace-content');
    if (!scroll || !isWanted) return undefined;
    const sizes = new ResizeObserver(() => setHeight(scroll.clientHeight));
    sizes.observe(scroll);
    return () => sizes.disconnect();
  }, [rootRef, isWanted]);
  return height;
}

/** Where the hits are in the whole text, at the edge that it is scrolled by. */
function Ticks({ rootRef, chunks }: Pick<PaintedHitsProps, 'rootRef' | 'chunks'>) {
  const places = useFound((found) => found.places);
  const { begins, lines, turns } = useShares(chunks);
  const height = useScrollHeight(rootRef, places.length > 0);
  const path = useMemo(() => {
    const lengths = new Map(turns.map((turn) => [turn.index, turn.text.length]));
    const at = new Set(
      places.map(({ turn, start }) => {
        const place = begins.get(turn) ?? { from: 0, lines: 0 };
        const inside = start / Math.max(1, lengths.get(turn) ?? 1);
        return Math.round(((place.from + inside * place.lines) / lines) * height);
      }),
    );
    return [...at].map((y) => `M0 ${y}h8v2h-8z`).join('');
  }, [places, begins, lines, turns, height]);
  if (places.length === 0) return null;
  return (
    <div className="find-ticks" aria-hidden>
      <svg width="8" height={height}>
        <path d={path} />
      </svg>
    </div>
  );
}

/** Paints what was found in the words themselves, without touching them (CSS Custom Highlight). */
export function PaintedHits(props: PaintedHitsProps) {
  usePaint(useRanges(props));
  return <Ticks rootRef={props.rootRef} chunks={props.chunks} />;
}
