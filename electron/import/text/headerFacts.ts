import { isHeaderLine, labelAtStart } from '../../../shared/text/speakerLabels.ts';
import type { SourceLine } from '../sourceLines.ts';

const months =
  'jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:s|ch)?|apr(?:il)?|maj|may|jun[ie]?|jul[iy]?|aug(?:usti|ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const clock = String.raw`(?:,?\s+(?:kl\.?\s*|klockan\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?)?`;
const length = String.raw`(?:\s*[•·|–-]\s*[\d:.]{4,8})?`;
const weekday = String.raw`(?:\p{L}{3,8},?\s+(?:den\s+)?)?`;
const dates = [
  String.raw`\d{4}[-/]\d{2}[-/]\d{2}`,
  String.raw`\d{1,2}\.?\s+(?:${months})\.?\s+\d{4}`,
  String.raw`(?:${months})\.?\s+\d{1,2},?\s+\d{4}`,
].join('|');
const dateAlone = new RegExp(`^${weekday}(?:${dates})${clock}${length}$`, 'iu');
const lengthAlone =
  /^(?:\d{1,3}\s?(?:h|tim|timmar|timme|hours?|m|min|minuter|minut|minutes?|s|sek|sekunder|sekund|seconds?)\.?\s*){1,3}$/iu;

/** A date or a length of recording that stands alone on its line, as Teams, Google Meet and Otter begin their texts. */
export function isDateOrLength(text: string): boolean {
  const line = text.trim();
  return line.length <= 60 && (dateAlone.test(line) || lengthAlone.test(line));
}

const listHeading =
  /^(?:attendees|participants|deltagare|närvarande|inbjudna|speakers|talare|(?:summary )?keywords|nyckelord)$/iu;
const talkHeading =
  /^(?:transcript|transcription|transkript|transkription|utskrift|avskrift)$/iu;

function isListOfNames(line: SourceLine | undefined): boolean {
  return line !== undefined && line.text.includes(',') && !/[.!?]$/u.test(line.text);
}

/** How many lines from `at` are such as a program puts above the talk: who took part, keywords, "Transcript". */
export function programHeading(lines: readonly SourceLine[], at: number): number {
  const text = lines[at]?.text.trim() ?? '';
  if (talkHeading.test(text)) return 1;
  return listHeading.test(text) && isListOfNames(lines[at + 1]) ? 2 : 0;
}

/** A line too short for talk that says something about it. */
export function isShortFact(line: SourceLine): boolean {
  if (line.text.length > 160) return false;
  if (isHeaderLine(line.text)) return true;
  const found = labelAtStart(line.text);
  return line.text.length <= 90 && !/[.!?…]["”’)]?$/u.test(found?.text ?? line.text);
}
