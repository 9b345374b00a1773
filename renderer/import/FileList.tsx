import { CircleCheck, CircleDashed, OctagonAlert, X } from 'lucide-react';
import { memo } from 'react';

import type { Say } from '../../shared/words/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useInPieces } from '../ui/useInPieces.ts';
import { sayProblem, useWords } from '../words.ts';
import { doubtsOf, putAway, showFile, type DeskFile } from './importDesk.ts';
import { isSurvey } from './surveyDesk.ts';

function statusOf(say: Say, file: DeskFile): string {
  if (file.survey?.isChosen)
    return say('survey.status', {
      count: file.survey.table.sheets[file.survey.sheet]?.total ?? 0,
    });
  if (file.problem) return sayProblem(say, file.problem);
  if (!file.preview) return say('import.reading');
  const doubts = doubtsOf(file).length;
  if (doubts > 0) return say('import.doubts', { count: doubts });
  return say('import.turns', { count: file.preview.turns });
}

function iconOf(file: DeskFile) {
  if (isSurvey(file)) return CircleCheck;
  if (file.problem) return OctagonAlert;
  return file.preview ? CircleCheck : CircleDashed;
}

/** Drawn again only when something of the file changes: three hundred of them come in one after the other. */
const FileRow = memo(function FileRow({
  file,
  isShown,
}: {
  readonly file: DeskFile;
  readonly isShown: boolean;
}) {
  const { say } = useWords();
  return (
    <li
      className={
        file.problem && !isSurvey(file)
          ? 'import-file import-file-refused'
          : 'import-file'
      }
    >
      <button
        type="button"
        className="import-file-name"
        aria-current={isShown}
        onClick={() => showFile(file.key)}
      >
        <Icon of={iconOf(file)} />
        <span>
          {file.fileName}
          <span className="import-file-status">{statusOf(say, file)}</span>
        </span>
      </button>
      <IconButton
        icon={X}
        label={say('import.putAway', { file: file.fileName })}
        onPress={() => putAway([file.key])}
      />
    </li>
  );
});

/** Every file with how it stands; a file that cannot be read does not stop the others. */
export function FileList({
  files,
  shownKey,
}: {
  readonly files: readonly DeskFile[];
  readonly shownKey: string | null;
}) {
  const { say } = useWords();
  const drawn = useInPieces(files);
  return (
    <ul className="import-files" aria-label={say('import.files')}>
      {drawn.map((file) => (
        <FileRow key={file.key} file={file} isShown={file.key === shownKey} />
      ))}
    </ul>
  );
}
