import { Ellipsis } from 'lucide-react';
import { useState } from 'react';

import type { Transcript } from '../../shared/domain/transcript.ts';
import { chooseToOpen } from '../chooseFiles.ts';
import { transcriptEndings } from '../transcriptEndings.ts';
import { runCommand, useCommands } from '../keys/commands.ts';
import { keysOf, type CommandId } from '../keys/keymap.ts';
import { given } from '../ui/given.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/menuEntries.ts';
import { useWords } from '../words.ts';
import { focusText } from './caret.ts';
import { useCoveragePass } from './coveragePass/coveragePass.ts';
import { ImportReports } from './list/ImportReports.tsx';
import { ReadingLog } from './list/ReadingLog.tsx';
import { showList } from './list/showList.ts';
import { NewVersionDialog } from './newVersion/NewVersionDialog.tsx';
import { useSoundEntries } from './sound/useSoundEntries.ts';
import { TranscriptFacts } from './list/TranscriptFacts.tsx';

/** Commands that change the text as a whole. */
const ofText: readonly CommandId[] = ['transcript.correct', 'transcript.replace'];

type Shown = 'facts' | 'reports' | 'readingLog';

interface TranscriptMenuProps {
  readonly transcript: Transcript;
  readonly isReadOnly: boolean;
}

function ShownDialog(
  props: TranscriptMenuProps & { readonly shown: Shown; readonly onClose: () => void },
) {
  const { transcript, isReadOnly, shown, onClose } = props;
  if (shown === 'facts')
    return <TranscriptFacts transcriptId={transcript.id} onClose={onClose} />;
  if (shown === 'reports')
    return <ImportReports transcriptId={transcript.id} onClose={onClose} />;
  return <ReadingLog transcript={transcript} isReadOnly={isReadOnly} onClose={onClose} />;
}

/** What can be done with the open transcript as a whole. */
export function TranscriptMenu({ transcript, isReadOnly }: TranscriptMenuProps) {
  const { say } = useWords();
  const [shown, setShown] = useState<Shown | null>(null);
  const soundEntries = useSoundEntries(transcript, isReadOnly);
  const [versionPath, setVersionPath] = useState<string | null>(null);
  const chooseVersion = async () => {
    const [path] = await chooseToOpen({
      title: say('newVersion.choose'),
      endings: transcriptEndings,
    });
    if (path !== undefined) setVersionPath(path);
  };
  useCommands({
    'transcript.readingLog': () => setShown('readingLog'),
    'transcript.newVersion': isReadOnly ? undefined : () => void chooseVersion(),
  });
  const writing: readonly MenuEntry[] = [
    { id: 'facts', words: say('transcripts.facts'), onAction: () => setShown('facts') },
    ...ofText.map((id) => ({
      id,
      words: say(`command.${id}`),
      ...given({ keys: keysOf(id) ?? undefined }),
      onAction: () => {
        focusText();
        runCommand(id);
      },
    })),
    {
      id: 'newVersion',
      words: say('newVersion.open'),
      onAction: () => void chooseVersion(),
    },
  ];
  return (
    <>
      <MenuButton
        label={say('transcripts.menu')}
        icon={Ellipsis}
        isIconOnly
        entries={[
          ...(isReadOnly ? [] : writing),
          {
            id: 'reports',
            words: say('transcripts.reports'),
            onAction: () => setShown('reports'),
          },
          {
            id: 'readingLog',
            words: say('readingLog.open'),
            onAction: () => setShown('readingLog'),
          },
          {
            id: 'coveragePass',
            words: say('coverage.begin'),
            onAction: () => useCoveragePass.setState({ isOn: true }),
          },
          {
            id: 'questions',
            words: say('questions.pane.menu'),
            onAction: () => void runCommand('transcript.questions'),
          },
          ...soundEntries,
          { id: 'all', words: say('transcripts.all'), onAction: showList },
        ]}
      />
      {versionPath !== null && (
        <NewVersionDialog
          transcript={transcript}
          path={versionPath}
          onClose={() => setVersionPath(null)}
        />
      )}
      {shown && (
        <ShownDialog
          transcript={transcript}
          isReadOnly={isReadOnly}
          shown={shown}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}
