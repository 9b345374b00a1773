import type { TranscriptId } from '../../../shared/domain/ids.ts';
import type { ImportNote } from '../../../shared/domain/importedTranscript.ts';
import type { ImportReport } from '../../../shared/domain/transcript.ts';
import type { WordKey } from '../../../shared/words/words.ts';
import { useApi } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { sayNumber, sayWhen, useWords } from '../../words.ts';
import './list.css';

function Notes({
  title,
  notes,
  isPaged,
}: {
  readonly title: string;
  readonly notes: readonly ImportNote[];
  /** The places are pages. */
  readonly isPaged: boolean;
}) {
  const { say } = useWords();
  if (notes.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="report-notes">
        {notes.map((note) => (
          <li key={note.code}>
            {say(`importNote.${note.code}` as WordKey, {
              ...note.params,
              count: note.count,
            })}
            {note.lines.length > 0 && (
              <span className="ink-2">
                {' '}
                {say(isPaged ? 'transcripts.report.pages' : 'transcripts.report.lines', {
                  lines: note.lines.join(', '),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Report({ report }: { readonly report: ImportReport }) {
  const { say, language } = useWords();
  const isPaged = report.format === 'pdf';
  const isClean = report.changes.length === 0 && report.warnings.length === 0;
  return (
    <section className="report">
      <p>
        {say('transcripts.report.file', {
          file: report.fileName,
          when: sayWhen(language, report.createdAt),
        })}
      </p>
      <p className="ink-2">
        {say('transcripts.report.counts', {
          turns: sayNumber(language, report.turns),
          words: sayNumber(language, report.words),
        })}
        {report.encoding &&
          ` ${say('transcripts.report.encoding', { encoding: report.encoding })}`}
      </p>
      {isClean && <p>{say('transcripts.report.clean')}</p>}
      <Notes
        title={say('transcripts.report.changes')}
        notes={report.changes}
        isPaged={isPaged}
      />
      <Notes
        title={say('transcripts.report.warnings')}
        notes={report.warnings}
        isPaged={isPaged}
      />
      <p className="ink-2 type-s report-sum">
        {say('transcripts.report.sha', { sha: report.sha256 })}
      </p>
    </section>
  );
}

export interface ImportReportsProps {
  readonly transcriptId: TranscriptId;
  readonly onClose: () => void;
}

/** What was said when the transcript was read in: it stays. */
export function ImportReports({ transcriptId, onClose }: ImportReportsProps) {
  const { say } = useWords();
  const reports = useApi('imports.reports', { transcriptId }).data ?? [];
  return (
    <Dialog
      title={say('transcripts.reports.title')}
      isOpen
      onClose={onClose}
      actions={
        <Button kind="primary" autoFocus onPress={onClose}>
          {say('transcripts.close')}
        </Button>
      }
    >
      {reports.length === 0 && <p>{say('transcripts.report.none')}</p>}
      {reports.map((report) => (
        <Report key={report.id} report={report} />
      ))}
    </Dialog>
  );
}
