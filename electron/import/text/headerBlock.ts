import {
  isHeaderLine,
  isLabelLike,
  labelAtStart,
  labelKind,
} from '../../../shared/text/speakerLabels.ts';
import { stampAtEnd, stampAtStart } from '../../../shared/text/timeStamps.ts';
import { isDateOrLength, isShortFact, programHeading } from './headerFacts.ts';
import type { SourceLine } from '../sourceLines.ts';

const longestHeader = 30;
const titleWords =
  /^(?:samtal|grupp|möte|session|fg)\s*\d{1,3}\b|fokusgrupp|intervju|transkri|avskrift|utskrift|interview|focus group|transcript|gruppsamtal|gruppdiskussion|ljudfil|audio file|inspelning|\.(?:mp3|mp4|m4a|wav|wma|docx?|txt)\b/iu;

const headerWordAlone =
  /^(?:deltagare|närvarande|participants|förkortningar|teckenförklaring|transkriptionsnyckel|koder)\s*:$/iu;

function isOnlyHeading(line: SourceLine, lines: readonly SourceLine[]): boolean {
  return (
    line.heading > 0 &&
    lines.filter(({ heading }) => heading === line.heading).length === 1
  );
}

// "INTERVJUARE" above what she says is no title, and a title does not come back.
function isName(text: string, lines: readonly SourceLine[]): boolean {
  if (isLabelLike(text) && ['role', 'code'].includes(labelKind(text))) return true;
  return lines.filter((line) => line.text.trim() === text).length > 1;
}

function isTitle(line: SourceLine, lines: readonly SourceLine[]): boolean {
  const text = line.text.trim();
  if (line.cells !== null && line.cells.length > 2) return false;
  if (text.length > 90 || /[.!?:]$/u.test(text) || isName(text, lines)) return false;
  const named = labelAtStart(text);
  if (named !== null && named.form !== 'bold') return false;
  return isOnlyHeading(line, lines) || titleWords.test(text);
}

const isStamped = ({ text }: SourceLine) =>
  stampAtStart(text) !== null || stampAtEnd(text) !== null;

const isUnmarked = (text: string) =>
  stampAtStart(text) === null && stampAtEnd(text) === null && labelAtStart(text) === null;

// "12 mars" can be an answer too, so a bare date or length counts only where nobody can have spoken yet.
function isBareFact(lines: readonly SourceLine[], at: number): boolean {
  const before = lines.slice(0, at);
  return (
    at < 4 &&
    isDateOrLength(lines[at]?.text ?? '') &&
    before.every(({ text }) => isDateOrLength(text) || isUnmarked(text))
  );
}

function factsFrom(lines: readonly SourceLine[], at: number, isFirst: boolean): number {
  const text = lines[at]?.text ?? '';
  if (isHeaderLine(text) || isBareFact(lines, at)) return 1;
  return !isFirst && headerWordAlone.test(text) ? 1 : programHeading(lines, at);
}

function endOfFacts(lines: readonly SourceLine[]): number {
  let end = 0;
  for (let at = 0; at < Math.min(lines.length, longestHeader); at += 1) {
    const line = lines[at];
    if (line === undefined || !isShortFact(line)) break;
    const facts = factsFrom(lines, at, end === 0);
    if (facts === 0) continue;
    end = at + facts;
    at = end - 1;
  }
  return end;
}

// "Moderator: Anna Lind" in the same block as "Datum:" says who the moderator was; it is not a turn.
function endOfBlock(lines: readonly SourceLine[], from: number): number {
  const seen = new Set<string>();
  for (let at = from; at < Math.min(lines.length, longestHeader); at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.blankBefore) return at;
    const label = labelAtStart(line.text)?.label ?? '';
    if (!isShortFact(line) || isStamped(line) || seen.has(label)) break;
    if (label !== '') seen.add(label);
  }
  return from;
}

function isSetOff(line: SourceLine, before: SourceLine | undefined): boolean {
  const { text, blankBefore, cells } = line;
  if (blankBefore || cells !== null || before?.heading !== 0) return true;
  return labelAtStart(text) !== null || stampAtStart(text) !== null;
}

function endOfTitles(lines: readonly SourceLine[]): number {
  let end = 0;
  while (end < 3 && lines[end] !== undefined && isTitle(lines[end]!, lines)) end += 1;
  const next = lines[end];
  if (next === undefined) return 0;
  return isSetOff(next, lines[end - 1]) ? end : 0;
}

function countOfLabels(lines: readonly SourceLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const label = labelAtStart(text)?.label;
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}

/** Where the block ends that stands at `from`: at the empty line after it; `from` itself if there is none in reach. */
function endOfParagraph(lines: readonly SourceLine[], from: number): number {
  const rest = lines.slice(from + 1, longestHeader);
  const length = rest.findIndex(({ blankBefore }) => blankBefore);
  return length === -1 ? from : from + 1 + length;
}

function isLegend(
  block: readonly SourceLine[],
  lines: readonly SourceLine[],
  isKey: boolean,
): boolean {
  if (block.length === 0 || !block.every(isShortFact) || block.some(isStamped))
    return false;
  const labels = block.map(({ text }) => labelAtStart(text)?.label ?? '');
  if (!isKey && labels.includes('')) return false;
  const counts = countOfLabels(lines);
  return labels.every((label) => (counts.get(label) ?? 0) < 2);
}

// "Respondent: SSK1 (R)" right below the title, and the key to the signs used: said nowhere else, so nobody's talk.
function endOfLegend(lines: readonly SourceLine[], from: number): number {
  const next = lines[from];
  if (from === 0 || next === undefined) return from;
  const isKey = next.blankBefore && headerWordAlone.test(next.text.trim());
  if (next.blankBefore && !isKey) return from;
  const end = endOfParagraph(lines, from);
  const block = lines.slice(from, end);
  return isLegend(block, lines, isKey) ? endOfLegend(lines, end) : from;
}

/** How many lines at the top are a header (title, date, place, who took part) and not talk. Never the whole file. */
export function headerLength(lines: readonly SourceLine[]): number {
  const facts = endOfFacts(lines);
  const length = facts > 0 ? endOfBlock(lines, facts) : endOfTitles(lines);
  const end = endOfLegend(lines, length);
  return end < lines.length ? end : 0;
}
