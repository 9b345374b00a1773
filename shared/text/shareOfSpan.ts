import type { Span } from '../domain/span.ts';
import type { TextRange } from './textRange.ts';
import type { LaidTurn, PlacedPiece, TypedPiece } from './turnPieces.ts';

/** What of a piece belongs to a span, in the new turn; doubtful when the piece stands for words of the span and of others. */
export interface Share {
  readonly range: TextRange | null;
  readonly isDoubtful: boolean;
}

const nothing: Share = { range: null, isDoubtful: false };

const isInside = (place: Span, span: Span) =>
  place.turnId === span.turnId && span.start <= place.start && place.end <= span.end;

const overlaps = (place: Span, span: Span) =>
  place.turnId === span.turnId && place.start < span.end && place.end > span.start;

function endsInside(placed: PlacedPiece | undefined, span: Span): boolean {
  if (placed?.piece.kind !== 'kept' || placed.piece.turnId !== span.turnId) return false;
  return span.start < placed.piece.end && placed.piece.end <= span.end;
}

function beginsInside(placed: PlacedPiece | undefined, span: Span): boolean {
  if (placed?.piece.kind !== 'kept' || placed.piece.turnId !== span.turnId) return false;
  return span.start <= placed.piece.start && placed.piece.start < span.end;
}

const isInk = (char: string | undefined) => char !== undefined && /\S/u.test(char);

/** What was typed after the unit's last word, up to the first white space. */
function runAfter(text: string, { start, end }: TextRange): TextRange | null {
  if (!isInk(text[start - 1])) return null;
  const length = text.slice(start, end).search(/\s/u);
  return { start, end: length < 0 ? end : start + length };
}

/** What was typed before the unit's first word, from the last white space; it goes with a word before it that it touches too. */
function runBefore(text: string, { start, end }: TextRange): TextRange | null {
  if (!isInk(text[end])) return null;
  const run = /\S*$/u.exec(text.slice(start, end))![0];
  const touchesBoth = run.length === end - start && isInk(text[start - 1]);
  return touchesBoth ? null : { start: end - run.length, end };
}

function shareOfTyped(piece: TypedPiece, span: Span): 'all' | 'none' | 'doubt' | null {
  if (piece.within && isInside(piece.within, span)) return 'all';
  if (piece.replaces.length === 0) return null;
  if (piece.replaces.every((place) => isInside(place, span))) return 'all';
  return piece.replaces.some((place) => overlaps(place, span)) ? 'doubt' : 'none';
}

function typedShare({ text, pieces }: LaidTurn, index: number, span: Span): Share {
  const { piece, start, end } = pieces[index]!;
  const isAfter = endsInside(pieces[index - 1], span);
  const isBefore = beginsInside(pieces[index + 1], span);
  const whole = { start, end };
  const share = piece.kind === 'typed' ? shareOfTyped(piece, span) : 'none';
  if (share === 'doubt') return { range: null, isDoubtful: true };
  if (share === 'all' || (isAfter && isBefore))
    return { range: whole, isDoubtful: false };
  if (share === 'none' || (!isAfter && !isBefore)) return nothing;
  const range = isAfter ? runAfter(text, whole) : runBefore(text, whole);
  return { range, isDoubtful: false };
}

/** The share of a span in one piece of a new turn, by rules 1 to 4 of `reanchor`. */
export function shareOf(turn: LaidTurn, index: number, span: Span): Share {
  const { piece, start } = turn.pieces[index]!;
  if (piece.kind === 'typed') return typedShare(turn, index, span);
  if (!overlaps(piece, span)) return nothing;
  return {
    range: {
      start: start + Math.max(0, span.start - piece.start),
      end: start + Math.min(piece.end, span.end) - piece.start,
    },
    isDoubtful: false,
  };
}
