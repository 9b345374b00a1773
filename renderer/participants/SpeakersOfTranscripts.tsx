import { Replace } from 'lucide-react';
import { useState } from 'react';

import type { Output } from '../../shared/api.ts';
import {
  speakerRoles,
  type Speaker,
  type SpeakerRole,
  type TranscriptSummary,
} from '../../shared/domain/transcript.ts';
import { useAct, useApi } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayProblem, useWords } from '../words.ts';
import { RenameEverywhere } from './RenameEverywhere.tsx';
import { byName } from '../../shared/text/inOrder.ts';

interface SharedProps {
  readonly isReadOnly: boolean;
  readonly participants: readonly Pick<
    Output<'participants.list'>[number],
    'id' | 'pseudonym'
  >[];
}

interface SpeakerProps extends SharedProps {
  readonly speaker: Speaker;
  readonly onRename: () => void;
}

const nobody = 'nobody';

/** A list of more people than this is made ready only when it is opened: every speaker has one. */
const fewPeople = 50;

function PersonSelect({ speaker, participants, isReadOnly }: SpeakerProps) {
  const { say } = useWords();
  const assign = useAct('speakers.assign');
  const [isOpened, setOpened] = useState(false);
  const offered =
    isOpened || participants.length <= fewPeople
      ? participants
      : participants.filter(({ id }) => id === speaker.participantId);
  return (
    <Select
      onOpen={() => setOpened(true)}
      label={say('participants.speaker.person', { label: speaker.label })}
      isLabelHidden
      isDisabled={isReadOnly}
      error={assign.problem && sayProblem(say, assign.problem)}
      choices={[
        { value: nobody, words: say('participants.nobody') },
        ...offered.map(({ id, pseudonym }) => ({
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

function SpeakerRow(props: SpeakerProps) {
  const { speaker, isReadOnly, onRename } = props;
  const { say } = useWords();
  const rename = useAct('speakers.rename');
  const assign = useAct('speakers.assign');
  return (
    <tr>
      <th scope="row">
        <div className="speaker-name">
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
          {!isReadOnly && (
            <IconButton
              icon={Replace}
              label={say('people.rename.for', { label: speaker.label })}
              onPress={onRename}
            />
          )}
        </div>
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

/** Rows with three controls each: more than these are shown only when asked for. */
const shownAtOnce = 30;

function SpeakersOf(props: SharedProps & { readonly transcript: TranscriptSummary }) {
  const { say } = useWords();
  const { transcript } = props;
  const [shown, setShown] = useState(shownAtOnce);
  const [renamed, setRenamed] = useState<Speaker | null>(null);
  const speakers =
    useApi('transcripts.read', { transcriptId: transcript.id }).data?.speakers ?? [];
  if (speakers.length === 0) return null;
  const left = speakers.length - shown;
  return (
    <>
      <table className="participants">
        <caption className="visually-hidden">{transcript.name}</caption>
        <thead>
          <tr>
            <th scope="col">{say('participants.speaker.label')}</th>
            <th scope="col">{say('import.column.role')}</th>
            <th scope="col">{say('import.column.person')}</th>
          </tr>
        </thead>
        <tbody>
          {speakers
            .toSorted((one, other) => byName(one.label, other.label))
            .slice(0, shown)
            .map((speaker) => (
              <SpeakerRow
                key={speaker.id}
                speaker={speaker}
                onRename={() => setRenamed(speaker)}
                {...props}
              />
            ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button size="small" onPress={() => setShown(shown + 100)}>
          {say('people.speakers.more', { count: Math.min(100, left) })}
        </Button>
      )}
      {renamed && <RenameEverywhere speaker={renamed} onClose={() => setRenamed(null)} />}
    </>
  );
}

function TranscriptSpeakers(
  props: SharedProps & {
    readonly transcript: TranscriptSummary;
    readonly startsOpen: boolean;
  },
) {
  const { transcript, startsOpen } = props;
  const { say } = useWords();
  const [isOpen, setOpen] = useState(startsOpen);
  const isAnswers = transcript.kind === 'freeText';
  return (
    <Disclosure
      title={transcript.name}
      fact={
        isAnswers
          ? say('people.speakers.answers', { count: transcript.participants })
          : ''
      }
      isOpen={isOpen}
      onChange={setOpen}
    >
      {isOpen && <SpeakersOf {...props} />}
    </Disclosure>
  );
}

/** Folded from the start beyond this many transcripts: each one open is read. */
const openAtOnce = 4;

/** Who each label is, transcript by transcript; a wrong guess at import is mended here. */
export function SpeakersOfTranscripts(props: SharedProps) {
  const { say } = useWords();
  const transcripts = useApi('transcripts.list', {}).data;
  if (!transcripts || transcripts.length === 0) return null;
  const talks = transcripts.filter(({ kind }) => kind !== 'freeText').length;
  return (
    <section>
      <h2 className="type-l">{say('participants.speakers')}</h2>
      {transcripts.map((transcript) => (
        <TranscriptSpeakers
          key={transcript.id}
          transcript={transcript}
          startsOpen={talks <= openAtOnce && transcript.kind !== 'freeText'}
          {...props}
        />
      ))}
    </section>
  );
}
