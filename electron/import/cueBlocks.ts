import { countsMilliseconds, isTimeLine, readCueTimes } from './cueTimes.ts';
import { excerpt, type ImportNotes } from './importNotes.ts';

/** A caption as it stands in the file. */
export interface Cue {
  readonly line: number;
  /** `GUID/119-1` without the last number: the same for the parts of one utterance that Teams has cut. */
  readonly utterance: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly lines: readonly string[];
}

export interface CueBlocks {
  readonly cues: readonly Cue[];
  /** The first line of times that could not be read. */
  readonly garbled: { readonly line: number; readonly text: string } | null;
}

const counter = /^\d{1,7}$/;
const utteranceId = /^(\S{8,80})-\d{1,6}$/;
const signature = /^\uFEFF?WEBVTT/i;
const comment = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;

interface Draft {
  line: number;
  id: string | null;
  times: string | null;
  lines: string[];
}

// The line above the times is a counter or an identifier, if it stands apart or is a number.
function takeId(draft: Draft | undefined): string | null {
  if (draft === undefined) return null;
  const last = draft.lines.at(-1);
  if (last === undefined || last === '') return null;
  const standsApart =
    draft.lines.at(-2) === '' || (draft.lines.length === 1 && draft.times === null);
  if (!counter.test(last.trim()) && !standsApart) return null;
  draft.lines.pop();
  return last.trim();
}

function isLostCounter(lines: readonly string[], at: number, draft: Draft): boolean {
  const text = lines[at]?.trim() ?? '';
  const before = draft.lines.at(-1) === '' && draft.lines.some((line) => line !== '');
  const next = lines[at + 1]?.trim() ?? '';
  const goesOn =
    draft.id !== null && counter.test(draft.id) && Number(text) === Number(draft.id) + 1;
  return before && goesOn && counter.test(text) && next !== '' && !isTimeLine(next);
}

function drafts(lines: readonly string[]): Draft[] {
  const found: Draft[] = [];
  let inComment = false;
  for (const [at, line] of lines.entries()) {
    const last = found.at(-1);
    if (isTimeLine(line)) {
      const id = takeId(last);
      found.push({ line: at + 1, id, times: line, lines: [] });
      inComment = false;
    } else if (line.trim() === '') {
      inComment = false;
      last?.lines.push('');
    } else if (
      inComment ||
      (comment.test(line) && (last === undefined || last.lines.at(-1) === ''))
    ) {
      inComment = true;
    } else if (last !== undefined && isLostCounter(lines, at, last)) {
      found.push({ line: at + 1, id: line.trim(), times: null, lines: [] });
    } else if (last === undefined && signature.test(line)) {
      inComment = true;
    } else if (last === undefined) {
      found.push({ line: at + 1, id: null, times: null, lines: [line] });
    } else {
      last.lines.push(line);
    }
  }
  return found;
}

function cueOf(draft: Draft, wholeMilliseconds: boolean, notes: ImportNotes): Cue {
  const times =
    draft.times === null
      ? { startMs: null, endMs: null }
      : readCueTimes(draft.times, wholeMilliseconds);
  const { line } = draft;
  const isNegative = (times.startMs ?? 0) < 0 || (times.endMs ?? 0) < 0;
  if (isNegative) notes.warn({ code: 'timeNegative', line });
  const startMs = times.startMs === null ? null : Math.max(0, times.startMs);
  let endMs = times.endMs === null ? null : Math.max(0, times.endMs);
  if (startMs !== null && endMs !== null && endMs < startMs) {
    notes.warn({ code: 'timeEndsBeforeStart', line });
    endMs = startMs;
  }
  const utterance = utteranceId.exec(draft.id ?? '')?.[1] ?? null;
  return {
    line,
    utterance,
    startMs,
    endMs,
    lines: draft.lines.filter((words) => words.trim() !== ''),
  };
}

/** Takes a caption file apart; what stands before the first line of times is left to the caller. */
export function cueBlocks(lines: readonly string[], notes: ImportNotes): CueBlocks {
  const all = drafts(lines);
  const first = all.findIndex((draft) => draft.times !== null);
  const timed = first < 0 ? [] : all.slice(first);
  for (const { line, lines: words } of all.slice(0, Math.max(0, first))) {
    const lost = words.filter((text) => text.trim() !== '' && !signature.test(text));
    notes.warn({ code: 'linesBeforeCues', line, count: lost.length });
  }
  const wholeMilliseconds = countsMilliseconds(
    timed.flatMap((draft) => draft.times ?? []),
  );
  let garbled: CueBlocks['garbled'] = null;
  const cues = timed.map((draft) => {
    const cue = cueOf(draft, wholeMilliseconds, notes);
    if (draft.times !== null && (cue.startMs === null || cue.endMs === null)) {
      garbled ??= { line: draft.line, text: excerpt(draft.times) };
      notes.warn({
        code: 'timeGarbled',
        params: { text: excerpt(draft.times) },
        line: draft.line,
      });
    } else if (draft.times === null) {
      notes.warn({ code: 'timeMissing', line: draft.line });
    }
    return cue;
  });
  return { cues, garbled };
}
