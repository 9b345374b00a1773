import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { clockMs, readClock } from '../../../shared/text/timeStamps.ts';
import type { ImportNotes } from '../importNotes.ts';
import type { SourceLine } from '../sourceLines.ts';

interface Message {
  readonly time: string;
  readonly from: string;
  readonly isPrivate: boolean;
  readonly text: string;
}

const message =
  /^\s{0,8}(\d{1,2}:\d{2}:\d{2})\s{1,8}(?:from|från)\s{1,8}(\S[^:\n]{0,80}?)(?:\s{1,8}(?:to|till)\s{1,8}(\S[^:\n]{0,80}?))?\s{0,4}:(?:\s(.*))?$/isu;
const isPrivate = /\((?:direct message|privately|direktmeddelande|privat)\)\s*$/iu;
const fewest = 2;

function messageOf({ text }: SourceLine): Message | null {
  const match = message.exec(text);
  if (match === null) return null;
  const [, time = '', from = '', to = '', words = ''] = match;
  return {
    time,
    from: from.replace(/\s+/gu, ' '),
    isPrivate: isPrivate.test(to),
    text: words.trim(),
  };
}

function startOf(time: string): number | null {
  const clock = readClock(time);
  return clock === null ? null : clockMs(clock, null);
}

/**
 * The messages of a chat that Zoom has saved (`10:02:14 From Anna Ek to Everyone: …`), the words on the same line or below
 * it; null for any other text. What was sent to one person only is told.
 */
export function zoomChatTurns(
  lines: readonly SourceLine[],
  notes: ImportNotes,
): ParsedTurn[] | null {
  const found = lines.map(messageOf);
  if (found.filter((one) => one !== null).length < fewest || found[0] === null)
    return null;
  const flush = lines.filter(({ text }) => !/^\s/u.test(text)).length;
  if (found.filter((one) => one !== null).length < flush * 0.5) return null;
  const turns: ParsedTurn[] = [];
  for (const [at, { text, number }] of lines.entries()) {
    const one = found[at];
    const last = turns.at(-1);
    if (one) {
      const startMs = startOf(one.time);
      if (one.isPrivate) notes.warn({ code: 'chatPrivate', line: number });
      turns.push({
        speaker: one.from,
        startMs,
        endMs: null,
        text: one.text,
        line: number,
      });
    } else if (last !== undefined) {
      turns[turns.length - 1] = { ...last, text: `${last.text}\n${text.trim()}`.trim() };
    }
  }
  return turns;
}
