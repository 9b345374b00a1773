import { usePlace } from '../place.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { useInPieces } from '../ui/useInPieces.ts';
import { sayNumber, sayProblem, useWords } from '../words.ts';
import { memo, useState } from 'react';

import type { ImportedFile } from '../../shared/domain/importing.ts';
import { useChooseTranscripts } from './ChooseFiles.tsx';
import { showOutcome, type ImportOutcome } from './importDesk.ts';
import { NoteList } from './notes.tsx';

const FileOutcome = memo(function FileOutcome(props: {
  readonly file: ImportedFile;
  readonly isOne: boolean;
}) {
  const { file, isOne } = props;
  const { say, language } = useWords();
  const [isOpen, setOpen] = useState(file.warnings.length > 0);
  const notes = file.changes.length + file.warnings.length;
  return (
    <li className="import-outcome-file">
      <Disclosure
        title={file.fileName}
        fact={say('import.outcome.facts', {
          turns: sayNumber(language, file.turns),
          words: sayNumber(language, file.words),
          count: notes,
        })}
        isOpen={isOpen}
        onChange={setOpen}
      >
        {file.warnings.length > 0 && (
          <>
            <h3 className="import-heading">{say('import.look')}</h3>
            <NoteList notes={file.warnings} format={file.format} />
          </>
        )}
        <h3 className="import-heading">{say('import.changed')}</h3>
        {file.changes.length > 0 ? (
          <NoteList notes={file.changes} format={file.format} />
        ) : (
          <p className="type-s ink-2">{say('import.changed.nothing')}</p>
        )}
        <p className="type-s ink-3">
          {file.speakers
            .map(
              (speaker) =>
                `${speaker.label}: ${say('import.turns', { count: speaker.turns })}`,
            )
            .join(' · ')}
        </p>
      </Disclosure>
      {!isOne && (
        <Button
          kind="link"
          onPress={() => {
            showOutcome(null);
            usePlace
              .getState()
              .go({ workspace: 'transcripts', transcriptId: file.transcriptId });
          }}
        >
          {say('import.read', { file: file.fileName })}
        </Button>
      )}
    </li>
  );
});

/** What came in, what was changed, what to look at and what could not be read; it also stays with each transcript. */
export function Outcome({ outcome }: { readonly outcome: ImportOutcome }) {
  const { say } = useWords();
  const choose = useChooseTranscripts();
  const { go } = usePlace();
  const [first] = outcome.imported;
  const drawn = useInPieces(outcome.imported);
  return (
    <div className="import-outcome">
      <h2 className="type-l">
        {say('import.outcome', { count: outcome.imported.length })}
      </h2>
      {outcome.people !== undefined && outcome.people > 0 && (
        <p>
          {say('survey.done', { count: outcome.people })}{' '}
          <Button
            kind="link"
            onPress={() => {
              showOutcome(null);
              go({ workspace: 'participants' });
            }}
          >
            {say('participants.title')}
          </Button>
        </p>
      )}
      {outcome.refused.map((problem) => (
        <Banner key={JSON.stringify(problem)}>{sayProblem(say, problem)}</Banner>
      ))}
      <div className="import-outcome-actions">
        {first && (
          <Button
            kind="primary"
            autoFocus
            onPress={() => {
              showOutcome(null);
              go({ workspace: 'transcripts', transcriptId: first.transcriptId });
            }}
          >
            {say('import.startReading')}
          </Button>
        )}
        <Button
          onPress={() => {
            showOutcome(null);
            choose();
          }}
        >
          {say('import.more')}
        </Button>
      </div>
      <ul className="import-outcome-files">
        {drawn.map((file) => (
          <FileOutcome
            key={file.transcriptId}
            file={file}
            isOne={outcome.imported.length === 1}
          />
        ))}
      </ul>
    </div>
  );
}
