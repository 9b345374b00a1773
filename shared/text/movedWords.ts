import { kept, type Piece, type TurnText, type TypedPiece } from './turnPieces.ts';
import type { TextRange } from './textRange.ts';

/** So many words and characters make it certain that the same ones were put elsewhere, and not others that are alike. */
const fewestWords = 3;
const fewestCharacters = 12;
/** Beyond, it is no hand that moves a sentence. */
const mostRanges = 40;

/** What is left out of a turn by the pieces that are to make it, trimmed of white space. */
function leftOut({ text }: TurnText, pieces: readonly Piece[]): readonly TextRange[] {
  const gaps: TextRange[] = [];
  let from = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'kept') continue;
    if (piece.start > from) gaps.push({ start: from, end: piece.start });
    from = Math.max(from, piece.end);
  }
  gaps.push({ start: from, end: text.length });
  return gaps.map(({ start, end }) => {
    const words = text.slice(start, end);
    const first = end - words.trimStart().length;
    return { start: first, end: Math.max(first, start + words.trimEnd().length) };
  });
}

/** Whether words are so many that the same ones in another place are the same that were said. */
export function isSentence(words: string): boolean {
  const parts = words.split(/\s+/u);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return parts.length >= fewestWords && length >= fewestCharacters;
}

/** Whether the words stand there by themselves, and not as parts of longer ones. */
function standsApart(text: string, { start, end }: TextRange): boolean {
  const isLetter = (at: number) => /[\p{L}\p{N}\p{M}]/u.test(text[at] ?? '');
  return (
    !(isLetter(start - 1) && isLetter(start)) && !(isLetter(end - 1) && isLetter(end))
  );
}

/** The typed piece with the words in it as those of the turn; null when they are not in it once and by themselves. */
function withWords(
  piece: TypedPiece,
  { id, text }: TurnText,
  { start, end }: TextRange,
): readonly Piece[] | null {
  const words = text.slice(start, end);
  const at = piece.text.indexOf(words);
  const isOnce = at >= 0 && piece.text.indexOf(words, at + 1) < 0;
  if (!isOnce || !standsApart(piece.text, { start: at, end: at + words.length }))
    return null;
  return [
    { ...piece, text: piece.text.slice(0, at) },
    kept(id, start, end),
    { ...piece, text: piece.text.slice(at + words.length), replaces: [] },
  ];
}

/** The piece without saying that it stands instead of words that stand elsewhere now. */
function apartFrom(piece: Piece, { start, end }: TextRange): Piece {
  if (piece.kind === 'kept') return piece;
  const isMoved = (place: TextRange) => place.start < end && place.end > start;
  const replaces = piece.replaces.filter((place) => !isMoved(place));
  const within = piece.within && isMoved(piece.within) ? null : piece.within;
  return { ...piece, replaces, within };
}

/**
 * Sentences that were taken out of a turn and put in elsewhere in it, letter by letter the same, are kept there: who
 * cuts and pastes moves them. Fewer than three words are not enough to tell that from typing.
 */
export function withMovedWords(
  turn: TurnText,
  pieces: readonly Piece[],
): readonly Piece[] {
  const sentences = leftOut(turn, pieces).filter(({ start, end }) =>
    isSentence(turn.text.slice(start, end)),
  );
  if (sentences.length === 0 || sentences.length > mostRanges) return pieces;
  return sentences.reduce<readonly Piece[]>((now, range) => {
    for (const [index, piece] of now.entries()) {
      const found = piece.kind === 'typed' ? withWords(piece, turn, range) : null;
      if (!found) continue;
      const all = [...now.slice(0, index), ...found, ...now.slice(index + 1)];
      return all.map((one) => apartFrom(one, range));
    }
    return now;
  }, pieces);
}
