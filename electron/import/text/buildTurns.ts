import type {
  ImportChoices,
  ParsedTurn,
} from '../../../shared/domain/importedTranscript.ts';
import {
  clockMs,
  framesPerSecondOf,
  type Clock,
  type Stamp,
} from '../../../shared/text/timeStamps.ts';
import type { ImportNotes } from '../importNotes.ts';
import type { Layout, Mark } from '../marks.ts';
import type { StampedLine } from './stampedLines.ts';
import { withoutTimesOfDay } from './timesOfDay.ts';

export interface Speech {
  readonly lines: readonly StampedLine[];
  readonly layout: Layout;
  /** Lines that go on with the sentence of the line before. */
  readonly continuations: ReadonlySet<number>;
  readonly choices: ImportChoices;
  readonly notes: ImportNotes;
}

interface Draft {
  readonly speaker: string | null;
  readonly line: number | null;
  start: Clock | null;
  end: Clock | null;
  text: string[];
}

// f4 puts the stamp after what was said, most others before it: the file's own majority decides.
function stampsEndTurns(lines: readonly StampedLine[]): boolean {
  let ends = 0;
  for (const { lead, tail, words } of lines) {
    if (tail !== null) ends += 1;
    if (lead !== null && words !== '') ends -= 1;
  }
  return ends > 0;
}

class TurnBuilder {
  readonly #speech: Speech;
  readonly #stampsEnd: boolean;
  readonly #keepsStamps: boolean;
  readonly #drafts: Draft[] = [];
  #waiting: Stamp | null = null;

  constructor(speech: Speech) {
    this.#speech = speech;
    this.#stampsEnd = stampsEndTurns(speech.lines);
    this.#keepsStamps = speech.choices.keepTimeStamps === true;
  }

  build(): Draft[] {
    const { lines, layout } = this.#speech;
    for (const [at, line] of lines.entries()) {
      const mark = layout.marks.get(at);
      if (layout.consumed.has(at)) continue;
      if (mark !== undefined) this.#speaker(mark, line);
      else if (line.words === '' && line.lead !== null)
        this.#loneStamp(line.lead, line.source.text);
      else this.#words(at, line);
    }
    return this.#drafts;
  }

  #takeWaiting(): Stamp | null {
    const stamp = this.#waiting;
    this.#waiting = null;
    return stamp;
  }

  #speaker(mark: Mark, line: StampedLine): void {
    const last = this.#drafts.at(-1);
    const start = mark.start ?? this.#takeWaiting();
    this.#waiting = null;
    const text = this.#shown(mark.text, mark.start, line.tail);
    const joins =
      this.#speech.choices.joinSameSpeaker !== false && last?.speaker === mark.label;
    if (joins && last !== undefined) {
      if (text !== '') last.text.push(text);
      last.end = endOf(start, line.tail) ?? last.end;
      return;
    }
    this.#begin(mark.label, line, { text, start });
  }

  #begin(
    speaker: string | null,
    line: StampedLine,
    { text, start }: { text: string; start: Stamp | null },
  ): void {
    this.#drafts.push({
      speaker,
      line: line.source.number,
      start: start === null ? null : start.start,
      end: endOf(start, line.tail),
      text: text === '' ? [] : [text],
    });
  }

  #loneStamp(stamp: Stamp, line: string): void {
    const last = this.#drafts.at(-1);
    if (this.#keepsStamps) last?.text.push(line.trim());
    if (this.#stampsEnd && last !== undefined) last.end = stamp.start;
    else this.#waiting = stamp;
  }

  #words(at: number, line: StampedLine): void {
    const text = this.#shown(line.words, line.lead, line.tail);
    const last = this.#drafts.at(-1);
    if (last !== undefined && this.#speech.continuations.has(at)) goOn(last, text, line);
    else if (last === undefined || this.#isNobodys(line)) {
      this.#begin(null, line, { text, start: line.lead ?? this.#takeWaiting() });
    } else addParagraph(last, text, line);
  }

  // A heading in the middle of the talk is no words of whoever spoke before it.
  #isNobodys({ source }: StampedLine): boolean {
    return this.#speech.layout.marks.size === 0 || source.heading > 0;
  }

  #shown(words: string, lead: Stamp | null, tail: Stamp | null): string {
    if (!this.#keepsStamps) return words.trim();
    return [written(lead), words.trim(), written(tail)]
      .filter((part) => part !== '')
      .join(' ');
  }
}

function goOn(last: Draft, text: string, line: StampedLine): void {
  const before = last.text.pop();
  last.text.push(before === undefined ? text : `${before} ${text}`);
  last.end = endOf(line.lead, line.tail) ?? last.end;
}

function addParagraph(last: Draft, text: string, line: StampedLine): void {
  if (last.text.length === 0) last.start ??= line.lead?.start ?? null;
  last.text.push(text);
  last.end = endOf(line.lead, line.tail) ?? last.end;
}

function endOf(start: Stamp | null, tail: Stamp | null): Clock | null {
  return tail === null ? (start === null ? null : start.end) : tail.start;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

// Written anew, since a stamp may have stood inside a label that is gone.
function written(stamp: Stamp | null): string {
  if (stamp === null) return '';
  const { seconds, fraction, mark } = stamp.start;
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const full = fraction === '' ? clock : `${clock}${mark}${fraction}`;
  return stamp.form === 'hash' ? `#${full}#` : `[${full}]`;
}

function msOf(clock: Clock | null, framesPerSecond: number | null): number | null {
  return clock === null ? null : clockMs(clock, framesPerSecond);
}

/** Turns from lines whose speakers are known: paragraphs of a turn on lines of their own, stamps as times. */
export function buildTurns(speech: Speech): ParsedTurn[] {
  const drafts = new TurnBuilder(speech).build();
  const clocks = drafts
    .flatMap(({ start, end }) => [start, end])
    .filter((clock) => clock !== null);
  const keeps = speech.choices.keepTimeStamps === true;
  const frames = framesPerSecondOf(clocks);
  if (frames !== null && !keeps) {
    speech.notes.warn({ code: 'stampFrames', params: { frames }, count: clocks.length });
  }
  const turns = drafts.map((draft) => ({
    speaker: draft.speaker,
    startMs: keeps ? null : msOf(draft.start, frames),
    endMs: keeps ? null : msOf(draft.end, frames),
    text: draft.text.join('\n'),
    line: draft.line,
  }));
  if (keeps) return turns;
  const timed = withoutTimesOfDay(turns, speech.notes);
  if (timed === turns) speech.notes.changed({ code: 'stampsRead', count: clocks.length });
  return timed;
}
