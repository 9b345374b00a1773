import {
  isHeaderLine,
  isLabelLike,
  labelAtStart,
  labelKind,
} from '../../shared/text/speakerLabels.ts';
import { stampAtStart } from '../../shared/text/timeStamps.ts';
import type { SourceLine } from './sourceLines.ts';

const longestHeader = 30;
const titleWords =
  /^(?:samtal|grupp|möte|session|fg)\s*\d{1,3}\b|fokusgrupp|intervju|transkri|avskrift|utskrift|interview|focus group|transcript|gruppsamtal|gruppdiskussion|ljudfil|audio file|inspelning|\.(?:mp3|mp4|m4a|wav|wma|docx?|txt)\b/iu;

const headerWordAlone =
  /^(?:deltagare|närvarande|participants|förkortningar|teckenförklaring|transkriptionsnyckel|koder)\s*:$/iu;

function isShortFact(line: SourceLine): boolean {
  if (line.text.length > 160) return false;
  if (isHeaderLine(line.text)) return true;
  const found = labelAtStart(line.text);
  return line.text.length <= 90 && !/[.!?…]["”’)]?$/u.test(found?.text ?? line.text);
}

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
  if (text.length > 90 || /[.!?:]$/u.test(text) || isName(text, lines)) return false;
  const named = labelAtStart(text);
  if (named !== null && named.form !== 'bold') return false;
  return isOnlyHeading(line, lines) || titleWords.test(text);
}

function endOfFacts(lines: readonly SourceLine[]): number {
  let end = 0;
  for (let at = 0; at < Math.min(lines.length, longestHeader); at += 1) {
    const line = lines[at];
    if (line === undefined || !isShortFact(line)) break;
    if (isHeaderLine(line.text) || (end > 0 && headerWordAlone.test(line.text)))
      end = at + 1;
  }
  return end;
}

// "Moderator: Anna Lind" in the same block as "Datum:" says who the moderator was; it is not a turn.
function endOfBlock(lines: readonly SourceLine[], from: number): number {
  for (let at = from; at < Math.min(lines.length, longestHeader); at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.blankBefore) return at;
    if (!isShortFact(line)) break;
  }
  return from;
}

function endOfTitles(lines: readonly SourceLine[]): number {
  let end = 0;
  while (end < 3 && lines[end] !== undefined && isTitle(lines[end]!, lines)) end += 1;
  const next = lines[end];
  if (next === undefined) return 0;
  const setOff =
    next.blankBefore ||
    lines[end - 1]?.heading !== 0 ||
    labelAtStart(next.text) !== null ||
    stampAtStart(next.text) !== null;
  return setOff ? end : 0;
}

/** How many lines at the top are a header (title, date, place, who took part) and not talk. Never the whole file. */
export function headerLength(lines: readonly SourceLine[]): number {
  const facts = endOfFacts(lines);
  const length = facts > 0 ? endOfBlock(lines, facts) : endOfTitles(lines);
  return length < lines.length ? length : 0;
}
