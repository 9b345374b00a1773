import {
  labelAtStart,
  labelKind,
  type LabelReading,
} from '../../../shared/text/speakerLabels.ts';
import { stampAtEnd, stampAtStart, type Stamp } from '../../../shared/text/timeStamps.ts';
import type { SourceLine } from '../sourceLines.ts';

/** A line with the time stamps at its edges told from the words between them. */
export interface StampedLine {
  readonly source: SourceLine;
  readonly lead: Stamp | null;
  readonly tail: Stamp | null;
  /** What stands between the stamps. */
  readonly words: string;
  readonly label: LabelReading | null;
}

interface Habits {
  readonly bareLead: (stamp: Stamp, rest: string) => boolean;
  readonly tail: (stamp: Stamp) => boolean;
}

// A bare 12:30 may be a time of day. It is a stamp before a label, alone on its line, or when the whole file does so.
function habitsOf(lines: readonly SourceLine[]): Habits {
  const leads = lines
    .map((line) => stampAtStart(line.text))
    .filter((stamp) => stamp !== null);
  const bare = leads.filter((stamp) => stamp.form === 'bare');
  const tails = lines
    .map((line) => stampAtEnd(line.text))
    .filter((stamp) => stamp !== null);
  const full = bare.filter((stamp) => stamp.fields === 3).length;
  const short = bare.length - full;
  // One short time among long ones is a time of day at the beginning of a line.
  const everywhere =
    lines.length >= 3 && bare.length >= lines.length * 0.8 && short >= bare.length * 0.2;
  const count = (form: Stamp['form'], fields: number) =>
    tails.filter((stamp) => stamp.form === form && stamp.fields >= fields).length;
  const bareTails = count('bare', 3) >= Math.max(3, lines.length * 0.3);
  const shortTails = count('bracket', 2) >= Math.max(3, lines.length * 0.2);
  return {
    bareLead: (stamp, rest) =>
      everywhere || (stamp.fields === 3 && full >= 2) || rest === '' || isLabelled(rest),
    tail: (stamp) => {
      if (stamp.form === 'hash') return true;
      if (stamp.form === 'bracket') return stamp.fields === 3 || shortTails;
      return stamp.fields === 3 && bareTails;
    },
  };
}

function isLabelled(text: string): boolean {
  const label = labelAtStart(text);
  return label !== null && label.form !== 'tight' && label.form !== 'bracket';
}

function leadOf(text: string, habits: Habits): Stamp | null {
  const stamp = stampAtStart(text);
  if (stamp === null || stamp.form !== 'bare') return stamp;
  return habits.bareLead(stamp, text.slice(stamp.length)) ? stamp : null;
}

function tailOf(text: string, habits: Habits, bold: number): Stamp | null {
  const stamp = text === '' ? null : stampAtEnd(text);
  if (stamp === null || stamp.length >= text.length || !habits.tail(stamp)) return null;
  // "Speaker 1: (00:03)" and nothing more: the stamp is when the words below begin.
  const label = labelAtStart(text.slice(0, text.length - stamp.length).trimEnd(), bold);
  return label !== null && label.text === '' ? null : stamp;
}

// "Tema: arbetsmiljö" set as a heading is one, however often it says "Tema".
function labelOf(source: SourceLine, words: string, bold: number): LabelReading | null {
  const label = labelAtStart(words, bold);
  const isHeading =
    source.heading > 0 && label !== null && labelKind(label.label) === 'heading';
  return isHeading ? null : label;
}

function read(source: SourceLine, habits: Habits): StampedLine {
  const text = source.text.trim();
  const indent = source.text.length - source.text.trimStart().length;
  const lead = leadOf(text, habits);
  const leadLength = lead === null ? 0 : lead.length;
  const afterLead = text.slice(leadLength);
  const bold = Math.max(0, source.bold - indent - leadLength);
  const tail = tailOf(afterLead, habits, bold);
  const words =
    tail === null ? afterLead : afterLead.slice(0, afterLead.length - tail.length);
  return { source, lead, tail, words, label: labelOf(source, words, bold) };
}

/** Tells the time stamps at the edges of each line from the words; what counts as one is decided for the whole file. */
export function stampedLines(lines: readonly SourceLine[]): StampedLine[] {
  const habits = habitsOf(lines);
  return lines.map((line) => read(line, habits));
}
