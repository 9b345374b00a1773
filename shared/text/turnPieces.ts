import type { TurnId } from '../domain/ids.ts';
import type { Span } from '../domain/span.ts';
import { isGraphemeBorder, snapRangeToGraphemes } from './graphemes.ts';
import { normaliseText } from './normaliseText.ts';
import type { TextRange } from './textRange.ts';

/** Words of an old turn that are kept, wherever they stand now. */
export interface KeptPiece extends Span {
  readonly kind: 'kept';
}

/** Words that were typed, pasted or put in. */
export interface TypedPiece {
  readonly kind: 'typed';
  readonly text: string;
  /** The words that they stand instead of; none when they were put in between. */
  readonly replaces: readonly Span[];
  /** All that was marked and typed over, when some of it was typed again as it was. */
  readonly within: Span | null;
}

export type Piece = KeptPiece | TypedPiece;

export interface TurnText {
  readonly id: TurnId;
  readonly text: string;
}

/** A turn as it shall be, made of pieces in order. */
export interface PlannedTurn {
  readonly id: TurnId;
  readonly pieces: readonly Piece[];
}

export interface PlacedPiece extends TextRange {
  readonly piece: Piece;
}

/** A turn as it is after the correction: its text, normal and in order, and where each piece of it came from. */
export interface LaidTurn extends TurnText {
  readonly pieces: readonly PlacedPiece[];
}

export type TextOf = (id: TurnId) => string;

/** Words typed between what is there. */
export function typed(text: string): TypedPiece {
  return { kind: 'typed', text, replaces: [], within: null };
}

/** Words of a turn from one place to another. */
export function kept(id: TurnId, start: number, end: number): KeptPiece {
  return { kind: 'kept', turnId: id, start, end };
}

const isSame = (a: Span | null, b: Span | null) =>
  a !== null &&
  b !== null &&
  a.turnId === b.turnId &&
  a.start === b.start &&
  a.end === b.end;

function joined(a: Piece, b: Piece): Piece | null {
  if (a.kind === 'typed' && b.kind === 'typed') {
    const within = isSame(a.within, b.within) ? a.within : null;
    const replaces = [...a.replaces, ...b.replaces];
    return { kind: 'typed', text: a.text + b.text, replaces, within };
  }
  if (
    a.kind === 'kept' &&
    b.kind === 'kept' &&
    a.turnId === b.turnId &&
    a.end === b.start
  )
    return { ...a, end: b.end };
  return null;
}

/** Pieces that belong together made one, typed text made normal, and empty pieces left out. */
function tidied(pieces: readonly Piece[]): readonly Piece[] {
  const tidy: Piece[] = [];
  for (const piece of pieces) {
    const isEmpty = piece.kind === 'kept' ? piece.start >= piece.end : piece.text === '';
    if (isEmpty) continue;
    const last = tidy.at(-1);
    const both = last ? joined(last, piece) : null;
    if (both) tidy[tidy.length - 1] = both;
    else tidy.push(piece);
  }
  const normal = tidy.map((piece) =>
    piece.kind === 'kept' ? piece : { ...piece, text: normaliseText(piece.text).text },
  );
  return normal.filter((piece) => piece.kind === 'kept' || piece.text !== '');
}

function placed(pieces: readonly Piece[], textOf: TextOf): readonly PlacedPiece[] {
  let end = 0;
  return pieces.map((piece) => {
    const start = end;
    end +=
      piece.kind === 'kept'
        ? textOf(piece.turnId).slice(piece.start, piece.end).length
        : piece.text.length;
    return { piece, start, end };
  });
}

const textOfPieces = (pieces: readonly Piece[], textOf: TextOf) =>
  pieces
    .map((piece) =>
      piece.kind === 'kept'
        ? textOf(piece.turnId).slice(piece.start, piece.end)
        : piece.text,
    )
    .join('');

/** The characters, as a person sees them, that have grown together over a border between pieces. */
function grownTogether(
  text: string,
  pieces: readonly PlacedPiece[],
): readonly TextRange[] {
  return pieces
    .slice(1)
    .filter(({ start }) => !isGraphemeBorder(text, start))
    .map(({ start }) => snapRangeToGraphemes(text, { start, end: start }));
}

/** The piece with what of it lies in the ranges as typed: such a character is no longer the one that was kept. */
function retyped(
  { piece, start, end }: PlacedPiece,
  ranges: readonly TextRange[],
  textOf: TextOf,
): readonly Piece[] {
  if (piece.kind === 'typed') return [piece];
  const text = textOf(piece.turnId);
  const parts: Piece[] = [];
  let from = piece.start;
  for (const range of ranges) {
    if (range.end <= start || range.start >= end) continue;
    const first = Math.max(from, piece.start + range.start - start);
    const last = Math.min(piece.end, piece.start + range.end - start);
    parts.push(kept(piece.turnId, from, first), {
      kind: 'typed',
      text: text.slice(first, last),
      replaces: [{ turnId: piece.turnId, start: first, end: last }],
      within: null,
    });
    from = last;
  }
  return [...parts, kept(piece.turnId, from, piece.end)];
}

/** The pieces that touch each range in turn; both are in order. */
function withRetyped(
  pieces: readonly PlacedPiece[],
  ranges: readonly TextRange[],
  textOf: TextOf,
): readonly Piece[] {
  let first = 0;
  return pieces.flatMap((piece) => {
    while (first < ranges.length && ranges[first]!.end <= piece.start) first += 1;
    let last = first;
    while (last < ranges.length && ranges[last]!.start < piece.end) last += 1;
    return retyped(piece, ranges.slice(first, last), textOf);
  });
}

/**
 * The planned turn with its text: what was typed is made normal, and so is every character that has come about where
 * two pieces meet (a letter and the mark typed after it), which counts as typed. What is kept is normal already.
 */
export function layTurn({ id, pieces }: PlannedTurn, textOf: TextOf): LaidTurn {
  let tidy = tidied(pieces);
  for (;;) {
    const text = textOfPieces(tidy, textOf);
    const places = placed(tidy, textOf);
    const ranges = grownTogether(text, places);
    if (ranges.length === 0) return { id, text, pieces: places };
    tidy = tidied(withRetyped(places, ranges, textOf));
  }
}
