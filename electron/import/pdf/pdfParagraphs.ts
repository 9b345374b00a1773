import { labelAtStart, labelKind } from '../../../shared/text/speakerLabels.ts';
import { stampAtStart } from '../../../shared/text/timeStamps.ts';
import type { ImportNotes } from '../importNotes.ts';
import { HyphenJoiner } from './pdfHyphens.ts';
import { quantile, type PdfLine } from './pdfLines.ts';
import type { SourceLine } from '../sourceLines.ts';

interface Measures {
  /** How far right lines reach in a column of a width. */
  readonly edges: ReadonlyMap<PdfLine['column'], number>;
  /** From one base line to the next in the same paragraph. */
  readonly leading: number;
  readonly size: number;
}

interface Paragraph {
  readonly lines: PdfLine[];
  readonly blankBefore: boolean;
}

const gapFactor = 1.35;
const headingFactor = 1.2;
const sentenceEnd = /[.!?…:][)\]"”’»]*$/u;

function steps(lines: readonly PdfLine[]): number[] {
  return lines.flatMap((line, at) => {
    const before = lines[at - 1];
    if (before === undefined || !isBelow(before, line)) return [];
    const step = line.y - before.y;
    return step < 3 * line.size ? [step] : [];
  });
}

const isBelow = (before: PdfLine, line: PdfLine) =>
  before.page === line.page && before.column === line.column && line.y > before.y;

// Of a few lines the closest may well be two paragraphs.
function leadingOf(lines: readonly PdfLine[], size: number): number {
  const all = steps(lines);
  const closest = quantile(all, 0.1);
  return all.length < 5 ? Math.min(closest, size * 1.5) : closest;
}

function measure(lines: readonly PdfLine[]): Measures {
  const edges = new Map<PdfLine['column'], number>();
  for (const { column, right } of lines)
    edges.set(column, Math.max(edges.get(column) ?? 0, right));
  const size = quantile(lines.map((line) => line.size));
  return { edges, leading: leadingOf(lines, size), size };
}

/** Whether a line begins with somebody's name, or something else that never stands in the middle of a paragraph. */
function begins({ text }: PdfLine, afterFull: boolean): boolean {
  if (/^[•▪◦‣–—-]\s/u.test(text)) return true;
  const stamp = stampAtStart(text);
  if (stamp !== null && stamp.form !== 'bare') return true;
  const label = labelAtStart(text);
  if (label === null || label.form === 'bracket' || label.form === 'item') return false;
  if (label.form === 'tight') return ['code', 'role'].includes(labelKind(label.label));
  return !afterFull || !/^\p{Ll}/u.test(text);
}

// Letters differ in width, so a word may be this much wider than it looks by its length.
const widerThanUsual = 1.3;

/** Whether the first word of the next line had no room on this one. */
function isFull(line: PdfLine, next: PdfLine, { edges }: Measures): boolean {
  const edge = edges.get(line.column) ?? 0;
  const first = /^\S+/u.exec(next.text)?.[0] ?? '';
  const letter = (next.right - next.x) / (next.text.length || 1);
  if (line.right + letter * (first.length + 1) * widerThanUsual > edge) return true;
  const isBroken = /^\p{Ll}/u.test(next.text) && !sentenceEnd.test(line.text);
  return isBroken && line.right - line.x > (edge - line.x) / 2;
}

function isBesideName(paragraph: Paragraph, next: PdfLine): boolean {
  const [first] = paragraph.lines;
  const cell =
    first !== undefined && first.cells.length > 1 ? first.cells.at(-1) : undefined;
  return (
    cell !== undefined &&
    next.cells.length === 1 &&
    Math.abs(next.x - cell.x) < next.size * 0.5
  );
}

function isIndented(paragraph: Paragraph, next: PdfLine): boolean {
  const last = paragraph.lines.at(-1);
  if (last === undefined || next.x - last.x < next.size * 0.8) return false;
  return !(paragraph.lines.length === 1 && labelAtStart(last.text) !== null);
}

function goesOn(paragraph: Paragraph, next: PdfLine, measures: Measures): boolean {
  const last = paragraph.lines.at(-1);
  if (last === undefined || Math.abs(next.size - last.size) > last.size * 0.25)
    return false;
  const full = isFull(last, next, measures);
  if (begins(next, full)) return false;
  if (isBelow(last, next)) {
    if (next.y - last.y > measures.leading * gapFactor) return false;
    if (isBesideName(paragraph, next)) return true;
    return full && !isIndented(paragraph, next);
  }
  return full && (/^\p{Ll}/u.test(next.text) || !sentenceEnd.test(last.text));
}

function gather(lines: readonly PdfLine[], joins: boolean): Paragraph[] {
  const measures = measure(lines);
  const paragraphs: Paragraph[] = [];
  for (const line of lines) {
    const current = paragraphs.at(-1);
    const last = current?.lines.at(-1);
    if (joins && current !== undefined && goesOn(current, line, measures))
      current.lines.push(line);
    else {
      const blankBefore =
        last === undefined ||
        (isBelow(last, line) && line.y - last.y > measures.leading * gapFactor);
      paragraphs.push({ lines: [line], blankBefore });
    }
  }
  return paragraphs;
}

/** Where a line has gaps its parts are columns; lines below go on with the last one. */
function cellsOf(first: PdfLine, text: string): string[] | null {
  const heads = first.cells.slice(0, -1).map((cell) => cell.text);
  const length = heads.reduce((sum, head) => sum + head.length + 1, 0);
  return heads.length === 0 ? null : [...heads, text.slice(length)];
}

interface Whole {
  readonly size: number;
  readonly joiner: HyphenJoiner;
}

function sourceLine(
  { lines, blankBefore }: Paragraph,
  { size, joiner }: Whole,
): SourceLine[] {
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  const text = joiner.join(lines.map((line) => line.text));
  const isHeading =
    rest.length === 0 && first.size > size * headingFactor && text.length <= 90;
  const heading = isHeading ? 1 : 0;
  const cells = cellsOf(first, text);
  return [{ text, number: first.page + 1, blankBefore, bold: 0, heading, cells }];
}

/** Paragraphs of the lines of a PDF, by where they stand; each line by itself when they are not to be joined. */
export function paragraphsOfPdf(
  lines: readonly PdfLine[],
  { notes, joins }: { readonly notes: ImportNotes; readonly joins: boolean },
): SourceLine[] {
  const joiner = new HyphenJoiner(lines.map(({ text }) => text));
  const { size } = measure(lines);
  const paragraphs = gather(lines, joins);
  notes.changed({ code: 'linesJoined', count: lines.length - paragraphs.length });
  const found = paragraphs.flatMap((paragraph) =>
    sourceLine(paragraph, { size, joiner }),
  );
  joiner.tell(notes);
  return found;
}
