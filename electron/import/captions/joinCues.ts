import type {
  ImportChoices,
  ParsedTurn,
} from '../../../shared/domain/importedTranscript.ts';

/** What one voice says on one line of a caption. */
export interface Piece {
  /** Which caption it is a piece of, from 0. */
  readonly cue: number;
  readonly line: number | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly utterance: string | null;
  readonly text: string;
  /** `undefined`: not named, so whoever spoke before goes on. */
  readonly speaker: string | null | undefined;
  /** Somebody else begins, though it is not said who. */
  readonly changes: boolean;
}

interface Draft {
  readonly speaker: string | null;
  readonly line: number | null;
  readonly startMs: number | null;
  endMs: number | null;
  text: string;
  /** The last characters of the text, so that a long one need not be put together to look at its end. */
  ending: string;
  utterance: string | null;
  lastCue: number;
  words: number;
}

const longestPause = 2000;
// Without names nothing else would ever end a paragraph in a recording without pauses.
const longestParagraph = 150;
const sentenceEnd = /[.!?…]["”’)]*$/u;

const endingOf = (text: string) => text.slice(-8);

function isPause(last: Draft, piece: Piece): boolean {
  if (last.utterance !== null && last.utterance === piece.utterance) return false;
  return (
    last.endMs !== null &&
    piece.startMs !== null &&
    piece.startMs - last.endMs > longestPause
  );
}

function speakerOf(piece: Piece, last: Draft | undefined): string | null {
  if (piece.speaker !== undefined) return piece.speaker;
  return piece.changes ? null : (last?.speaker ?? null);
}

function isLong(last: Draft): boolean {
  return last.words > longestParagraph && sentenceEnd.test(last.ending);
}

function begins(piece: Piece, last: Draft, choices: ImportChoices): boolean {
  if (piece.changes || speakerOf(piece, last) !== last.speaker) return true;
  if (choices.joinSameSpeaker === false) return piece.cue !== last.lastCue;
  // A source without speakers has its paragraphs as turns.
  return last.speaker === null && (isPause(last, piece) || isLong(last));
}

function goOn(last: Draft, piece: Piece): void {
  last.text += `${isPause(last, piece) ? '\n' : ' '}${piece.text}`;
  last.ending = endingOf(last.ending + piece.text);
  last.words += piece.text.split(' ').length;
  last.endMs = piece.endMs === null ? last.endMs : Math.max(last.endMs ?? 0, piece.endMs);
  last.utterance = piece.utterance;
  last.lastCue = piece.cue;
}

/** One turn per speaker's run of captions: joined by one space, with a new paragraph after a pause of two seconds. */
export function joinPieces(
  pieces: readonly Piece[],
  choices: ImportChoices,
): ParsedTurn[] {
  const drafts: Draft[] = [];
  for (const piece of pieces) {
    const last = drafts.at(-1);
    if (last !== undefined && !begins(piece, last, choices)) {
      goOn(last, piece);
      continue;
    }
    const { line, startMs, endMs, text, utterance } = piece;
    const words = text.split(' ').length;
    drafts.push({
      speaker: speakerOf(piece, last),
      line,
      startMs,
      endMs,
      text,
      ending: endingOf(text),
      utterance,
      lastCue: piece.cue,
      words,
    });
  }
  return drafts.map(({ speaker, startMs, endMs, text, line }) => ({
    speaker,
    startMs,
    endMs,
    text,
    line,
  }));
}
