import { labelAtStart } from '../../../shared/text/speakerLabels.ts';
import type { ImportNotes } from '../importNotes.ts';
import type { SourceLine } from '../sourceLines.ts';

const pageLine =
  /^\s*(?:(?:sida|sid|s|page)\.?\s*(\d{1,4})(?:\s*(?:av|of|\/|\()\s*\d{1,4}\)?)?|[-–—]\s*(\d{1,4})\s*[-–—]|(\d{1,4})\s*(?:\/|\()\s*\d{1,4}\)?|(\d{1,4}))\s*$/iu;
const numbered = /^(\s*)(\d{1,5})(?:[.:)]\s*|\s+)(?=\S)/;
const transcriberLine =
  /^(?:transcribed by https?:\/\/\S+|transkriberad av https?:\/\/\S+|.{1,80}\s(?:started|stopped) transcription|.{1,80}\s(?:startade|stoppade|avslutade) transkription(?:en)?|(?:transcription|meeting) ended after [\d:]{4,12}[^\p{L}]{0,8}|transkriberingen avslutades efter [\d:]{4,12}|this (?:editable )?transcript was computer generated.*)\s*\.?$/iu;

function withText(line: SourceLine, text: string): SourceLine {
  return {
    ...line,
    text,
    bold: Math.max(0, line.bold - (line.text.length - text.length)),
  };
}

/** Takes away a line that another program signed the file with. */
function withoutSignatures(
  lines: readonly SourceLine[],
  notes: ImportNotes,
): SourceLine[] {
  return lines.filter((line) => {
    const start = line.text.slice(0, 120);
    if (!/trans[ck]ri|ended after/i.test(start) || !transcriberLine.test(start))
      return true;
    notes.changed({
      code: 'signatureDropped',
      params: { text: line.text.trim().slice(0, 80) },
      line: line.number,
    });
    return false;
  });
}

function pageNumberOf(line: SourceLine): number | null {
  const match = pageLine.exec(line.text.slice(0, 40));
  return match === null || line.text.length > 40
    ? null
    : Number(match[1] ?? match[2] ?? match[3] ?? match[4]);
}

// A page number is only known by its fellows: three or more that go up by one, two if they say "sida".
function placesOfPageNumbers(lines: readonly SourceLine[]): ReadonlySet<number> {
  const pages = lines.flatMap((line, at) => {
    const page = pageNumberOf(line);
    return page === null ? [] : [{ at, page, saysPage: /\p{L}|\//u.test(line.text) }];
  });
  const goesUp = pages.every(
    ({ page }, at) => at === 0 || page === (pages[at - 1]?.page ?? 0) + 1,
  );
  const enough = pages.every(({ saysPage }) => saysPage) ? 2 : 3;
  return new Set(goesUp && pages.length >= enough ? pages.map(({ at }) => at) : []);
}

function withoutPageNumbers(
  lines: readonly SourceLine[],
  notes: ImportNotes,
): SourceLine[] {
  const dropped = placesOfPageNumbers(lines);
  const kept: SourceLine[] = [];
  for (const [at, line] of lines.entries()) {
    const before = kept.at(-1);
    if (dropped.has(at)) notes.changed({ code: 'pageNumberDropped', line: line.number });
    else if (
      before !== undefined &&
      dropped.has(at - 1) &&
      goesOnOverPage(line, before)
    ) {
      kept[kept.length - 1] = { ...before, text: `${before.text} ${line.text.trim()}` };
    } else kept.push(line);
  }
  return kept;
}

function goesOnOverPage(line: SourceLine, before: SourceLine): boolean {
  return (
    /[\p{Ll},]$/u.test(before.text) &&
    /^\s*\p{Ll}/u.test(line.text) &&
    labelAtStart(line.text) === null
  );
}

interface Numbered {
  readonly number: number;
  readonly hasPoint: boolean;
  readonly isLabelled: boolean;
}

function numberOf(line: SourceLine): Numbered[] {
  const match = numbered.exec(line.text);
  if (match === null) return [];
  const isLabelled = labelAtStart(line.text.slice(match[0].length)) !== null;
  return [{ number: Number(match[2]), hasPoint: /[.:)]/.test(match[0]), isLabelled }];
}

// Lines that are counted go up by one. A list with points is a list, unless what it lists is who speaks.
function countsLines(found: readonly Numbered[], lines: number): boolean {
  if (found.length < 3) return false;
  const steps = found.filter(
    ({ number }, at) => at > 0 && number - (found[at - 1]?.number ?? 0) === 1,
  );
  if (steps.length < (found.length - 1) * 0.95) return false;
  const labelled = found.filter(({ isLabelled }) => isLabelled).length;
  if (labelled >= found.length * 0.8) return true;
  return (
    found.length >= lines * 0.8 &&
    (labelled >= 2 || !found.some(({ hasPoint }) => hasPoint))
  );
}

function withoutLineNumbers(
  lines: readonly SourceLine[],
  notes: ImportNotes,
): SourceLine[] {
  const found = lines.flatMap(numberOf);
  if (!countsLines(found, lines.length)) return [...lines];
  notes.changed({ code: 'lineNumbersDropped', count: found.length });
  return lines.map((line) => withText(line, line.text.replace(numbered, '$1')));
}

/** Takes away what is on the page but not in the talk: page numbers, line numbers, the signature of a program. */
export function withoutFurniture(
  lines: readonly SourceLine[],
  notes: ImportNotes,
): SourceLine[] {
  return withoutLineNumbers(
    withoutPageNumbers(withoutSignatures(lines, notes), notes),
    notes,
  );
}
