import { Plus } from 'lucide-react';
import { useEffect } from 'react';

import { usePlace } from '../place.ts';
import { Button } from '../ui/Button.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { useWords } from '../words.ts';
import { ChooseFiles, useChooseTranscripts } from './ChooseFiles.tsx';
import { addFiles, useImportDesk } from './importDesk.ts';
import './import.css';
import { Outcome } from './Outcome.tsx';
import { PreviewStage } from './PreviewStage.tsx';

type Stage = 'files' | 'preview' | 'report';
const stages: readonly Stage[] = ['files', 'preview', 'report'];

/** Where in the work the person is, shown as a place and not as a lock. */
function Stages({ now }: { readonly now: Stage }) {
  const { say } = useWords();
  return (
    <ol className="import-stages" aria-label={say('import.stages')}>
      {stages.map((stage) => (
        <li key={stage} aria-current={stage === now ? 'step' : undefined}>
          {say(`import.stage.${stage}`)}
        </li>
      ))}
    </ol>
  );
}

/** Files that were dropped or chosen elsewhere come here once. */
function useFilesFromElsewhere(): void {
  const waiting = usePlace((place) => place.filesToImport);
  useEffect(() => {
    if (waiting.length > 0) void addFiles(usePlace.getState().takeFiles());
  }, [waiting]);
}

export function ImportWorkspace() {
  const { say } = useWords();
  const { files, shownKey, outcome } = useImportDesk();
  const choose = useChooseTranscripts();
  useFilesFromElsewhere();
  const file = files.find((one) => one.key === shownKey) ?? files[0];
  const stage: Stage = file ? 'preview' : outcome ? 'report' : 'files';
  return (
    <Workspace label={say('import.title')}>
      <WorkspaceBar
        title={say('import.title')}
        {...(file
          ? {
              facts:
                files.length > 1
                  ? say('import.fileCount', { count: files.length })
                  : file.fileName,
            }
          : {})}
      >
        {file && (
          <Button kind="quiet" icon={Plus} onPress={choose}>
            {say('import.addFiles')}
          </Button>
        )}
        <Stages now={stage} />
      </WorkspaceBar>
      {file ? (
        <PreviewStage files={files} file={file} />
      ) : (
        <WorkspaceContent>
          {outcome ? <Outcome outcome={outcome} /> : <ChooseFiles />}
        </WorkspaceContent>
      )}
    </Workspace>
  );
}
