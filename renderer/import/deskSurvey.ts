import type { AttributeType } from '../../shared/domain/attribute.ts';
import type { ImportPreview } from '../../shared/domain/importing.ts';
import type { ColumnUse, TablePreview } from '../../shared/domain/survey.ts';
import type { Problem } from '../../shared/errors.ts';
import { nameOfFile } from '../../shared/text/nameOfFile.ts';
import { call } from '../api.ts';

/** A file that is a table, and how the person wants it read. */
export interface DeskSurvey {
  readonly table: TablePreview;
  /** Read as a survey, and not as a transcript. */
  readonly isChosen: boolean;
  readonly sheet: number;
  readonly uses: Readonly<Record<number, ColumnUse>>;
  readonly types: Readonly<Record<number, AttributeType>>;
  readonly name: string;
  readonly areKnown: boolean;
  /** Rows that are hidden in the file are left out. */
  readonly withoutHidden: boolean;
}

interface Looked {
  readonly fileName: string;
  readonly fileId: string | null;
  readonly preview: ImportPreview | null;
  readonly problem: Problem | null;
}

/** Each open question is a transcript with the survey's name before its own. */
export const longestName = 90;

const tableEnding = /\.(?:csv|tsv|tab|xlsx|xlsm|xltx)$/i;

/** A table by its ending, or one that was taken for text that nobody speaks in, or could not be read at all. */
function mayBeTable(file: Looked): boolean {
  if (tableEnding.test(file.fileName) || file.problem) return true;
  return (
    file.preview?.parsed.format === 'plainText' && file.preview.speakers.length === 0
  );
}

/** Looks at a file as a table of people too; what is none, or cannot be read as one, stays what it was. */
export async function surveyIn(file: Looked): Promise<DeskSurvey | null> {
  if (file.fileId === null || !mayBeTable(file)) return null;
  const table = await call('tables.preview', { fileId: file.fileId }).catch(() => null);
  if (!table?.isSurvey) return null;
  const first = table.sheets.findIndex(({ total, isHidden }) => total > 0 && !isHidden);
  return {
    table,
    isChosen: true,
    sheet: Math.max(0, first),
    uses: {},
    types: {},
    name: nameOfFile(file.fileName).slice(0, longestName),
    areKnown: false,
    withoutHidden: false,
  };
}
