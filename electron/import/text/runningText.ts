import type {
  ImportChoices,
  ParsedTurn,
} from '../../../shared/domain/importedTranscript.ts';
import { buildTurns } from './buildTurns.ts';
import { headerLength } from './headerBlock.ts';
import { excerpt, type ImportNotes } from '../importNotes.ts';
import type { SourceLine } from '../sourceLines.ts';
import { speechLayout } from './speechLayout.ts';
import { stampedLines } from './stampedLines.ts';
import { withoutSpokenTimes } from './spokenTimes.ts';
import { tableShape, turnsOfRows } from './tableRows.ts';
import { withoutTimesOfDay } from './timesOfDay.ts';
import { continuationLines } from './wrappedLines.ts';
import { zoomChatTurns } from './zoomChat.ts';
import type { Reading } from '../reading.ts';

function headerTurn(lines: readonly SourceLine[]): ParsedTurn[] {
  const text = lines.map((line) => line.text.trim()).join('\n');
  return text === ''
    ? []
    : [
        {
          speaker: null,
          startMs: null,
          endMs: null,
          text,
          line: lines[0]?.number ?? null,
        },
      ];
}

function tellHeader(lines: readonly SourceLine[], notes: ImportNotes): void {
  const text = lines.map((line) => line.text.trim()).join(' · ');
  for (const line of lines)
    notes.changed({
      code: 'headerDropped',
      params: { text: excerpt(text) },
      line: line.number,
    });
}

function joinRows(turns: readonly ParsedTurn[], choices: ImportChoices): ParsedTurn[] {
  if (choices.joinSameSpeaker === false) return [...turns];
  const joined: ParsedTurn[] = [];
  for (const turn of turns) {
    const last = joined.at(-1);
    if (last === undefined || last.speaker === null || last.speaker !== turn.speaker)
      joined.push(turn);
    else
      joined[joined.length - 1] = {
        ...last,
        text: `${last.text}\n${turn.text}`,
        endMs: turn.endMs ?? last.endMs,
      };
  }
  return joined;
}

/** Turns that came with their times, as rows or messages. */
function timedTurns(
  turns: ParsedTurn[],
  { choices, notes }: Omit<Reading, 'file'>,
): ParsedTurn[] {
  const timed = withoutTimesOfDay(turns, notes);
  notes.changed({
    code: 'stampsRead',
    count: timed.filter(({ startMs }) => startMs !== null).length,
  });
  return joinRows(timed, choices);
}

function speechTurns(
  lines: readonly SourceLine[],
  { choices, notes }: Omit<Reading, 'file'>,
): ParsedTurn[] {
  const stamped = stampedLines(lines);
  const mayBeLabel = (at: number) => {
    const form = stamped[at]?.label?.form;
    return (
      form === 'colon' ||
      form === 'stamp' ||
      form === 'bold' ||
      stamped[at]?.lead !== null
    );
  };
  const continuations = continuationLines(lines, mayBeLabel, choices.unwrapLines);
  if (continuations.size > 0)
    notes.changed({ code: 'linesJoined', count: continuations.size });
  const bodyLines = lines.length - continuations.size;
  const layout = speechLayout(stamped, { bodyLines, choices, notes });
  return buildTurns({ lines: stamped, layout, continuations, choices, notes });
}

/** Turns from lines of running text, whatever format they came in. */
export function turnsOfLines(
  given: readonly SourceLine[],
  reading: Omit<Reading, 'file'>,
): ParsedTurn[] {
  const { choices, notes } = reading;
  const chat = zoomChatTurns(given, reading.notes);
  if (chat !== null) return timedTurns(chat, reading);
  const lines = withoutSpokenTimes(given);
  const length = headerLength(lines);
  const header = lines.slice(0, length);
  const body = lines.slice(length);
  const drops = choices.dropHeader !== false;
  if (drops) tellHeader(header, notes);
  const shape = tableShape(body);
  const turns =
    shape === null
      ? speechTurns(body, reading)
      : timedTurns(turnsOfRows(body, shape, notes), reading);
  return drops ? turns : [...headerTurn(header), ...turns];
}
