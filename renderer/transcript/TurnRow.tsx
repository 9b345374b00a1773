import { memo, useLayoutEffect, useRef } from 'react';

import type { MeaningUnitId } from '../../shared/domain/ids.ts';
import { classes } from '../ui/given.ts';
import { useWords } from '../words.ts';
import { restoreSelectionIn } from './caret.ts';
import type { DrawnLine, DrawnTurn } from './chunks.ts';
import type { DrawnUnit } from './drawnUnits.ts';
import { sayTimeStamp } from './sayTimeStamp.ts';
import { turnElementId } from './spansOfSelection.ts';
import { piecesOfLines, type Piece } from './turnPieces.ts';

export interface TurnRowProps {
  readonly turn: DrawnTurn;
  readonly units: readonly DrawnUnit[];
  /** The selected unit, if it has words in this turn. */
  readonly selected: MeaningUnitId | null;
  readonly isAside: boolean;
}

const colourClass = (track: 1 | 2, unit: DrawnUnit | null) =>
  unit && `u${track} u${track}-${unit.slot === null ? 0 : ((unit.slot - 1) % 8) + 1}`;

function MarkedPiece({
  piece,
  text,
  selected,
}: {
  readonly piece: Piece;
  readonly text: string;
  readonly selected: MeaningUnitId | null;
}) {
  const { say } = useWords();
  const [first, second] = piece.underlines;
  const isSelected = piece.units.some(({ unitId }) => unitId === selected);
  const description = piece.begins
    .map(({ number, codes }) =>
      codes === ''
        ? say('transcript.unit.uncoded', { n: number })
        : say('transcript.unit.coded', { n: number, codes }),
    )
    .join('. ');
  return (
    <mark
      data-u={piece.units.map(({ number }) => number).join(' ')}
      className={classes(
        colourClass(1, first),
        colourClass(2, second),
        isSelected && 'mark-selected',
        isSelected && first?.unitId === selected && 'u1-thick',
        isSelected && second?.unitId === selected && 'u2-thick',
      )}
      {...(description ? { 'aria-description': description } : {})}
    >
      {text}
    </mark>
  );
}

function Line({
  line,
  turn,
  pieces,
  selected,
}: {
  readonly line: DrawnLine;
  readonly turn: DrawnTurn;
  readonly pieces: readonly Piece[];
  readonly selected: MeaningUnitId | null;
}) {
  const { text } = turn;
  return (
    <div
      className={classes('line', text[line.end - 1] === '\n' && 'line-feed')}
      data-at={line.start}
      data-n={line.number ?? undefined}
    >
      {pieces.map((piece) => {
        const words = text.slice(piece.start, piece.end);
        return piece.units.length === 0 ? (
          words
        ) : (
          <MarkedPiece key={piece.start} piece={piece} text={words} selected={selected} />
        );
      })}
    </div>
  );
}

const keepsSpaces = /[^\S\n]{2}|\t/;

/** One turn: who speaks, its lines, its marks. Labels and numbers are generated content, so that no selection takes them. */
export const TurnRow = memo(function TurnRow(props: TurnRowProps) {
  const { turn, units, selected, isAside } = props;
  const { say } = useWords();
  const isDrawn = useRef(false);
  useLayoutEffect(() => {
    if (isDrawn.current) restoreSelectionIn(turn.index);
    isDrawn.current = true;
  }, [turn, units]);

  const pieces = piecesOfLines(turn.text, turn.lines, units);
  const isContext = turn.role !== 'participant';
  const reference =
    turn.startMs === null ? turn.label : `${turn.label}\n${sayTimeStamp(turn.startMs)}`;
  return (
    <div
      className={classes(
        'turn',
        isContext && 'turn-context',
        isAside && 'turn-aside',
        keepsSpaces.test(turn.text) && 'turn-spaces',
      )}
      id={turn.piece === 'later' ? undefined : turnElementId(turn.index)}
      data-turn={turn.index}
      data-pieces={turn.piece === 'first' ? '' : undefined}
      data-speaker={isContext ? say(`transcript.role.${turn.role}`) : turn.speaker}
      data-label={turn.piece === 'later' ? undefined : reference}
    >
      {turn.lines.map((line) => (
        <Line
          key={line.start}
          line={line}
          turn={turn}
          pieces={pieces.get(line) ?? []}
          selected={selected}
        />
      ))}
    </div>
  );
});
