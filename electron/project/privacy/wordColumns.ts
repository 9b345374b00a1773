import type { TranscriptId, TurnId } from '../../../shared/domain/ids.ts';
import type { ReadableProject } from '../handle.ts';

export interface WordColumn {
  readonly table: string;
  readonly column: string;
}

/** A text of the project that is no transcript's. */
export interface OtherText extends WordColumn {
  readonly rowId: string;
  readonly text: string;
}

/** Text that the app and not a person has put there. */
const notWords = new Set(
  `id position approach content way_of_working language level_preset kind status role origin format encoding sha256
   turn_label review_reason hash salt date media_type fingerprint type withdrawn_on
   quotes_withdrawn_on deadline sign was_status`.split(/\s+/u),
);

/** The log is erased as a whole, the analysts are nobody in the study, and spans follow their turns. */
const otherwise = new Set(['steps', 'changes', 'analysts', 'turns', 'spans']);

/** Every column beside the turns' text that may hold words of or about people; a new table is among them by itself. */
export function wordColumns(project: ReadableProject): readonly WordColumn[] {
  return project
    .all<WordColumn>(
      `SELECT list.name AS "table", info.name AS "column"
       FROM pragma_table_list AS list, pragma_table_info(list.name) AS info
       WHERE list.schema = 'main' AND list.type = 'table' AND list.name NOT LIKE 'sqlite_%'
         AND info.type = 'TEXT' AND EXISTS (SELECT 1 FROM pragma_table_info(list.name) WHERE name = 'id')
       ORDER BY list.name, info.cid`,
    )
    .filter(
      ({ table, column }) =>
        !otherwise.has(table) && !notWords.has(column) && !/_(?:id|at)$/u.test(column),
    );
}

/** What stands in those columns. */
export function otherTexts(project: ReadableProject): readonly OtherText[] {
  return wordColumns(project).flatMap(({ table, column }) =>
    project
      .all<{ rowId: string; text: string }>(
        `SELECT id AS rowId, "${column}" AS text FROM "${table}" WHERE "${column}" <> '' ORDER BY rowid`,
      )
      .map((row) => ({ table, column, ...row })),
  );
}

const labels = new Set(['speakers.label', 'participants.pseudonym']);

/** A label is a name and no sentence, so that its capital says something. */
export function isLabel({ table, column }: WordColumn): boolean {
  return labels.has(`${table}.${column}`);
}

/** What was said in a transcript, in the order of the text. */
export function turnTexts(
  project: ReadableProject,
  transcriptId: TranscriptId,
): readonly {
  readonly turnId: TurnId;
  readonly turnLabel: string;
  readonly text: string;
}[] {
  return project.all(
    `SELECT id AS turnId, label AS turnLabel, text FROM turns
     WHERE transcript_id = :transcriptId ORDER BY position`,
    { transcriptId },
  );
}
