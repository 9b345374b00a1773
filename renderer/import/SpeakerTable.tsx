import type { Output } from '../../shared/api.ts';
import type { ImportPreview, ProposedSpeaker } from '../../shared/domain/importing.ts';
import { speakerRoles, type SpeakerRole } from '../../shared/domain/transcript.ts';
import { useApi } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useWords } from '../words.ts';
import {
  decide,
  decisionOf,
  doubtsOf,
  type DeskFile,
  type SpeakerDecision,
} from './importDesk.ts';
import { settleLabel } from './LabelChoices.tsx';
import { readsRunningText } from './readsRunningText.ts';

interface RowProps {
  readonly file: DeskFile;
  readonly speaker: ProposedSpeaker;
}

interface LabelProps extends RowProps {
  /** The label came out of the text, so that it can be taken for text again. */
  readonly mayBeText: boolean;
}

const none = 'none' as const;
type Choice = SpeakerRole | typeof none;

function RoleSelect({ file, speaker, mayBeText }: LabelProps) {
  const { say } = useWords();
  const decision = decisionOf(file, speaker);
  const roles: Choice[] = mayBeText ? [...speakerRoles, none] : [...speakerRoles];
  return (
    <Select<Choice>
      label={say('import.speaker.is', { label: speaker.label })}
      isLabelHidden
      choices={roles.map((value) => ({
        value,
        words: value === none ? say('import.notSpeaker') : say(`import.role.${value}`),
      }))}
      value={decision.role}
      onChange={(role) => {
        if (role === none) settleLabel(file, speaker.label, false);
        else decide(file, speaker.label, { ...decision, role });
      }}
    />
  );
}

const newPerson = 'new';

type Known = Output<'participants.list'>;

/** The same label in another transcript is another person until somebody says otherwise. */
function proposedPseudonym(file: DeskFile, label: string, known: Known): string {
  const isTaken = known.some((one) => one.pseudonym === label);
  return isTaken ? `${file.preview?.proposedName ?? ''}:${label}` : label;
}

/** Which person: by name a new one, or one the project knows already. */
function PersonField({ file, speaker }: RowProps) {
  const { say } = useWords();
  const { data: known = [] } = useApi('participants.list', {});
  const decision = decisionOf(file, speaker);
  if (decision.role !== 'participant')
    return <span className="ink-3">{say('import.notCoverage')}</span>;
  const match = known.find((one) => one.id === decision.participantId);
  const pseudonym = decision.pseudonym ?? proposedPseudonym(file, speaker.label, known);
  const decidePerson = (person: Pick<SpeakerDecision, 'participantId' | 'pseudonym'>) =>
    decide(file, speaker.label, {
      role: decision.role,
      isSettled: decision.isSettled,
      ...person,
    });
  return (
    <div className="import-person">
      {known.length > 0 && (
        <Select
          label={say('import.person.of', { label: speaker.label })}
          isLabelHidden
          choices={[
            { value: newPerson, words: say('import.person.new') },
            ...known.map((one) => ({ value: String(one.id), words: one.pseudonym })),
          ]}
          value={match?.id ?? newPerson}
          onChange={(value) =>
            decidePerson({ participantId: known.find((one) => one.id === value)?.id })
          }
        />
      )}
      {!match && (
        <TextField
          key={pseudonym}
          label={say('import.person.pseudonym', { label: speaker.label })}
          isLabelHidden
          value={pseudonym}
          onCommit={(text) => decidePerson({ pseudonym: text.trim() || undefined })}
        />
      )}
    </div>
  );
}

/** A label that looks like another: two buttons, and nothing is joined until one is pressed. */
function Doubt({ file, speaker }: RowProps) {
  const { say } = useWords();
  const decision = decisionOf(file, speaker);
  const other = speaker.nearly ?? '';
  return (
    <div className="import-doubt">
      <Button
        kind="primary"
        onPress={() => {
          decide(file, speaker.label, { ...decision, sameAs: other });
          announce(say('import.joined', { label: speaker.label, other }));
        }}
      >
        {say('import.sameAs', { label: other })}
      </Button>
      <Button
        onPress={() => decide(file, speaker.label, { ...decision, isSettled: true })}
      >
        {say('import.another')}
      </Button>
    </div>
  );
}

function Joined({ file, speaker }: RowProps) {
  const { say } = useWords();
  const decision = decisionOf(file, speaker);
  return (
    <div className="import-doubt">
      <span>{say('import.isSameAs', { label: decision.sameAs ?? '' })}</span>
      <Button
        kind="link"
        onPress={() =>
          decide(file, speaker.label, { role: decision.role, isSettled: true })
        }
      >
        {say('import.separate')}
      </Button>
    </div>
  );
}

function SpeakerRow({ file, speaker, mayBeText }: LabelProps) {
  const { say } = useWords();
  const isDoubtful = doubtsOf(file).includes(speaker);
  const isJoined = decisionOf(file, speaker).sameAs !== undefined;
  return (
    <tr className={isDoubtful ? 'import-speaker-doubtful' : undefined}>
      <th scope="row">
        {speaker.label}
        <span className="import-speaker-turns">
          {say('import.turns', { count: speaker.turns })}
        </span>
      </th>
      {isDoubtful || isJoined ? (
        <td colSpan={2}>
          {isDoubtful ? (
            <Doubt file={file} speaker={speaker} />
          ) : (
            <Joined file={file} speaker={speaker} />
          )}
        </td>
      ) : (
        <>
          <td>
            <RoleSelect file={file} speaker={speaker} mayBeText={mayBeText} />
          </td>
          <td>
            <PersonField file={file} speaker={speaker} />
          </td>
        </>
      )}
    </tr>
  );
}

export function SpeakerTable({
  file,
  preview,
}: {
  readonly file: DeskFile;
  readonly preview: ImportPreview;
}) {
  const { say } = useWords();
  const mayBeText = readsRunningText(preview);
  if (preview.speakers.length === 0)
    return <p className="type-s ink-2">{say('import.noSpeakers')}</p>;
  return (
    <table className="import-speakers">
      <caption className="visually-hidden">{say('import.who')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('import.column.label')}</th>
          <th scope="col">{say('import.column.role')}</th>
          <th scope="col">{say('import.column.person')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.speakers.map((speaker) => (
          <SpeakerRow
            key={speaker.label}
            file={file}
            speaker={speaker}
            mayBeText={mayBeText}
          />
        ))}
      </tbody>
    </table>
  );
}
