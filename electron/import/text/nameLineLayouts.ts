import { isLabelLike, labelKind } from '../../../shared/text/speakerLabels.ts';
import { stampAtEnd, stampAtStart, type Stamp } from '../../../shared/text/timeStamps.ts';
import { noLayout, type Layout, type Mark } from '../marks.ts';
import type { StampedLine } from './stampedLines.ts';

type Finder = (lines: readonly StampedLine[], at: number) => Found | null;
interface Found {
  readonly mark: Mark;
  /** How many lines after this one belong to the mark. */
  readonly takes: number;
}

const clockTime = /[\s,(]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*[ap]\.?m\.?\)?\s*$/iu;

const clockAlone = /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*[ap]\.?m\.?$/iu;

function tidied(name: string): string {
  return name.replace(/^[-–—|,·*\s]+|[-–—|,·*:\s([]+$/gu, '').replace(/\s+/gu, ' ');
}

function markOf(name: string, start: Stamp | null): Mark | null {
  const label = tidied(name);
  return isLabelLike(label) && labelKind(label) !== 'sentence'
    ? { label, text: '', start }
    : null;
}

function textAt(lines: readonly StampedLine[], at: number): string {
  return lines[at]?.source.text.trim() ?? '';
}

function loneStamp(line: StampedLine | undefined): Stamp | null {
  if (line === undefined || line.source.text.length > 60) return null;
  const text = line.source.text.trim();
  const stamp = stampAtStart(text);
  return stamp !== null && stamp.length === text.length ? stamp : null;
}

/** `Karin Öberg  0:25`, and the words on the lines below (Otter, Teams, Word's own transcription). */
const nameThenTime: Finder = (lines, at) => {
  const text = textAt(lines, at).replace(/:$/, '');
  if (text.length > 80 || at + 1 >= lines.length) return null;
  const clock = clockTime.exec(text);
  if (clock !== null) {
    const mark = markOf(text.slice(0, clock.index), null);
    return mark === null ? null : { mark, takes: 0 };
  }
  const stamp = stampAtEnd(text);
  if (stamp === null || stamp.length >= text.length) return null;
  const mark = markOf(text.slice(0, text.length - stamp.length), stamp);
  return mark === null ? null : { mark, takes: 0 };
};

/** `00:00:05 Talare 1`, and the words on the lines below. */
const timeThenName: Finder = (lines, at) => {
  const text = textAt(lines, at);
  const stamp = text.length > 90 ? null : stampAtStart(text);
  if (stamp === null || stamp.length === text.length || clockAlone.test(text))
    return null;
  const below = lines[at + 1];
  if (below === undefined || stampAtStart(below.source.text) !== null) return null;
  const mark = markOf(text.slice(stamp.length), stamp);
  return mark === null ? null : { mark, takes: 0 };
};

/** Name, time and words on a line each (copied out of Teams); a time of day says nothing of the recording. */
const nameAboveTime: Finder = (lines, at) => {
  const stamp = loneStamp(lines[at + 1]);
  const text = textAt(lines, at);
  const isTime = stamp !== null || clockAlone.test(textAt(lines, at + 1));
  if (!isTime || text.length > 60 || at + 2 >= lines.length) return null;
  const mark = markOf(text, stamp);
  return mark === null ? null : { mark, takes: 1 };
};

/** Time, name and words on a line each (Teams' first Word files). */
const nameBelowTime: Finder = (lines, at) => {
  const stamp = loneStamp(lines[at]);
  const text = textAt(lines, at + 1);
  if (
    stamp === null ||
    text.length > 60 ||
    at + 2 >= lines.length ||
    loneStamp(lines[at + 2]) !== null
  )
    return null;
  const mark = markOf(text, stamp);
  return mark === null ? null : { mark, takes: 1 };
};

function found(lines: readonly StampedLine[], finder: Finder): Layout {
  const marks = new Map<number, Mark>();
  const consumed = new Set<number>();
  for (let at = 0; at < lines.length; at += 1) {
    const hit = finder(lines, at);
    if (hit === null) continue;
    marks.set(at, hit.mark);
    for (let taken = 1; taken <= hit.takes; taken += 1) consumed.add(at + taken);
    at += hit.takes;
  }
  return { marks, consumed };
}

// Words can look like a name by chance; a way of writing shows in names that come back or all look like names.
function isBelievable({ marks }: Layout, lines: number): boolean {
  if (marks.size < 2) return false;
  const labels = [...marks.values()].map(({ label }) => label);
  const distinct = new Set(labels);
  const named = [...distinct].filter(
    (label) => !['phrase', 'heading'].includes(labelKind(label)),
  );
  const adjacent = [...marks.keys()].filter((at) => marks.has(at + 1)).length;
  if (adjacent > marks.size * 0.1 || marks.size < lines * 0.02) return false;
  return named.length >= distinct.size * 0.8 || distinct.size <= labels.length * 0.5;
}

/** The layout in which a name and a time stand on lines of their own above the words, when the file has one. */
export function nameLineLayout(lines: readonly StampedLine[]): Layout {
  const layouts = [nameAboveTime, nameThenTime, nameBelowTime, timeThenName]
    .map((finder) => found(lines, finder))
    .filter((layout) => isBelievable(layout, lines.length));
  return layouts.reduce(
    (best, layout) => (layout.marks.size > best.marks.size ? layout : best),
    noLayout,
  );
}
