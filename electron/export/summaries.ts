import { delimitedText, type Delimiter } from './delimitedText.ts';
import type { Edition } from './edition.ts';
import { spreadsheet } from './spreadsheet.ts';

/** What was written of the answers of one group, or of all. */
export interface WrittenSummary {
  /** Null of all groups together. */
  readonly group: string | null;
  readonly text: string;
  /** The numbers of the units that are marked in those answers. */
  readonly units: readonly number[];
}

/** A question with what was written of it; what is of all groups stands first. */
export interface SummedQuestion {
  readonly number: number;
  readonly text: string;
  readonly summaries: readonly WrittenSummary[];
}

function columnsOf({ say }: Edition) {
  return [
    { heading: say('export.number'), width: 6 },
    { heading: say('export.question'), width: 44 },
    { heading: say('export.group'), width: 20 },
    { heading: say('export.summary'), width: 80 },
    { heading: say('export.unitNumbers'), width: 24 },
  ];
}

/** One row per question and group. */
export function summaryRows(
  { say }: Edition,
  questions: readonly SummedQuestion[],
): readonly (readonly string[])[] {
  return questions.flatMap(({ number, text, summaries }) =>
    summaries.map((summary) => [
      String(number),
      text,
      summary.group ?? say('export.allGroups'),
      summary.text,
      summary.units.join(', '),
    ]),
  );
}

export function summariesCsv(
  edition: Edition,
  questions: readonly SummedQuestion[],
  delimiter: Delimiter,
): Uint8Array {
  const headings = columnsOf(edition).map(({ heading }) => heading);
  return delimitedText([headings, ...summaryRows(edition, questions)], delimiter);
}

export function summariesXlsx(
  edition: Edition,
  questions: readonly SummedQuestion[],
): Promise<Uint8Array> {
  return spreadsheet(edition, {
    name: edition.say('export.summariesTitle'),
    columns: columnsOf(edition),
    rows: summaryRows(edition, questions),
  });
}
