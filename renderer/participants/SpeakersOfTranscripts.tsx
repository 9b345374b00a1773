import type { Output } from '../../shared/api.ts';
import type { TranscriptId } from '../../shared/domain/ids.ts';
import {
  speakerRoles,
  type Speaker,
  type SpeakerRole,
} from '../../shared/domain/transcript.ts';
import { useAct, useApi } from '../api.ts';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayProblem, useWords } from '../words.ts';

interface SharedProps {
  readonly isReadOnly: boolean;
  readonly participants: Output<'participants.list'>;
}

const nobody = 'nobody';

const byLabel = new Intl.Collator('sv', { numeric: true }).compare;

function PersonSelect({
  speaker,
  participants,
  isReadOnly,
}: SharedProps & { readonly speaker: Speaker }) {
  const { say } = useWords();
  const assign = useAct('speakers.assign');
  return (
    <Select
      label={say('participants.speaker.person', { label: speaker.label })}
      isLabelHidden
      isDisabled={isReadOnly}
      error={assign.problem && sayProblem(say, assign.problem)}
      choices={[
        { value: nobody, words: say('participants.nobody') },
        ...participants.map(({ id, pseudonym }) => ({
          value: String(id),
          words: pseudonym,
        })),
      ]}
      value={speaker.participantId ?? nobody}
      onChange={(value) => {
        const participantId = value === nobody ? null : value;
        void assign
          .act({ speakerId: speaker.id, role: 'participant', participantId })
          .catch(() => {});
      }}
    />
  );
}

function SpeakerRow(props: SharedProps & { readonly speaker: Speaker }) {
  const { speaker, isReadOnly } = props;
  const { say } = useWords();
  const rename = useAct('speakers.rename');
  const assign = useAct('speakers.assign');
  return (
    <tr>
      <th scope="row">
        <TextField
          key={speaker.label}
          label={say('participants.speaker.label')}
          isLabelHidden
          value={speaker.label}
          isReadOnly={isReadOnly}
          error={rename.problem && sayProblem(say, rename.problem)}
          onCommit={(label) =>
            void rename.act({ speakerId: speaker.id, label }).catch(() => {})
          }
        />
      </th>
      <td>
        <Select<SpeakerRole>
          label={say('participants.speaker.role', { label: speaker.label })}
          isLabelHidden
          isDisabled={isReadOnly}
          error={assign.problem && sayProblem(say, assign.problem)}
          choices={speakerRoles.map((role) => ({
            value: role,
            words: say(`import.role.${role}`),
          }))}
          value={speaker.role}
          onChange={(role) =>
            void assign
              .act({ speakerId: speaker.id, role, participantId: speaker.participantId })
              .catch(() => {})
          }
        />
      </td>
      <td>
        {speaker.role === 'participant' ? (
          <PersonSelect {...props} />
        ) : (
          <span className="ink-3">{say('import.notCoverage')}</span>
        )}
      </td>
    </tr>
  );
}

function SpeakersOf(props: SharedProps & { readonly transcriptId: TranscriptId }) {
  const { say } = useWords();
  const transcript = useApi('transcripts.read', {
    transcriptId: props.transcriptId,
  }).data;
  if (!transcript || transcript.speakers.length === 0) return null;
  return (
    <table className="participants">
      <caption className="participants-caption">{transcript.name}</caption>
      <thead>
        <tr>
          <th scope="col">{say('participants.speaker.label')}</th>
          <th scope="col">{say('import.column.role')}</th>
          <th scope="col">{say('import.column.person')}</th>
        </tr>
      </thead>
      <tbody>
        {transcript.speakers
          .toSorted((one, other) => byLabel(one.label, other.label))
          .map((speaker) => (
            <SpeakerRow key={speaker.id} speaker={speaker} {...props} />
          ))}
      </tbody>
    </table>
  );
}

/** Who each label is, transcript by transcript; a wrong guess at import is mended here. */
export function SpeakersOfTranscripts(props: SharedProps) {
  const { say } = useWords();
  const transcripts = useApi('transcripts.list', {}).data;
  if (!transcripts || transcripts.length === 0) return null;
  return (
    <section>
      <h2 className="type-l">{say('participants.speakers')}</h2>
      {transcripts.map(({ id }) => (
        <SpeakersOf key={id} transcriptId={id} {...props} />
      ))}
    </section>
  );
}
