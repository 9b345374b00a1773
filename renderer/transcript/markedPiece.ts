import type { MeaningUnitId } from '../../shared/domain/ids.ts';
import type { Say } from '../../shared/words/words.ts';
import { classes } from '../ui/given.ts';
import type { DrawnUnit } from './drawnUnits.ts';
import type { Piece } from './turnPieces.ts';

const colourClass = (track: 1 | 2, unit: DrawnUnit | null) =>
  unit && `u${track} u${track}-${unit.slot === null ? 0 : ((unit.slot - 1) % 8) + 1}`;

/** How the words of units look, the selected one's stronger. */
export function markClasses(piece: Piece, selected: MeaningUnitId | null): string {
  const [first, second] = piece.underlines;
  const isSelected = piece.units.some(({ unitId }) => unitId === selected);
  return classes(
    colourClass(1, first),
    colourClass(2, second),
    isSelected && 'mark-selected',
    isSelected && first?.unitId === selected && 'u1-thick',
    isSelected && second?.unitId === selected && 'u2-thick',
  );
}

/** The units that begin here, with what has been made of them; empty when none does. */
export function describeBeginnings(say: Say, { begins }: Piece): string {
  return begins
    .map(({ number, codes, condensed }) => {
      const unit =
        codes === ''
          ? say('transcript.unit.uncoded', { n: number })
          : say('transcript.unit.coded', { n: number, codes });
      return condensed === ''
        ? unit
        : say('transcript.unit.condensed', { unit, condensed });
    })
    .join('. ');
}
