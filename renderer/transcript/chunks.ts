import type { TurnId } from '../../shared/domain/ids.ts';
import type {
  Speaker,
  SpeakerRole,
  Transcript,
  Turn,
} from '../../shared/domain/transcript.ts';
import { referenceLines } from '../../shared/text/referenceLines.ts';
import type { TextRange } from '../../shared/text/textRange.ts';

/** Turns drawn, and passed over while they are out of sight, together (stack.md "Transcript view"). */
const turnsOfChunk = 40;
/** A turn of a megabyte is drawn in pieces, so that no chunk holds more lines than can be laid out at once. */
const linesOfPiece = 250;

export interface DrawnLine extends TextRange {
  /** Given for every fifth line of the transcript. */
  readonly number: number | null;
}

/** A turn, or a piece of a very long one, as it stands in the text. */
export interface DrawnTurn {
  /** Ordinal of the turn from 0. */
  readonly index: number;
  readonly id: TurnId;
  readonly label: string;
  /** Null where the source has no speakers, and in the later pieces of a turn. */
  readonly speaker: string | null;
  readonly role: SpeakerRole;
  readonly startMs: number | null;
  readonly text: string;
  readonly lines: readonly DrawnLine[];
  /** whole; or a piece of a very long turn, which is the first or goes on from one in the chunk before. */
  readonly piece: 'whole' | 'first' | 'later';
}

export interface Chunk {
  readonly index: number;
  readonly turns: readonly DrawnTurn[];
  readonly lines: number;
}

const numberEvery = 5;

interface Known {
  readonly speaker: Speaker | undefined;
  readonly lineLength: number;
  readonly pieces: readonly DrawnTurn[];
  /** Lines before it. */
  readonly from: number;
}

const isSameSpeaker = (a: Speaker | undefined, b: Speaker | undefined) =>
  a?.label === b?.label && a?.role === b?.role;

/** How a turn was drawn last: a correction draws one turn again and nothing else. */
const drawnBefore = new WeakMap<Turn, Known>();

const linesIn = (pieces: readonly DrawnTurn[]) =>
  pieces.reduce((sum, { lines }) => sum + lines.length, 0);

/** The ranges of its lines, of those it had where the words are the same. */
function rangesOf(
  turn: Turn,
  known: Known | undefined,
  lineLength: number,
): readonly TextRange[] {
  return known?.lineLength === lineLength
    ? known.pieces.flatMap(({ lines }) => lines)
    : referenceLines(turn.text, lineLength);
}

const isAsBefore = (known: Known, index: number, given: Omit<Known, 'pieces'>) =>
  known.lineLength === given.lineLength &&
  known.from === given.from &&
  known.pieces[0]?.index === index &&
  isSameSpeaker(known.speaker, given.speaker);

function drawTurn(
  turn: Turn,
  index: number,
  given: Omit<Known, 'pieces'>,
): readonly DrawnTurn[] {
  const { speaker, lineLength, from } = given;
  const known = drawnBefore.get(turn);
  if (known && isAsBefore(known, index, given)) return known.pieces;
  const lines = rangesOf(turn, known, lineLength).map(({ start, end }, at) => {
    const count = from + at + 1;
    return { start, end, number: count % numberEvery === 0 ? count : null };
  });
  const pieces = piecesOf({
    index,
    id: turn.id,
    label: turn.label,
    speaker: speaker?.label ?? null,
    role: speaker?.role ?? 'participant',
    startMs: turn.startMs,
    text: turn.text,
    lines,
    piece: 'whole',
  });
  drawnBefore.set(turn, { ...given, pieces });
  return pieces;
}

function turnsOf(transcript: Transcript, lineLength: number): readonly DrawnTurn[] {
  const speakers = new Map(transcript.speakers.map((speaker) => [speaker.id, speaker]));
  let from = 0;
  return transcript.turns.flatMap((turn, index) => {
    const speaker = turn.speakerId ? speakers.get(turn.speakerId) : undefined;
    const pieces = drawTurn(turn, index, { speaker, lineLength, from });
    from += linesIn(pieces);
    return pieces;
  });
}

function piecesOf(turn: DrawnTurn): readonly DrawnTurn[] {
  if (turn.lines.length <= linesOfPiece) return [turn];
  const pieces: DrawnTurn[] = [];
  for (let from = 0; from < turn.lines.length; from += linesOfPiece) {
    const lines = turn.lines.slice(from, from + linesOfPiece);
    pieces.push(
      from === 0
        ? { ...turn, lines, piece: 'first' }
        : { ...turn, lines, speaker: null, startMs: null, piece: 'later' },
    );
  }
  return pieces;
}

const isSame = <Item>(a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/**
 * The whole transcript in the order it was said, with its reference lines numbered throughout. Chunks in which nothing
 * has changed since `before` are the same objects.
 */
export function chunksOf(
  transcript: Transcript,
  lineLength: number,
  before: readonly Chunk[] = [],
): readonly Chunk[] {
  const chunks: { index: number; turns: DrawnTurn[]; lines: number }[] = [];
  for (const piece of turnsOf(transcript, lineLength)) {
    const last = chunks.at(-1);
    const hasRoom =
      last &&
      last.turns.length < turnsOfChunk &&
      last.lines + piece.lines.length <= linesOfPiece * 2;
    if (hasRoom) {
      last.turns.push(piece);
      last.lines += piece.lines.length;
    } else {
      chunks.push({ index: chunks.length, turns: [piece], lines: piece.lines.length });
    }
  }
  return chunks.map((chunk, index) => {
    const old = before[index];
    return old && isSame(old.turns, chunk.turns) ? old : chunk;
  });
}

/** Whether two drawings of a chunk differ in nothing but the numbers of their lines. */
export function isRenumbered(one: Chunk, other: Chunk): boolean {
  return (
    one.turns.length === other.turns.length &&
    one.turns.every((turn, at) => {
      const now = other.turns[at]!;
      return (
        turn === now ||
        (turn.id === now.id &&
          turn.index === now.index &&
          turn.text === now.text &&
          turn.label === now.label &&
          turn.speaker === now.speaker &&
          turn.role === now.role &&
          turn.startMs === now.startMs &&
          turn.lines.length === now.lines.length)
      );
    })
  );
}

function beginsAfter(chunk: Chunk, turn: number, at: number): boolean {
  const first = chunk.turns[0];
  if (!first) return false;
  return first.index === turn ? (first.lines[0]?.start ?? 0) > at : first.index > turn;
}

/** The chunk in which a place of the text is drawn. */
export function chunkAt(chunks: readonly Chunk[], turn: number, at = 0): number {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const chunk = chunks[middle];
    if (chunk && beginsAfter(chunk, turn, at)) high = middle - 1;
    else low = middle;
  }
  return low;
}
