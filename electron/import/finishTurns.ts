import type { ParsedTurn } from '../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../shared/errors.ts';
import { countWords } from '../../shared/text/countWords.ts';
import { normaliseText } from '../../shared/text/normaliseText.ts';
import type { ImportNotes } from './importNotes.ts';

const longestLabel = 200;
const longestStepBack = 5000;
const manyWords = 300;

// Joining, unescaping and taking tags away can undo NFC, so every turn passes the door once more.
function finished(turn: ParsedTurn): ParsedTurn {
  const text = normaliseText(turn.text)
    .text.replace(/[ \t]+$/gmu, '')
    .trim();
  const speaker =
    turn.speaker === null
      ? null
      : normaliseText(turn.speaker).text.slice(0, longestLabel).toWellFormed().trim();
  return { ...turn, text, speaker: speaker === '' ? null : speaker };
}

function tellTimes(turns: readonly ParsedTurn[], notes: ImportNotes): void {
  let before: number | null = null;
  for (const { startMs, endMs, line } of turns) {
    const at = startMs ?? endMs;
    if (at === null) continue;
    if (before !== null && before - at > longestStepBack)
      notes.warn({ code: 'timesRunBackwards', line });
    before = at;
  }
}

function tellSpeakers(turns: readonly ParsedTurn[], notes: ImportNotes): void {
  if (turns.every(({ speaker }) => speaker === null)) notes.warn({ code: 'noSpeakers' });
  const [only] = turns;
  if (only === undefined || turns.length > 1 || only.text.includes('\n')) return;
  if (countWords(only.text) > manyWords) notes.warn({ code: 'oneParagraph' });
}

/** Turns as they may enter a project: normalised, none without words, with what looks wrong in them told. */
export function finishedTurns(
  turns: readonly ParsedTurn[],
  { file, notes }: { readonly file: string; readonly notes: ImportNotes },
): ParsedTurn[] {
  const all = turns.map(finished);
  for (const { text, speaker, line } of all) {
    if (text === '' && speaker !== null)
      notes.warn({ code: 'emptyTurn', params: { label: speaker }, line });
  }
  const kept = all.filter(({ text }) => text !== '');
  if (kept.length === 0) throw new Refusal('import.onlySpace', { file }, { file });
  tellTimes(kept, notes);
  tellSpeakers(kept, notes);
  return kept;
}
