import {
  countsMilliseconds,
  isTimeLine,
  readCueTimes,
  tidyTimes,
  type CueTimes,
} from './cueTimes.ts';
import { excerpt, type ImportNotes } from '../importNotes.ts';

/** A caption as it stands in the file. */
export interface Cue {
  /** Null in formats where lines mean nothing (JSON, binary). */
  readonly line: number | null;
  /** `GUID/119-1` without the last number: the same for the parts of one utterance that Teams has cut. */
  readonly utterance: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly lines: readonly string[];
  /** Who speaks, where the format has a field for it; no label is then looked for in the words. */
  readonly speaker?: string | undefined;
  /** The words are words and nothing else: `<` and `&` are left as they are. */
  readonly isPlain?: boolean;
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

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function isNextCounter(text: string, id: string | null): boolean {
  return (
    id !== null &&
    counter.test(id) &&
    counter.test(text) &&
    Number(text) === Number(id) + 1
  );
}

// A counter whose line of times is missing: the next number, after an empty line, with words below.
function isLostCounter(lines: readonly string[], at: number, draft: Draft): boolean {
  const text = (lines[at] ?? '').trim();
  const below = lines[at + 1];
  if (!isNextCounter(text, draft.id) || draft.lines.at(-1) !== '' || isBlank(below))
    return false;
  return draft.lines.some((line) => line !== '') && !isTimeLine(below ?? '');
}

class CueScanner {
  readonly drafts: Draft[] = [];
  readonly #lines: readonly string[];
  #inComment = false;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    for (const [at, line] of lines.entries()) this.#take(at, line);
  }

  #begin(at: number, draft: Omit<Draft, 'line'>): void {
    this.drafts.push({ line: at + 1, ...draft });
  }

  #take(at: number, line: string): void {
    const last = this.drafts.at(-1);
    if (isTimeLine(line)) {
      this.#begin(at, { id: takeId(last), times: line, lines: [] });
      this.#inComment = false;
    } else if (line.trim() === '') {
      last?.lines.push('');
      this.#inComment = false;
    } else if (this.#inComment || this.#opensComment(line, last)) {
      this.#inComment = true;
    } else {
      this.#words(at, line, last);
    }
  }

  #opensComment(line: string, last: Draft | undefined): boolean {
    if (last === undefined) return signature.test(line) || comment.test(line);
    return comment.test(line) && last.lines.at(-1) === '';
  }

  #words(at: number, line: string, last: Draft | undefined): void {
    if (last === undefined) this.#begin(at, { id: null, times: null, lines: [line] });
    else if (isLostCounter(this.#lines, at, last))
      this.#begin(at, { id: line.trim(), times: null, lines: [] });
    else last.lines.push(line);
  }
}

function timesOf(
  { times, line }: Draft,
  wholeMilliseconds: boolean,
  notes: ImportNotes,
): CueTimes {
  if (times === null) return { startMs: null, endMs: null };
  return tidyTimes(readCueTimes(times, wholeMilliseconds), line, notes);
}

function utteranceOf(id: string | null): string | null {
  return id === null ? null : (utteranceId.exec(id)?.[1] ?? null);
}

function cueOf(draft: Draft, wholeMilliseconds: boolean, notes: ImportNotes): Cue {
  const times = timesOf(draft, wholeMilliseconds, notes);
  const lines = draft.lines.filter((words) => words.trim() !== '');
  return { line: draft.line, utterance: utteranceOf(draft.id), ...times, lines };
}

function tellLinesBefore(before: readonly Draft[], notes: ImportNotes): void {
  for (const { line, lines } of before) {
    notes.warn({
      code: 'linesBeforeCues',
      line,
      count: lines.filter((text) => text.trim() !== '').length,
    });
  }
}

/** Takes a caption file apart; words before the first line of times are told and left out. */
export function cueBlocks(lines: readonly string[], notes: ImportNotes): CueBlocks {
  const { drafts } = new CueScanner(lines);
  const first = drafts.findIndex((draft) => draft.times !== null);
  const timed = first < 0 ? [] : drafts.slice(first);
  tellLinesBefore(drafts.slice(0, Math.max(0, first)), notes);
  const wholeMilliseconds = countsMilliseconds(
    timed.flatMap((draft) => draft.times ?? []),
  );
  let garbled: CueBlocks['garbled'] = null;
  const cues = timed.map((draft) => {
    const cue = cueOf(draft, wholeMilliseconds, notes);
    if (draft.times === null) notes.warn({ code: 'timeMissing', line: draft.line });
    else if (cue.startMs === null || cue.endMs === null) {
      const text = excerpt(draft.times);
      garbled ??= { line: draft.line, text };
      notes.warn({ code: 'timeGarbled', params: { text }, line: draft.line });
    }
    return cue;
  });
  return { cues, garbled };
}
