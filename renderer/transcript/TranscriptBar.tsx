import { ChevronLeft, ChevronRight } from 'lucide-react';
import { memo } from 'react';

import type { Transcript } from '../../shared/domain/transcript.ts';
import { useApi } from '../api.ts';
import { runCommand } from '../keys/commands.ts';
import { usePlace } from '../place.ts';
import { WorkspaceBar } from '../ui/frame/Workspace.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { sayNumber, useWords } from '../words.ts';
import { sayTranscriptFacts } from './list/sayTranscriptFacts.ts';
import { showList } from './list/showList.ts';
import { sayListening } from './sound/sayListening.ts';
import { TranscriptMenu } from './TranscriptMenu.tsx';

/** Name and facts of the open transcript, how far it has been corrected and who vouches for it, and the way to the others. */
export const TranscriptBar = memo(function TranscriptBar({
  transcript,
  isReadOnly,
}: {
  readonly transcript: Transcript;
  readonly isReadOnly: boolean;
}) {
  const { say, language } = useWords();
  const all = useApi('transcripts.list', {}).data ?? [];
  const { go } = usePlace.getState();
  const others = all.length > 1;
  const listening = useApi('listening.read', { transcriptId: transcript.id }).data;
  const facts = [
    sayTranscriptFacts({ transcript, say, language }),
    listening && sayListening(listening, { say, language }),
  ]
    .filter(Boolean)
    .join(', ');
  const toList = { id: 'all', words: say('transcripts.all'), onAction: showList };
  const title = others ? (
    <MenuButton
      label={transcript.name}
      kind="quiet"
      className="transcript-title"
      entries={[
        ...all.map(({ id, name, units }) => ({
          id,
          words: name,
          description: say('transcripts.units', {
            count: units,
            n: sayNumber(language, units),
          }),
          isChecked: id === transcript.id,
          onAction: () => go({ transcriptId: id, selected: null }),
        })),
        { id: 'line', separator: true as const },
        toList,
      ]}
    />
  ) : (
    transcript.name
  );
  return (
    <WorkspaceBar title={title} facts={facts}>
      {others && (
        <>
          <IconButton
            icon={ChevronLeft}
            label={say('transcripts.previous')}
            keys="Alt PageUp"
            isDisabled={all[0]?.id === transcript.id}
            onPress={() => void runCommand('place.previousSibling')}
          />
          <IconButton
            icon={ChevronRight}
            label={say('transcripts.next')}
            keys="Alt PageDown"
            isDisabled={all.at(-1)?.id === transcript.id}
            onPress={() => void runCommand('place.nextSibling')}
          />
        </>
      )}
      <TranscriptMenu transcript={transcript} isReadOnly={isReadOnly} />
    </WorkspaceBar>
  );
});
