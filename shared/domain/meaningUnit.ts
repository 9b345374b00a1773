import type { AnalystId, CodeId, MeaningUnitId, ThemeId, TranscriptId } from './ids.ts';
import { omission, type AnchoredSpan } from './span.ts';

/** A meaning unit as it is drawn in the text; the list of a transcript is in the order of the text. */
export interface MarkedUnit {
  readonly id: MeaningUnitId;
  readonly number: number;
  readonly condensed: string;
  readonly codeIds: readonly CodeId[];
  /** Initials are shown when another analyst marked it. */
  readonly analystId: AnalystId | null;
  readonly isQuotable: boolean;
  readonly isInDoubt: boolean;
  /** Turn as ordinal from 0, start, end; in the order of the text. */
  readonly spans: readonly (readonly [turn: number, start: number, end: number])[];
}

/** Everything about one unit, for the inspector. */
export interface MeaningUnit {
  readonly id: MeaningUnitId;
  readonly number: number;
  readonly transcriptId: TranscriptId;
  readonly transcriptName: string;
  readonly speaker: string;
  readonly turnLabel: string;
  readonly spans: readonly AnchoredSpan[];
  readonly text: string;
  readonly words: number;
  readonly condensed: string;
  readonly interpretation: string;
  readonly codeIds: readonly CodeId[];
  /** Linked by hand, without those that follow from codes and categories. */
  readonly themeIds: readonly ThemeId[];
  readonly isQuotable: boolean;
  readonly status: 'active' | 'retired';
  readonly retiredReason: string | null;
  readonly reviewReason: string | null;
  readonly analystId: AnalystId | null;
  readonly createdAt: string;
}

/** A piece of a unit's words, with whether it goes straight on from the piece before it. */
export interface UnitPiece {
  readonly text: string;
  readonly followsOn: boolean;
}

/** The words of a unit as one text: touching pieces are joined by a space, skipped text stands as […]. */
export function unitText(pieces: readonly UnitPiece[]): string {
  return pieces
    .map(
      (piece, index) =>
        (index === 0 ? '' : piece.followsOn ? ' ' : ` ${omission} `) + piece.text,
    )
    .join('');
}
