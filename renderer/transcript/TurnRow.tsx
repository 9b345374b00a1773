import { memo, type ReactNode, useLayoutEffect, useRef } from 'react';

import type { MeaningUnitId } from '../../shared/domain/ids.ts';
import { classes } from '../ui/given.ts';
import { useWords } from '../words.ts';
import { restoreSelectionIn } from './caret.ts';
import type { DrawnLine, DrawnTurn } from './chunks.ts';
import type { DrawnUnit } from './drawnUnits.ts';
import { describeBeginnings, markClasses } from './markedPiece.ts';
import type { Rule } from './questions/questionRules.ts';
import { sayTimeStamp } from './sayTimeStamp.ts';
import { turnElementId } from './spansOfSelection.ts';
import { piecesOfLines, type Piece } from './turnPieces.ts';

export interface TurnRowProps {
  readonly turn: DrawnTurn;
  readonly units: readonly DrawnUnit[];
  /** The selected unit, if it has words in this turn. */
  readonly selected: MeaningUnitId | null;
  readonly isAside: boolean;
  readonly isListened: boolean;
  /** The question that begins here, or that the turn alone belongs to. */
  readonly rule: Rule | undefined;
  /** What stands below its words and is none of them. */
  readonly foot?: ReactNode;
}

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
  const description = describeBeginnings(say, piece);
  return (
    <mark
      data-u={piece.units.map(({ number }) => number).join(' ')}
      className={markClasses(piece, selected)}
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

const longestName = 9;

/** As much of a name as the column holds. An ellipsis of the browser's would be a clip for each turn, which scrolling pays for. */
const shortened = (name: string) =>
  name.length > longestName ? `${name.slice(0, longestName - 1).toWellFormed()}…` : name;

/**
 * Who speaks, and which turn it is. Generated content, so that no selection takes it, of an element without a box, so
 * that the text cursor does not stop there.
 */
function TurnHead({ turn }: { readonly turn: DrawnTurn }) {
  const { say } = useWords();
  const speaker =
    turn.role === 'participant' ? turn.speaker : say(`transcript.role.${turn.role}`);
  const reference =
    turn.startMs === null ? turn.label : `${turn.label}\n${sayTimeStamp(turn.startMs)}`;
  return (
    <i
      className="turn-head"
      data-speaker={speaker}
      data-short={speaker && shortened(speaker)}
      data-label={reference}
    />
  );
}

/** What says of the turn, for the style sheet and for who looks a turn up, where it is and what it is. */
function placeOf({ turn, isListened, rule }: TurnRowProps) {
  const isFirst = turn.piece !== 'later';
  return {
    id: isFirst ? turnElementId(turn.index) : undefined,
    'data-turn': turn.index,
    'data-listened': isListened ? '' : undefined,
    'data-rule': isFirst ? rule?.words : undefined,
    'data-rule-kind': rule?.kind,
    'data-pieces': turn.piece === 'first' ? '' : undefined,
  };
}

const keepsSpaces = /[^\S\n]{2}|\t/;

/** One turn: who speaks, its lines, its marks. */
export const TurnRow = memo(function TurnRow(props: TurnRowProps) {
  const { turn, units, selected, isAside } = props;
  const isDrawn = useRef(false);
  useLayoutEffect(() => {
    if (isDrawn.current) restoreSelectionIn(turn.index);
    isDrawn.current = true;
  }, [turn, units]);

  const pieces = piecesOfLines(turn.text, turn.lines, units);
  return (
    <div
      className={classes(
        'turn',
        turn.role !== 'participant' && 'turn-context',
        isAside && 'turn-aside',
        keepsSpaces.test(turn.text) && 'turn-spaces',
      )}
      {...placeOf(props)}
    >
      {turn.piece !== 'later' && <TurnHead turn={turn} />}
      {turn.lines.map((line) => (
        <Line
          key={line.start}
          line={line}
          turn={turn}
          pieces={pieces.get(line) ?? []}
          selected={selected}
        />
      ))}
      {props.foot}
    </div>
  );
});
