import type { ImportPreview } from '../../shared/domain/importing.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { useWords } from '../words.ts';
import { previewFile, type DeskFile } from './importDesk.ts';

interface FileProps {
  readonly file: DeskFile;
  readonly preview: ImportPreview;
}

/** What may be a speaker and was read as text, by our rule or by the person's own word, in the order of the file. */
function labelsLeft({ file, preview }: FileProps): readonly string[] {
  const doubtful = preview.parsed.warnings
    .filter(({ code }) => code === 'labelNotTaken')
    .map(({ params }) => String(params['label']));
  return [...new Set([...doubtful, ...(file.choices.notSpeakers ?? [])])];
}

const without = (labels: readonly string[] | undefined, label: string) =>
  (labels ?? []).filter((one) => one !== label);

/** Reads the file again with a label as a speaker, or as none. */
export function settleLabel(file: DeskFile, label: string, isSpeaker: boolean): void {
  const { choices } = file;
  const also = without(choices.alsoSpeakers, label);
  const not = without(choices.notSpeakers, label);
  void previewFile(file.key, {
    ...choices,
    alsoSpeakers: isSpeaker ? [...also, label] : also,
    notSpeakers: isSpeaker ? not : [...not, label],
  });
}

/** The labels that were not taken for speakers, each with a button to take it for one. */
export function LabelChoices({ file, preview }: FileProps) {
  const { say } = useWords();
  const labels = labelsLeft({ file, preview });
  if (labels.length === 0) return null;
  return (
    <>
      <h2 className="import-heading">{say('import.notSpeakers')}</h2>
      <ul className="import-labels">
        {labels.map((label) => (
          <li key={label}>
            <span>{label}</span>
            <Button
              kind="link"
              aria-label={say('import.isSpeaker.of', { label })}
              onPress={() => {
                settleLabel(file, label, true);
                announce(say('import.isSpeaker.done', { label }));
              }}
            >
              {say('import.isSpeaker')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
