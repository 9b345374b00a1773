import type {
  ImportChoices,
  ParsedTurn,
} from '../../shared/domain/importedTranscript.ts';
import {
  clockMs,
  framesPerSecondOf,
  type Clock,
  type Stamp,
} from '../../shared/text/timeStamps.ts';
import type { ImportNotes } from './importNotes.ts';
import type { Layout } from './marks.ts';
import type { StampedLine } from './stampedLines.ts';

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
  readonly #hasSpeakers: boolean;
  readonly #drafts: Draft[] = [];
  #waiting: Stamp | null = null;

  constructor(speech: Speech) {
    this.#speech = speech;
    this.#stampsEnd = stampsEndTurns(speech.lines);
    this.#hasSpeakers = speech.layout.marks.size > 0;
  }

  build(): Draft[] {
    for (const [at, line] of this.#speech.lines.entries()) {
      if (this.#speech.layout.consumed.has(at)) continue;
      if (this.#speech.layout.marks.has(at)) this.#speaker(at, line);
      else if (line.words === '' && line.lead !== null) this.#loneStamp(line.lead);
      else this.#words(at, line);
    }
    return this.#drafts;
  }

  #speaker(at: number, line: StampedLine): void {
    const mark = this.#speech.layout.marks.get(at);
    if (mark === undefined) return;
    const last = this.#drafts.at(-1);
    const start = mark.start ?? this.#waiting;
    this.#waiting = null;
    const text = this.#shown(mark.text, mark.start, line.tail);
    if (
      this.#speech.choices.joinSameSpeaker !== false &&
      last !== undefined &&
      last.speaker === mark.label
    ) {
      if (text !== '') last.text.push(text);
      last.end = (line.tail ?? mark.start)?.end ?? line.tail?.start ?? last.end;
      return;
    }
    this.#drafts.push({
      speaker: mark.label,
      line: line.source.number,
      start: start?.start ?? null,
      end: line.tail?.start ?? start?.end ?? null,
      text: text === '' ? [] : [text],
    });
  }

  #loneStamp(stamp: Stamp): void {
    const last = this.#drafts.at(-1);
    if (this.#speech.choices.keepTimeStamps === true) this.#keep(stamp);
    if (this.#stampsEnd && last !== undefined) last.end = stamp.start;
    else this.#waiting = stamp;
  }

  #keep(stamp: Stamp): void {
    const line = this.#speech.lines.find(({ lead }) => lead === stamp);
    this.#drafts.at(-1)?.text.push(line?.source.text.trim() ?? '');
  }

  #words(at: number, line: StampedLine): void {
    const text = this.#shown(line.words, line.lead, line.tail);
    const last = this.#drafts.at(-1);
    if (
      last !== undefined &&
      this.#speech.continuations.has(at) &&
      last.text.length > 0
    ) {
      last.text[last.text.length - 1] += ` ${text}`;
      last.end = line.tail?.start ?? last.end;
      return;
    }
    if (last === undefined || !this.#hasSpeakers) {
      const stamp = line.lead ?? this.#waiting;
      this.#waiting = null;
      this.#drafts.push({
        speaker: null,
        line: line.source.number,
        start: stamp?.start ?? null,
        end: line.tail?.start ?? stamp?.end ?? null,
        text: [text],
      });
      return;
    }
    last.text.push(text);
    last.start ??= last.text.length === 1 ? (line.lead?.start ?? null) : null;
    last.end = line.tail?.start ?? line.lead?.end ?? last.end;
  }

  #shown(words: string, lead: Stamp | null, tail: Stamp | null): string {
    if (this.#speech.choices.keepTimeStamps !== true) return words.trim();
    return [written(lead), words.trim(), written(tail)]
      .filter((part) => part !== '')
      .join(' ');
  }
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
  if (!keeps) speech.notes.changed({ code: 'stampsRead', count: clocks.length });
  return drafts.map((draft) => ({
    speaker: draft.speaker,
    startMs: keeps ? null : msOf(draft.start, frames),
    endMs: keeps ? null : msOf(draft.end, frames),
    text: draft.text.join('\n'),
    line: draft.line,
  }));
}
