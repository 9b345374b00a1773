import type { Say } from '../../../shared/words/words.ts';
import { classes } from '../../ui/given.ts';
import { lookOf, type CodeLook, type DrawnUnit } from '../drawnUnits.ts';
import { describeBeginnings, markClasses } from '../markedPiece.ts';
import { selectedId, type OpenTranscript } from '../openTranscript.ts';
import { piecesOfLines, type Piece } from '../turnPieces.ts';
import { layoutOf, type Draft } from './draft.ts';
import { fatesOf, unitsIn, type UnitFate } from './draftFates.ts';

/** How the words of units stand in the editor. */
export interface WordsMark {
  /** Numbers of the units, outermost first. */
  readonly units: string;
  readonly look: string;
  readonly description: string;
}

/** What the editor holds from beginning to end: words that the same units hold, and line breaks. */
export type DraftPart =
  | { readonly kind: 'words'; readonly text: string; readonly mark: WordsMark | null }
  | { readonly kind: 'break' };

/** What the draft makes of the units of its turn. */
export function fatesOfDraft(open: OpenTranscript, draft: Draft): readonly UnitFate[] {
  const { turns } = open.transcript;
  const ordinal = turns.findIndex(({ id }) => id === draft.turnId);
  const units = unitsIn(open.units, new Set([ordinal]));
  return units.length === 0 ? [] : fatesOf(layoutOf(draft), units, turns);
}

function drawnUnits(open: OpenTranscript, draft: Draft): readonly DrawnUnit[] {
  const { book } = open;
  const look = (id: Parameters<typeof book.slotOf>[0]): CodeLook | undefined => {
    const code = book.byId.get(id);
    return code && { name: code.name, slot: book.slotOf(id) };
  };
  return fatesOfDraft(open, draft).flatMap(({ unit, spans, isForReview }) => {
    const { id: unitId, number, condensed } = unit;
    const own = { unitId, number, condensed, isInDoubt: isForReview };
    return spans
      .filter(({ turnId }) => turnId === draft.turnId)
      .map(({ start, end }) => ({ ...own, ...lookOf(unit, look), start, end }));
  });
}

function markOf(say: Say, piece: Piece): WordsMark | null {
  if (piece.units.length === 0) return null;
  const isDoubtful = piece.units.some(({ isInDoubt }) => isInDoubt);
  const begins = describeBeginnings(say, piece);
  const isBeginning = piece.begins.some(({ isInDoubt }) => isInDoubt);
  return {
    units: piece.units.map(({ number }) => number).join(' '),
    look: classes(markClasses(piece, selectedId()), isDoubtful && 'mark-doubt'),
    description: isBeginning ? say('correcting.mark.doubt', { unit: begins }) : begins,
  };
}

/** Words and line breaks of a piece; the mark's description is said once, where it begins. */
function partsOfPiece(text: string, mark: WordsMark | null): readonly DraftPart[] {
  return text.split('\n').flatMap((line, index): readonly DraftPart[] => {
    const own = mark && index > 0 ? { ...mark, description: '' } : mark;
    return [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      ...(line === '' ? [] : [{ kind: 'words', text: line, mark: own } as const]),
    ];
  });
}

/** The draft as it is drawn: its units where they would be if it were saved now. */
export function partsOfDraft(open: OpenTranscript, draft: Draft): readonly DraftPart[] {
  const { text } = draft;
  const line = { start: 0, end: text.length, number: null };
  const pieces = piecesOfLines(text, [line], drawnUnits(open, draft)).get(line) ?? [];
  return pieces.flatMap((piece) =>
    partsOfPiece(text.slice(piece.start, piece.end), markOf(open.say, piece)),
  );
}
