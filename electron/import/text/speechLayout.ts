import type { ImportChoices } from '../../../shared/domain/importedTranscript.ts';
import { labelKind, type LabelReading } from '../../../shared/text/speakerLabels.ts';
import { stampAtStart, type Stamp } from '../../../shared/text/timeStamps.ts';
import { chooseSpeakers, type Candidate } from './chooseSpeakers.ts';
import { excerpt, type ImportNotes } from '../importNotes.ts';
import { noLayout, type Layout, type Mark } from '../marks.ts';
import { dashLayout, gapLayout, ownLineLayout, pointLayout } from './nameOnlyLayouts.ts';
import { nameLineLayout } from './nameLineLayouts.ts';
import type { StampedLine } from './stampedLines.ts';
import { pictureMark } from '../word/wordXml.ts';

interface LabelledLayout extends Layout {
  readonly tell: (notes: ImportNotes) => void;
}

// "Karin: [00:00:06] Tack" and "Speaker 1: (00:03)": the stamp belongs to the label and not to the words. A bare 19:30
// and nothing more does so when the words stand below it; else it is what was answered.
function stampOfWords(label: LabelReading, below: StampedLine | undefined): Stamp | null {
  const stamp = stampAtStart(label.text);
  if (stamp === null || stamp.form !== 'bare') return stamp;
  if (stamp.length < label.text.length) return stamp.fields === 3 ? stamp : null;
  return label.form !== 'colon' || (below !== undefined && !isNamed(below))
    ? stamp
    : null;
}

const isNamed = ({ label }: StampedLine) =>
  label !== null && ['code', 'role', 'name'].includes(labelKind(label.label));

function markOf(line: StampedLine, below: StampedLine | undefined): Mark | null {
  if (line.label === null) return null;
  const inWords =
    line.label.stamp === null && line.lead === null
      ? stampOfWords(line.label, below)
      : null;
  return {
    label: line.label.label,
    text: inWords === null ? line.label.text : line.label.text.slice(inWords.length),
    start: line.lead ?? line.label.stamp ?? inWords,
  };
}

const remarkAfterLabel = /^(.*\S)\s*(\([^()]{1,60}\))$/u;

// "D4 (till D1):" once, where D4 speaks elsewhere: the brackets are a remark on how it was said, and go with the words.
function withoutRemarks(lines: readonly StampedLine[]): StampedLine[] {
  const counts = new Map<string, number>();
  for (const { label } of lines) {
    if (label !== null) counts.set(label.label, (counts.get(label.label) ?? 0) + 1);
  }
  return lines.map((line) => {
    const match = line.label === null ? null : remarkAfterLabel.exec(line.label.label);
    const [whole = '', base = '', remark = ''] = match ?? [];
    if (line.label === null || counts.get(whole) !== 1 || (counts.get(base) ?? 0) < 2)
      return line;
    return {
      ...line,
      label: { ...line.label, label: base, text: `${remark} ${line.label.text}`.trim() },
    };
  });
}

function candidatesOf(lines: readonly StampedLine[]): Candidate[] {
  return lines.flatMap(({ label, source }) =>
    label === null ? [] : [{ label: label.label, form: label.form, line: source.number }],
  );
}

function labelledLayout(
  stamped: readonly StampedLine[],
  bodyLines: number,
  choices: ImportChoices,
): LabelledLayout {
  const lines = withoutRemarks(stamped);
  const chosen = chooseSpeakers(candidatesOf(lines), bodyLines, choices);
  const marks = new Map<number, Mark>();
  for (const [at, line] of lines.entries()) {
    const mark = markOf(line, lines[at + 1]);
    if (mark !== null && chosen.labels.has(mark.label)) marks.set(at, mark);
  }
  const tell = (notes: ImportNotes) => {
    for (const { label, line } of chosen.once)
      notes.warn({ code: 'labelOnce', params: { label }, line });
    for (const { label, line } of chosen.notTaken.slice(0, 20)) {
      notes.warn({ code: 'labelNotTaken', params: { label: excerpt(label) }, line });
    }
  };
  return { marks, consumed: new Set(), tell };
}

function without(layout: Layout, labels: readonly string[] | undefined): Layout {
  if (labels === undefined || labels.length === 0) return layout;
  const marks = new Map(
    [...layout.marks].filter(([, { label }]) => !labels.includes(label)),
  );
  const consumed = new Set([...layout.consumed].filter((at) => marks.has(at - 1)));
  return { marks, consumed };
}

// The face of each speaker, which Teams puts above the name, is no picture that somebody spoke of.
function withoutFaces(lines: readonly StampedLine[], layout: Layout): Layout {
  const above = [...layout.marks.keys()]
    .map((at) => at - 1)
    .filter((at) => lines[at]?.source.text.trim() === pictureMark);
  if (above.length < layout.marks.size * 0.5) return layout;
  return { ...layout, consumed: new Set([...layout.consumed, ...above]) };
}

const withoutColons = [nameLineLayout, ownLineLayout, dashLayout, gapLayout, pointLayout];

function bestWithoutColons(
  lines: readonly StampedLine[],
  choices: ImportChoices,
): Layout {
  return withoutColons
    .map((layout) => without(layout(lines), choices.notSpeakers))
    .reduce(
      (best, layout) => (layout.marks.size > best.marks.size ? layout : best),
      noLayout,
    );
}

/**
 * Who speaks where, by whichever way of writing the file uses most: labels with a colon (or in brackets, or bold), a name
 * and a time on a line of their own, a name alone on a line, a name and a dash, a name and a gap.
 */
export function speechLayout(
  lines: readonly StampedLine[],
  reading: {
    readonly bodyLines: number;
    readonly choices: ImportChoices;
    readonly notes: ImportNotes;
  },
): Layout {
  const { choices } = reading;
  const labelled = labelledLayout(lines, reading.bodyLines, choices);
  const other =
    labelled.marks.size > lines.length / 2 ? noLayout : bestWithoutColons(lines, choices);
  if (other.marks.size > labelled.marks.size) return withoutFaces(lines, other);
  labelled.tell(reading.notes);
  return withoutFaces(lines, labelled);
}
