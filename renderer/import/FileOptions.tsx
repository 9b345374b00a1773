import type { ImportChoices } from '../../shared/domain/importedTranscript.ts';
import type { ImportPreview } from '../../shared/domain/importing.ts';
import { transcriptKinds, type TranscriptKind } from '../../shared/domain/transcript.ts';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useWords } from '../words.ts';
import { changeFile, kindOf, previewFile, type DeskFile } from './importDesk.ts';
import { readsRunningText } from './readsRunningText.ts';

interface FileProps {
  readonly file: DeskFile;
  readonly preview: ImportPreview;
}

/** Every encoding that may be right, with a line of the file read in it. */
function EncodingSelect({ file, preview }: FileProps) {
  const { say } = useWords();
  const { encoding, encodingCertainty, encodingCandidates } = preview.parsed;
  if (encoding === null) return null;
  const samples = new Map(encodingCandidates.map((one) => [one.encoding, one.sample]));
  const names = [
    ...new Set([
      encoding,
      ...samples.keys(),
      'utf-8',
      'windows-1252',
      'macintosh',
      'cp850',
    ]),
  ];
  const isChosen = file.choices.encoding !== undefined;
  return (
    <Select
      label={say('import.encoding')}
      layout="beside"
      hint={isChosen ? undefined : say(`import.certainty.${encodingCertainty}`)}
      choices={names.map((name) => {
        const sample = samples.get(name);
        return {
          value: name,
          words: say(`import.encoding.${name}` as 'import.encoding.utf-8', {
            defaultValue: name,
          }),
          ...(sample ? { description: sample } : {}),
        };
      })}
      value={encoding}
      onChange={(name) => void previewFile(file.key, { ...file.choices, encoding: name })}
    />
  );
}

type Toggle = 'joinSameSpeaker' | 'keepTimeStamps' | 'dropHeader' | 'unwrapLines';

const standard: Readonly<Record<Toggle, boolean>> = {
  joinSameSpeaker: true,
  keepTimeStamps: false,
  dropHeader: true,
  unwrapLines: false,
};

function isOn(choices: ImportChoices, toggle: Toggle, preview: ImportPreview): boolean {
  const chosen = choices[toggle];
  if (chosen !== undefined) return chosen;
  const unwrapped = preview.parsed.changes.some((note) => note.code === 'linesJoined');
  return toggle === 'unwrapLines' ? unwrapped : standard[toggle];
}

function togglesOf(preview: ImportPreview): readonly Toggle[] {
  return readsRunningText(preview)
    ? ['joinSameSpeaker', 'keepTimeStamps', 'dropHeader', 'unwrapLines']
    : ['joinSameSpeaker'];
}

export function FileOptions({ file, preview }: FileProps) {
  const { say } = useWords();
  return (
    <div className="import-options">
      <TextField
        key={file.key}
        label={say('import.name')}
        layout="beside"
        value={file.name ?? preview.proposedName}
        onCommit={(text) =>
          changeFile(file.key, { name: text.trim() || preview.proposedName })
        }
      />
      <Select<TranscriptKind>
        label={say('import.kind')}
        layout="beside"
        choices={transcriptKinds.map((kind) => ({
          value: kind,
          words: say(`import.kind.${kind}`),
        }))}
        value={kindOf(file)}
        onChange={(kind) => changeFile(file.key, { kind })}
      />
      <EncodingSelect file={file} preview={preview} />
      {togglesOf(preview).map((toggle) => (
        <Switch
          key={toggle}
          isOn={isOn(file.choices, toggle, preview)}
          onChange={(on) => void previewFile(file.key, { ...file.choices, [toggle]: on })}
        >
          {say(`import.choice.${toggle}`)}
        </Switch>
      ))}
    </div>
  );
}
