import { useState } from 'react';

import type { Input } from '../../../shared/api.ts';
import type { TranscriptId } from '../../../shared/domain/ids.ts';
import {
  transcriptKinds,
  type Transcript,
  type TranscriptKind,
} from '../../../shared/domain/transcript.ts';
import type { Problem } from '../../../shared/errors.ts';
import { call, problemIn, useApi } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { given } from '../../ui/given.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { isDate } from '../../dates.ts';
import { sayProblem, useWords } from '../../words.ts';

type Facts = Omit<Input<'transcripts.describe'>, 'transcriptId'>;
type Field = 'name' | 'date' | 'minutes' | 'place';

interface FactFieldsProps {
  readonly transcript: Transcript;
  readonly problem: { readonly field: Field; readonly words: string } | null;
  readonly onChange: (field: Field, facts: Facts) => void;
  readonly onProblem: (field: Field, words: string) => void;
  readonly onEnter: () => void;
}

function FactFields(props: FactFieldsProps) {
  const { transcript, problem, onChange, onProblem, onEnter } = props;
  const { say } = useWords();
  const errorOf = (field: Field) =>
    given({ error: problem?.field === field ? problem.words : undefined });
  const commitDate = (text: string) => {
    const date = text.trim();
    if (date === '' || isDate(date))
      onChange('date', { date: date === '' ? null : date });
    else onProblem('date', say('transcripts.date.wrong'));
  };
  const commitMinutes = (text: string) => {
    const minutes = text.trim() === '' ? null : Number(text.trim());
    if (
      minutes === null ||
      (Number.isInteger(minutes) && minutes >= 0 && minutes <= 6000)
    )
      onChange('minutes', { minutes });
    else onProblem('minutes', say('transcripts.minutes.wrong'));
  };
  return (
    <>
      <TextField
        label={say('transcripts.name')}
        value={transcript.name}
        autoFocus
        onEnter={onEnter}
        onCommit={(name) => name.trim() !== '' && onChange('name', { name })}
        {...errorOf('name')}
      />
      <Select<TranscriptKind>
        label={say('transcripts.kind')}
        choices={transcriptKinds.map((kind) => ({
          value: kind,
          words: say(`transcripts.kind.${kind}`),
        }))}
        value={transcript.kind}
        onChange={(kind) => onChange('name', { kind })}
      />
      <TextField
        label={say('transcripts.date')}
        hint={say('transcripts.date.hint')}
        value={transcript.date ?? ''}
        onEnter={onEnter}
        onCommit={commitDate}
        {...errorOf('date')}
      />
      <TextField
        label={say('transcripts.place')}
        value={transcript.place ?? ''}
        onEnter={onEnter}
        onCommit={(place) => onChange('place', { place: place.trim() || null })}
        {...errorOf('place')}
      />
      <TextField
        label={say('transcripts.minutesLabel')}
        value={transcript.minutes === null ? '' : String(transcript.minutes)}
        onEnter={onEnter}
        onCommit={commitMinutes}
        {...errorOf('minutes')}
      />
    </>
  );
}

export interface TranscriptFactsProps {
  readonly transcriptId: TranscriptId;
  readonly onClose: () => void;
}

/** Name, kind, date, place and length of a transcript; each is stored as it is left. */
export function TranscriptFacts({ transcriptId, onClose }: TranscriptFactsProps) {
  const { say } = useWords();
  const transcript = useApi('transcripts.read', { transcriptId }).data;
  const [problem, setProblem] = useState<FactFieldsProps['problem']>(null);
  const onProblem = (field: Field, words: string) => setProblem({ field, words });
  const onChange = (field: Field, facts: Facts) => {
    setProblem(null);
    call('transcripts.describe', { transcriptId, ...facts }).catch((error: unknown) => {
      const refused: Problem | null = problemIn(error);
      if (refused) onProblem(field, sayProblem(say, refused));
    });
  };
  return (
    <Dialog
      title={say('transcripts.facts.title')}
      isOpen
      width="narrow"
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {say('transcripts.done')}
        </Button>
      }
    >
      {transcript && (
        <FactFields
          transcript={transcript}
          problem={problem}
          onChange={onChange}
          onProblem={onProblem}
          onEnter={() => {}}
        />
      )}
    </Dialog>
  );
}
