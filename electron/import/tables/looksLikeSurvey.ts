import type { Table } from '../../../shared/text/proposeColumns.ts';

const fewestRows = 2;
const fewestColumns = 2;

const isTimeOrNumber = (cell: string) => /^[\d\s.,:;–-]+$/.test(cell.trim());
const spokenHeading =
  /^(?:talare|speaker|text|replik|yttrande|utterance|transcript|start|end|slut|tid|time|timestamp|från|till)$/i;

/** A table with headings and a row for each person; a transcript that was kept as a table has speakers and times. */
export function looksLikeSurvey({ headings, rows, renamed }: Table): boolean {
  if (rows.length < fewestRows || headings.length < fewestColumns) return false;
  const named = headings.length - renamed.length;
  if (named < fewestColumns || named < headings.length * 0.6) return false;
  if (headings.some(isTimeOrNumber)) return false;
  if (headings.filter((heading) => spokenHeading.test(heading)).length >= 2) return false;
  const full = rows.filter((row) => row.length > headings.length * 0.4).length;
  return full >= rows.length * 0.6;
}
