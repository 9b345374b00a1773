import type { Api } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import type { TranscriptId } from '../../shared/domain/ids.ts';
import type { ImportReport } from '../../shared/domain/transcript.ts';
import { countWords } from '../../shared/text/countWords.ts';
import { newId, type ReadableProject, type WritableProject } from './handle.ts';

/** Keeps what was read from which file and how; the file itself is not kept (rulings 13). */
export function addReport(
  project: WritableProject,
  transcriptId: TranscriptId,
  input: Pick<ParsedOf<Api['transcripts.import']>, 'turns' | 'report'>,
): void {
  const { report } = input;
  project.run(
    `INSERT INTO import_reports (id, transcript_id, file_name, sha256, format, encoding, turns, words,
       changes, warnings, created_at)
     VALUES (:id, :transcriptId, :fileName, :sha256, :format, :encoding, :turns, :words, :changes, :warnings, :now)`,
    {
      id: newId(),
      transcriptId,
      fileName: report.fileName,
      sha256: report.sha256,
      format: report.format,
      encoding: report.encoding,
      turns: input.turns.length,
      words: input.turns.reduce((sum, turn) => sum + countWords(turn.text), 0),
      changes: JSON.stringify(report.changes),
      warnings: JSON.stringify(report.warnings),
      now: project.now,
    },
  );
}

/** What was read into a transcript and how, in the order of time. */
export function importReports(
  project: ReadableProject,
  input: ParsedOf<Api['imports.reports']>,
): readonly ImportReport[] {
  return project
    .all<
      Omit<ImportReport, 'changes' | 'warnings'> & { changes: string; warnings: string }
    >(
      `SELECT id, file_name AS fileName, sha256, format, encoding, turns, words, changes, warnings,
         created_at AS createdAt
       FROM import_reports WHERE transcript_id = :id ORDER BY created_at`,
      { id: input.transcriptId },
    )
    .map((row) => ({
      ...row,
      changes: JSON.parse(row.changes) as ImportReport['changes'],
      warnings: JSON.parse(row.warnings) as ImportReport['warnings'],
    }));
}

/** The transcript that was read from a file of the same bytes; null when there is none. */
export function nameOfSameFile(project: ReadableProject, sha256: string): string | null {
  const same = project.get<{ name: string }>(
    `SELECT transcripts.name FROM import_reports JOIN transcripts ON transcripts.id = transcript_id
     WHERE sha256 = :sha256`,
    { sha256 },
  );
  return same?.name ?? null;
}
