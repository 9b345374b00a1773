import { useDeferredValue, useState } from 'react';

import type { ImportPreview } from '../../shared/domain/importing.ts';
import type { ParsedTurn } from '../../shared/domain/importedTranscript.ts';
import type { Language } from '../../shared/words/words.ts';
import { useApi } from '../api.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { sayNumber, sayProblem, useWords } from '../words.ts';
import { decisionOf, doubtsOf, mutable, type DeskFile } from './importDesk.ts';

/** Milliseconds as people write them: 1:02 or 1:02:03. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

function TurnRow(props: {
  readonly turn: ParsedTurn;
  readonly number: number;
  readonly isDoubtful: boolean;
  readonly isContext: boolean;
  readonly language: Language | undefined;
}) {
  const { turn, number, isDoubtful, isContext } = props;
  const mood = `${isDoubtful ? ' import-turn-doubtful' : ''}${isContext ? ' import-turn-context' : ''}`;
  return (
    <li className={`import-turn${mood}`}>
      <span className="import-turn-number">r{number}</span>
      <span className="import-turn-speaker">
        {turn.speaker ?? '–'}
        {turn.startMs !== null && (
          <span className="import-turn-time">{clock(turn.startMs)}</span>
        )}
      </span>
      <p className="import-turn-text read-small" lang={props.language}>
        {turn.text}
      </p>
    </li>
  );
}

function SourceText({ file }: { readonly file: DeskFile }) {
  const { say } = useWords();
  const { data, problem } = useApi('imports.source', {
    fileId: file.fileId ?? '',
    choices: mutable(file.choices),
  });
  if (problem) return <p className="import-source">{sayProblem(say, problem)}</p>;
  return (
    <pre className="import-source" tabIndex={0} aria-label={say('import.view.source')}>
      {data?.text.slice(0, 200_000)}
    </pre>
  );
}

export function PreviewTurns({
  file,
  preview,
}: {
  readonly file: DeskFile;
  readonly preview: ImportPreview;
}) {
  const { say, language } = useWords();
  const [view, setView] = useState<'turns' | 'source'>('turns');
  const doubtful = new Set(doubtsOf(file).map((speaker) => speaker.label));
  const context = new Set(
    preview.speakers
      .filter((speaker) => decisionOf(file, speaker).role !== 'participant')
      .map((speaker) => speaker.label),
  );
  // What fits the window first; the rest is drawn a few at a time, between which keys are heard.
  const turns = useDeferredValue(preview.parsed.turns, preview.parsed.turns.slice(0, 30));
  // The words are taken to be in the project's language, as when they are read in.
  const spoken = useApi('project.read', {}).data?.language;
  return (
    <section className="import-preview" aria-label={say('import.preview')}>
      <header className="import-preview-head">
        <h2 className="import-heading">{say('import.preview')}</h2>
        <p className="type-s ink-2">
          {say('import.preview.facts', {
            turns: sayNumber(language, preview.turns),
            words: sayNumber(language, preview.words),
            count: preview.speakers.length,
          })}
        </p>
        <Segmented
          label={say('import.view')}
          choices={[
            { value: 'turns', words: say('import.view.turns') },
            { value: 'source', words: say('import.view.source') },
          ]}
          value={view}
          onChange={setView}
        />
      </header>
      {view === 'source' ? (
        <SourceText file={file} />
      ) : (
        <>
          <ol
            className="import-turns"
            aria-busy={file.isBusy}
            tabIndex={0}
            aria-label={say('import.view.turns')}
          >
            {turns.map((turn, index) => (
              <TurnRow
                key={index}
                turn={turn}
                number={index + 1}
                isDoubtful={turn.speaker !== null && doubtful.has(turn.speaker)}
                language={spoken}
                isContext={turn.speaker !== null && context.has(turn.speaker)}
              />
            ))}
          </ol>
          {preview.turns > preview.parsed.turns.length && (
            <p className="import-more ink-3">
              {say('import.preview.more', {
                count: preview.turns - preview.parsed.turns.length,
              })}
            </p>
          )}
        </>
      )}
    </section>
  );
}
