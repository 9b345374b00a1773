import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../../shared/errors.ts';
import { turnsOfCaptions, type CaptionReading } from '../captions/captions.ts';
import type { Cue } from '../captions/cueBlocks.ts';
import { amazonTranscribe } from './amazonTranscribe.ts';
import { amberscript } from './amberscript.ts';
import { assemblyAi } from './assemblyAi.ts';
import { autoEdit } from './autoEdit.ts';
import { bbcKaldi } from './bbcKaldi.ts';
import { deepgram } from './deepgram.ts';
import { google } from './google.ts';
import { ibmWatson } from './ibmWatson.ts';
import { parseJson, parseJsonLines, type JsonLine } from './parseJson.ts';
import { speechmatics, speechmaticsFirst } from './speechmatics.ts';
import type { SpeechShape, Utterance } from './speechShape.ts';
import { openAiText, segmentList, whisper } from './whisper.ts';
import { whisperCpp } from './whisperCpp.ts';

/** Asked in this order; the narrower before the wider. */
const shapes: readonly SpeechShape[] = [
  amberscript,
  whisper,
  whisperCpp,
  segmentList,
  amazonTranscribe,
  deepgram,
  speechmatics,
  ibmWatson,
  google,
  bbcKaldi,
  speechmaticsFirst,
  autoEdit,
  assemblyAi,
  openAiText,
];

const mostKeys = 12;

function keysOf(root: unknown): string {
  const value: unknown = Array.isArray(root) ? root[0] : root;
  if (typeof value !== 'object' || value === null) return '–';
  const keys = Object.keys(value).map((key) => key.slice(0, 30).toWellFormed());
  const shown = keys.slice(0, mostKeys).join(', ');
  return keys.length > mostKeys ? `${shown} …` : shown || '–';
}

function utterancesOf(
  root: unknown,
  { file, notes }: CaptionReading,
): readonly Utterance[] {
  const shape = shapes.find(({ knows }) => knows(root));
  if (shape === undefined)
    throw new Refusal('import.jsonUnknown', { file, keys: keysOf(root) }, { file });
  const found = shape.read(root);
  if ('wrongAt' in found)
    throw new Refusal(
      'import.jsonWrong',
      { file, shape: shape.name, place: found.wrongAt },
      { file, where: found.wrongAt },
    );
  notes.changed({ code: 'jsonShape', params: { shape: shape.name } });
  return found.utterances;
}

interface Placed extends Utterance {
  readonly line: number | null;
}

// A segment on each line, or a whole answer on each.
function ofLines(lines: readonly JsonLine[], reading: CaptionReading): Placed[] {
  const values = lines.map(({ value }) => value);
  if (segmentList.knows(values)) {
    const said = utterancesOf(values, reading);
    return said.map((one, at) => ({
      ...one,
      line: said.length === lines.length ? (lines[at]?.line ?? null) : null,
    }));
  }
  return lines.flatMap(({ value, line }) =>
    utterancesOf(value, reading).map((one) => ({ ...one, line })),
  );
}

function cueOf({ text, line, startMs, endMs, speaker }: Placed): Cue {
  const lines = text.split('\n').map((part) => part.trim());
  return { line, utterance: null, startMs, endMs, lines, speaker, isPlain: true };
}

/** Turns of what a speech recogniser has written as JSON or JSON Lines, known by its shape whatever its name. */
export function readSpeechJson(text: string, reading: CaptionReading): ParsedTurn[] {
  const { file, notes } = reading;
  const lines = parseJsonLines(text, file);
  const placed =
    lines === null
      ? utterancesOf(parseJson(text, { file }), reading).map((one) => ({
          ...one,
          line: null,
        }))
      : ofLines(lines, reading);
  const said = placed.filter((one) => one.text.trim() !== '');
  if (said.length === 0) throw new Refusal('import.jsonNothingSaid', { file }, { file });
  const firstNamed = said.findIndex(({ speaker }) => speaker !== undefined);
  const goOn = said.slice(Math.max(0, firstNamed)).filter((one) => !one.speaker).length;
  if (firstNamed >= 0) notes.changed({ code: 'speakerGoesOn', count: goOn });
  return turnsOfCaptions(said.map(cueOf), { ...reading, joined: 'segmentsJoined' });
}
