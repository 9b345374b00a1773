import { isLabelLike, labelKind } from '../../../shared/text/speakerLabels.ts';
import { noLayout, type Layout, type Mark } from '../marks.ts';
import type { StampedLine } from './stampedLines.ts';

const isNamed = (label: string) => ['code', 'role', 'name'].includes(labelKind(label));

function tallyOf(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

// Section headings and sentences can look like names too, but they do not come back.
function mostlyComeBack(marks: ReadonlyMap<number, Mark>): boolean {
  const labels = [...marks.values()].map(({ label }) => label);
  const counts = tallyOf(labels);
  const repeated = labels.filter((label) => (counts.get(label) ?? 0) > 1).length;
  return marks.size >= 2 && counts.size >= 2 && repeated >= labels.length * 0.5;
}

function standsOut({ source, words }: StampedLine): boolean {
  const text = words.trim();
  const isCapitals = /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
  return (
    isCapitals ||
    source.heading > 0 ||
    source.bold >= text.length ||
    labelKind(text) !== 'name'
  );
}

function ownLineLabel(lines: readonly StampedLine[], at: number): string | null {
  const line = lines[at];
  const below = lines[at + 1];
  if (line === undefined || below === undefined || line.tail !== null) return null;
  const text = line.words.trim();
  if (text.length > 42 || !isLabelLike(text) || !isNamed(text)) return null;
  const opensBlock = line.source.blankBefore && !below.source.blankBefore;
  return opensBlock || standsOut(line) ? text : null;
}

// A title above the first name looks like a name; of two that follow each other the one that comes back is the name.
function withoutNeighbours(labels: ReadonlyMap<number, string>): Map<number, string> {
  const counts = tallyOf([...labels.values()]);
  const countAt = (at: number) => counts.get(labels.get(at) ?? '') ?? 0;
  const kept = new Map<number, string>();
  for (const [at, label] of labels) {
    if (kept.has(at - 1) || countAt(at + 1) > countAt(at)) continue;
    kept.set(at, label);
  }
  return kept;
}

/** The layout in which a name stands alone on a line above the words: in capitals, as a heading, or first in its block. */
export function ownLineLayout(lines: readonly StampedLine[]): Layout {
  const labels = new Map<number, string>();
  for (const at of lines.keys()) {
    const label = ownLineLabel(lines, at);
    if (label !== null) labels.set(at, label);
  }
  const marks = new Map<number, Mark>();
  for (const [at, label] of withoutNeighbours(labels)) {
    const lead = lines[at]?.lead ?? null;
    marks.set(at, { label, text: '', start: lead });
  }
  if (!mostlyComeBack(marks) || marks.size < lines.length * 0.1) return noLayout;
  return { marks, consumed: new Set() };
}

const afterDash = /^(\S(?:.{0,38}?\S)?)\s*[–—-]\s+(?=\S)/u;
const afterPoint = /^(\p{L}{1,4} ?\d{0,3})[.;)]\s+(?=\S)/u;
const afterGap = /^(\S(?:.{0,38}?\S)?)(?:\t[\t ]*| {2,20}\t*)(?=\S)/u;

function separatedMark(line: StampedLine, pattern: RegExp): Mark | null {
  const match = pattern.exec(line.words.slice(0, 80));
  const label = (match?.[1] ?? '').trim();
  if (match === null || !isLabelLike(label) || !isNamed(label)) return null;
  return { label, text: line.words.slice(match[0].length).trim(), start: line.lead };
}

function separatedBy(lines: readonly StampedLine[], pattern: RegExp): Layout {
  const marks = new Map<number, Mark>();
  let flush = 0;
  for (const [at, line] of lines.entries()) {
    if (/^\s/.test(line.source.text)) continue;
    flush += 1;
    const mark = separatedMark(line, pattern);
    if (mark !== null) marks.set(at, mark);
  }
  if (!mostlyComeBack(marks) || marks.size < flush * 0.6) return noLayout;
  return { marks, consumed: new Set() };
}

/** `Anna – Ja, det tycker jag`. */
export function dashLayout(lines: readonly StampedLine[]): Layout {
  return separatedBy(lines, afterDash);
}

/** `P1. Ja, det tycker jag`. */
export function pointLayout(lines: readonly StampedLine[]): Layout {
  return separatedBy(lines, afterPoint);
}

/** `P1      Ja, det tycker jag`: a label and a gap, with no sign between them. */
export function gapLayout(lines: readonly StampedLine[]): Layout {
  return separatedBy(lines, afterGap);
}
