import type { TurnId } from '../domain/ids.ts';
import type { Span } from '../domain/span.ts';
import { editsBetween } from './editsBetween.ts';
import { snapRangeToGraphemes, snapToGrapheme } from './graphemes.ts';
import { withMovedWords } from './movedWords.ts';
import { widenEdits, type TextEdit } from './textEdit.ts';
import type { TextRange } from './textRange.ts';
import {
  kept,
  typed,
  type Piece,
  type PlannedTurn,
  type TurnText,
} from './turnPieces.ts';

/** A turn that stays as it is. */
export function unchanged({ id, text }: TurnText): PlannedTurn {
  return { id, pieces: [kept(id, 0, text.length)] };
}

type Between = typeof editsBetween;

function piecesOfEdit(
  { id, text }: TurnText,
  edit: TextEdit,
  between: Between,
): readonly Piece[] {
  const within: Span | null =
    edit.end > edit.start ? { turnId: id, start: edit.start, end: edit.end } : null;
  const pieces: Piece[] = [];
  let from = edit.start;
  // What was typed again as it was is kept.
  for (const { start, end, text: words } of between(
    text.slice(edit.start, edit.end),
    edit.text,
  )) {
    const place = { turnId: id, start: edit.start + start, end: edit.start + end };
    const replaces = end > start ? [place] : [];
    pieces.push(kept(id, from, place.start), {
      kind: 'typed',
      text: words,
      replaces,
      within,
    });
    from = place.end;
  }
  return [...pieces, kept(id, from, edit.end)];
}

/**
 * The turn after edits that are in order and do not overlap; those inside a character are of the whole character. A
 * sentence that is left out in one place and put in as it was in another is moved.
 * `between` may remember what it has found, where the same words are replaced again and again.
 */
export function editTurn(
  turn: TurnText,
  edits: readonly TextEdit[],
  between: Between = editsBetween,
): PlannedTurn {
  const { id, text } = turn;
  const pieces: Piece[] = [];
  let from = 0;
  for (const edit of widenEdits(text, edits)) {
    pieces.push(kept(id, from, edit.start), ...piecesOfEdit(turn, edit, between));
    from = edit.end;
  }
  const all = [...pieces, kept(id, from, text.length)];
  return { id, pieces: withMovedWords(turn, all) };
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  const words = text.slice(start, end);
  const first = end - words.trimStart().length;
  return { start: first, end: Math.max(first, start + words.trimEnd().length) };
}

/** Turns taken away; with them those beside them, which is where the places of lost words go. */
export function withoutTurns<Turn extends TurnText>(
  order: readonly Turn[],
  removed: ReadonlySet<TurnId>,
): { readonly before: readonly Turn[]; readonly plan: readonly PlannedTurn[] } {
  const before = order.filter(
    ({ id }, index) =>
      removed.has(id) ||
      removed.has(order[index + 1]?.id ?? id) ||
      removed.has(order[index - 1]?.id ?? id),
  );
  return { before, plan: before.filter(({ id }) => !removed.has(id)).map(unchanged) };
}

/** The turn in two at a place between characters; white space at the cut is left out. Either half may come out empty. */
export function splitTurn(
  { id, text }: TurnText,
  at: number,
  secondId: TurnId,
): readonly [PlannedTurn, PlannedTurn] {
  const cut = snapToGrapheme(text, at, 'back');
  const end = text.slice(0, cut).trimEnd().length;
  const start = text.length - text.slice(cut).trimStart().length;
  return [
    { id, pieces: [kept(id, 0, end)] },
    { id: secondId, pieces: [kept(id, start, text.length)] },
  ];
}

/** Turns as one, under the id of the first, with `joint` between those that say anything. */
export function mergeTurns(turns: readonly TurnText[], joint: ' ' | '\n'): PlannedTurn {
  const pieces: Piece[] = [];
  for (const { id, text } of turns) {
    if (text.trim() === '') continue;
    if (pieces.length > 0) pieces.push(typed(joint));
    pieces.push(kept(id, 0, text.length));
  }
  return { id: turns[0]!.id, pieces };
}

export interface Move {
  readonly from: TurnText;
  readonly words: TextRange;
  readonly to: TurnText;
  /** Where in the other turn. */
  readonly at: number;
}

const endsOpen = (text: string) => text !== '' && !/\s$/u.test(text);
const beginsOpen = (text: string) => text !== '' && !/^\s/u.test(text);

/** What stays when words are taken out, with white space once where they stood. */
function without({ id, text }: TurnText, { start, end }: TextRange): PlannedTurn {
  const left = text.slice(0, start);
  const right = text.slice(end);
  const isWhole = left.trim() === '' || right.trim() === '' || !endsOpen(left);
  const from = isWhole ? text.length - right.trimStart().length : end;
  const to = right.trim() === '' ? left.trimEnd().length : start;
  return { id, pieces: [kept(id, 0, to), kept(id, from, text.length)] };
}

/** The two turns after words were moved from the one to the other, with a space where they would meet other words. */
export function moveText(move: Move): readonly [from: PlannedTurn, to: PlannedTurn] {
  const { from, to } = move;
  const words = trimmed(from.text, snapRangeToGraphemes(from.text, move.words));
  const at = snapToGrapheme(to.text, move.at, 'back');
  const [left, right] = [to.text.slice(0, at), to.text.slice(at)];
  return [
    without(from, words),
    {
      id: to.id,
      pieces: [
        kept(to.id, 0, at),
        typed(endsOpen(left) ? ' ' : ''),
        kept(from.id, words.start, words.end),
        typed(beginsOpen(right) ? ' ' : ''),
        kept(to.id, at, to.text.length),
      ],
    },
  ];
}
