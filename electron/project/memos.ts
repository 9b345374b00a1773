import type { Api } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import type { MemoId } from '../../shared/domain/ids.ts';
import type { Memo, Reading } from '../../shared/domain/theme.ts';
import { Refusal } from '../../shared/errors.ts';
import { newId, type ReadableProject, type WritableProject } from './handle.ts';
import { rowThatIsThere } from './rows.ts';

type About = ParsedOf<Api['memos.about']>;

/** What a memo may be about; without any it is about the project. */
function aboutIn(input: About) {
  return {
    transcriptId: input.transcriptId ?? null,
    unitId: input.unitId ?? null,
    codeId: input.codeId ?? null,
    categoryId: input.categoryId ?? null,
    themeId: input.themeId ?? null,
  };
}

const objects = [
  { key: 'transcriptId', table: 'transcripts' },
  { key: 'unitId', table: 'meaning_units' },
  { key: 'codeId', table: 'codes' },
  { key: 'categoryId', table: 'categories' },
  { key: 'themeId', table: 'themes' },
] as const;

/** Notes on exactly this object, oldest first. */
export function memosAbout(project: ReadableProject, input: About): readonly Memo[] {
  return project.all<Memo>(
    `SELECT memos.id, text, coalesce(analysts.name, '') AS author, memos.created_at AS createdAt
     FROM memos LEFT JOIN analysts ON analysts.id = memos.analyst_id
     WHERE kind = 'note' AND transcript_id IS :transcriptId AND unit_id IS :unitId AND code_id IS :codeId
       AND category_id IS :categoryId AND theme_id IS :themeId
     ORDER BY memos.created_at, memos.id`,
    aboutIn(input),
  );
}

/** What was noted of reading the transcripts, the latest first. */
export function readingLog(project: ReadableProject): readonly Reading[] {
  return project.all<Reading>(
    `SELECT memos.id, text, coalesce(analysts.name, '') AS author, memos.created_at AS createdAt,
       transcripts.id AS transcriptId, transcripts.name AS transcriptName
     FROM memos JOIN transcripts ON transcripts.id = transcript_id
     LEFT JOIN analysts ON analysts.id = memos.analyst_id
     WHERE memos.kind = 'reading' ORDER BY memos.created_at DESC, memos.id DESC`,
  );
}

/** A new memo, or, with `memoId`, a new wording of one that keeps its object, author and date. */
export function writeMemo(
  project: WritableProject,
  input: ParsedOf<Api['memos.write']>,
): { readonly id: MemoId } {
  if (input.memoId !== undefined) {
    const id = input.memoId;
    rowThatIsThere(project, 'SELECT 1 FROM memos WHERE id = :id', { id });
    project.run('UPDATE memos SET text = :text WHERE id = :id', { id, text: input.text });
    return { id };
  }
  const about = aboutIn(input);
  if (input.kind === 'reading' && about.transcriptId === null) throw new Refusal('gone');
  for (const { key, table } of objects) {
    const id = about[key];
    if (id !== null)
      rowThatIsThere(project, `SELECT 1 FROM ${table} WHERE id = :id`, { id });
  }
  const id = newId<MemoId>();
  project.run(
    `INSERT INTO memos (id, transcript_id, unit_id, code_id, category_id, theme_id, kind, text, analyst_id, created_at)
     VALUES (:id, :transcriptId, :unitId, :codeId, :categoryId, :themeId, :kind, :text, :analystId, :now)`,
    {
      id,
      ...about,
      kind: input.kind ?? 'note',
      text: input.text,
      analystId: project.analystId,
      now: project.now,
    },
  );
  return { id };
}

export function removeMemo(
  project: WritableProject,
  input: ParsedOf<Api['memos.remove']>,
): void {
  const id = input.memoId;
  rowThatIsThere(project, 'SELECT 1 FROM memos WHERE id = :id', { id });
  project.run('DELETE FROM memos WHERE id = :id', { id });
}
