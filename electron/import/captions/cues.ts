import type {
  ImportChoices,
  ParsedTurn,
} from '../../../shared/domain/importedTranscript.ts';
import { labelAtStart } from '../../../shared/text/speakerLabels.ts';
import { chooseSpeakers, type Candidate } from '../text/chooseSpeakers.ts';
import type { Cue } from './cueBlocks.ts';
import { voicesOf, type VoicedText } from './cueText.ts';
import { excerpt, type ImportNotes } from '../importNotes.ts';
import { joinPieces, type Piece } from './joinCues.ts';
import { withoutRollingLines } from './rollingCues.ts';

export interface CueReading {
  readonly choices: ImportChoices;
  readonly notes: ImportNotes;
  /** How joining is told; captions are called captions where nothing else is said. */
  readonly joined?: 'cuesJoined' | 'segmentsJoined';
}

const dash = /^\s*(?:[-–—](?:\s+(?=\S)|(?=[\p{Lu}…"”'\d]|\.\.\.))|>>+\s*)/u;

interface Spoken extends Piece {
  /** The line the words were read from, before any label in it was known. */
  readonly raw: string;
  /** The format itself says who speaks. */
  readonly isNamed: boolean;
}

function voicesIn({ lines, speaker, isPlain }: Cue): readonly VoicedText[] {
  const text = lines.join('\n');
  const voices = isPlain === true ? [{ speaker, text }] : voicesOf(text);
  return speaker === undefined ? voices : voices.map((voice) => ({ ...voice, speaker }));
}

// A line of a caption that begins with a dash or >> is somebody else, whoever it is.
function piecesOf(cue: Cue, at: number): Spoken[] {
  const { line, startMs, endMs, utterance } = cue;
  const pieces: Spoken[] = [];
  for (const { speaker, text } of voicesIn(cue)) {
    let first = true;
    for (const row of text.split('\n')) {
      const raw = row.trim();
      if (raw === '') continue;
      pieces.push({
        cue: at,
        line,
        startMs,
        endMs,
        utterance,
        raw,
        text: raw,
        speaker: first ? speaker : undefined,
        changes: false,
        isNamed: cue.speaker !== undefined,
      });
      first = false;
    }
  }
  return pieces;
}

function candidatesOf(pieces: readonly Spoken[]): Candidate[] {
  return pieces.flatMap(({ raw, line, isNamed }) => {
    const found = isNamed ? null : labelAtStart(raw);
    return found === null ? [] : [{ label: found.label, form: found.form, line }];
  });
}

function labelled(piece: Spoken, labels: ReadonlySet<string>): Spoken {
  if (piece.isNamed) return piece;
  const found = labelAtStart(piece.raw);
  if (found !== null && labels.has(found.label)) {
    return { ...piece, text: found.text, speaker: piece.speaker ?? found.label };
  }
  if (!dash.test(piece.raw)) return piece;
  return {
    ...piece,
    text: piece.raw.replace(dash, ''),
    changes: piece.speaker === undefined,
  };
}

function speakersIn(
  pieces: readonly Spoken[],
  cues: number,
  { choices, notes }: CueReading,
): ReadonlySet<string> {
  const chosen = chooseSpeakers(candidatesOf(pieces), cues, choices);
  const voices = new Set(pieces.map(({ speaker }) => speaker));
  for (const { label, line } of chosen.once)
    notes.warn({ code: 'labelOnce', params: { label }, line });
  for (const { label, line } of chosen.notTaken.slice(0, 20)) {
    if (!voices.has(label))
      notes.warn({ code: 'labelNotTaken', params: { label: excerpt(label) }, line });
  }
  return chosen.labels;
}

function repeats(cue: Cue, before: Cue | undefined): boolean {
  return (
    before !== undefined &&
    cue.lines.join(' ') === before.lines.join(' ') &&
    cue.speaker === before.speaker
  );
}

function tellRepeats(cues: readonly Cue[], notes: ImportNotes): void {
  let run = 1;
  for (const [at, cue] of cues.entries()) {
    const text = cue.lines.join(' ');
    run = repeats(cue, cues[at - 1]) ? run + 1 : 1;
    if (run === 3)
      notes.warn({
        code: 'cuesRepeated',
        params: { text: excerpt(text) },
        line: cue.line,
      });
  }
}

/** Turns from captions: names by voice tag or label, one speaker's captions joined. */
export function turnsOfCues(cues: readonly Cue[], reading: CueReading): ParsedTurn[] {
  const { notes } = reading;
  const rolled = withoutRollingLines(cues, notes);
  tellRepeats(rolled, notes);
  const spoken = rolled.flatMap(piecesOf);
  const labels = speakersIn(spoken, rolled.length, reading);
  const pieces = spoken
    .map((piece) => labelled(piece, labels))
    .filter(({ text }) => text !== '');
  const dashes = pieces.filter(({ changes }) => changes).length;
  notes.changed({ code: 'dashesRead', count: dashes });
  const turns = joinPieces(pieces, reading.choices);
  const joined = Math.max(0, rolled.length - turns.length);
  notes.changed({ code: reading.joined ?? 'cuesJoined', count: joined });
  return turns;
}
