import type { TurnId } from '../domain/ids.ts';
import { snapToGrapheme } from './graphemes.ts';
import {
  layTurn,
  type LaidTurn,
  type PlacedPiece,
  type PlannedTurn,
  type TurnText,
} from './turnPieces.ts';

/** Where words of an old turn, or what stands instead of them, are now. */
export interface Trace extends PlacedPiece {
  /** In the old turn. */
  readonly from: number;
  readonly to: number;
  /** Which turn they are in now, and which piece of it they are. */
  readonly turn: number;
  readonly index: number;
}

/** Turns before and after a correction, with the way from the one to the other. */
export interface TurnLayout {
  /** In the order of the transcript. */
  readonly before: readonly TurnText[];
  readonly after: readonly LaidTurn[];
  /** Of each old turn, in the order of its text. */
  readonly traces: ReadonlyMap<TurnId, readonly Trace[]>;
  readonly textOf: (id: TurnId) => string;
  /** Whether the turn is among those before. */
  readonly isKnown: (id: TurnId) => boolean;
}

export interface TextPlace {
  readonly turnId: TurnId;
  readonly offset: number;
}

function tracesOf(after: readonly LaidTurn[]): ReadonlyMap<TurnId, Trace[]> {
  const traces = new Map<TurnId, Trace[]>();
  for (const [turn, { pieces }] of after.entries())
    for (const [index, placed] of pieces.entries()) {
      const { piece } = placed;
      for (const { turnId, start, end } of piece.kind === 'kept'
        ? [piece]
        : piece.replaces) {
        const known = traces.get(turnId);
        const trace = { ...placed, from: start, to: end, turn, index };
        if (known) known.push(trace);
        else traces.set(turnId, [trace]);
      }
    }
  for (const list of traces.values()) list.sort((a, b) => a.from - b.from);
  return traces;
}

/** As `layTurns`; stops after each turn, so that thousands can be laid without keeping everybody waiting. */
export function* layingTurns(
  before: readonly TurnText[],
  plan: readonly PlannedTurn[],
): Generator<undefined, TurnLayout> {
  const texts = new Map(before.map(({ id, text }) => [id, text]));
  const textOf = (id: TurnId) => texts.get(id) ?? '';
  const after: LaidTurn[] = [];
  for (const turn of plan) {
    after.push(layTurn(turn, textOf));
    yield;
  }
  return {
    before,
    after,
    traces: tracesOf(after),
    textOf,
    isKnown: (id) => texts.has(id),
  };
}

/** Runs what stops in between to its end at once. */
export function atOnce<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/**
 * Carries a correction out on texts. `before` holds every turn that the plan takes words from or leaves out, in the
 * order of the transcript; a turn that is not planned is taken away.
 */
export function layTurns(
  before: readonly TurnText[],
  plan: readonly PlannedTurn[],
): TurnLayout {
  return atOnce(layingTurns(before, plan));
}

/** The index of the first trace that ends after the offset. */
export function firstAfter(traces: readonly Trace[], offset: number): number {
  let low = 0;
  let high = traces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (traces[middle]!.to <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeAt(layout: TurnLayout, turn: number, offset: number): TextPlace {
  const { id, text } = layout.after[turn]!;
  return { turnId: id, offset: snapToGrapheme(text, offset, 'back') };
}

function placeBeside(layout: TurnLayout, id: TurnId): TextPlace | null {
  const index = layout.before.findIndex((turn) => turn.id === id);
  for (let at = index - 1; at >= 0; at -= 1) {
    const last = layout.traces.get(layout.before[at]!.id)?.at(-1);
    if (last) return placeAt(layout, last.turn, last.end);
  }
  for (const { id: later } of layout.before.slice(index + 1)) {
    const first = layout.traces.get(later)?.[0];
    if (first) return placeAt(layout, first.turn, first.start);
  }
  return layout.after[0] ? placeAt(layout, 0, 0) : null;
}

/** Where an old place is now: after the words before it, else before those after it, else beside its old turn; null when nothing is left. */
export function placeNow(
  layout: TurnLayout,
  { turnId, offset }: TextPlace,
): TextPlace | null {
  const traces = layout.traces.get(turnId);
  if (!traces || traces.length === 0) {
    const same = layout.after.findIndex(({ id }) => id === turnId);
    return same >= 0 ? placeAt(layout, same, 0) : placeBeside(layout, turnId);
  }
  const index = firstAfter(traces, offset);
  const at = traces[index];
  if (at && at.from < offset && at.piece.kind === 'kept')
    return placeAt(layout, at.turn, at.start + offset - at.from);
  const last = traces[index - 1];
  if (last) return placeAt(layout, last.turn, last.end);
  return placeAt(layout, at!.turn, at!.start);
}
