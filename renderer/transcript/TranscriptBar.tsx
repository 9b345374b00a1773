import { ChevronLeft, ChevronRight, Ellipsis } from 'lucide-react';
import { memo, useState } from 'react';

import type { Transcript } from '../../shared/domain/transcript.ts';
import { useApi } from '../api.ts';
import { runCommand } from '../keys/commands.ts';
import { usePlace } from '../place.ts';
import { WorkspaceBar } from '../ui/frame/Workspace.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { sayNumber, useWords } from '../words.ts';
import { ImportReports } from './list/ImportReports.tsx';
import { sayTranscriptFacts } from './list/sayTranscriptFacts.ts';
import { showList } from './list/showList.ts';
import { TranscriptFacts } from './list/TranscriptFacts.tsx';

type Shown = 'facts' | 'reports' | null;

/** Name and facts of the open transcript, and the way to the others. */
export const TranscriptBar = memo(function TranscriptBar({
  transcript,
  isReadOnly,
}: {
  readonly transcript: Transcript;
  readonly isReadOnly: boolean;
}) {
  const { say, language } = useWords();
  const [shown, setShown] = useState<Shown>(null);
  const all = useApi('transcripts.list', {}).data ?? [];
  const { go } = usePlace.getState();
  const others = all.length > 1;
  const facts = sayTranscriptFacts({ transcript, say, language });
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
      <MenuButton
        label={say('transcripts.menu')}
        icon={Ellipsis}
        isIconOnly
        entries={[
          ...(isReadOnly
            ? []
            : [
                {
                  id: 'facts',
                  words: say('transcripts.facts'),
                  onAction: () => setShown('facts'),
                },
              ]),
          {
            id: 'questions',
            words: say('questions.pane.menu'),
            onAction: () => void runCommand('transcript.questions'),
          },
          {
            id: 'reports',
            words: say('transcripts.reports'),
            onAction: () => setShown('reports'),
          },
          toList,
        ]}
      />
      {shown === 'facts' && (
        <TranscriptFacts transcriptId={transcript.id} onClose={() => setShown(null)} />
      )}
      {shown === 'reports' && (
        <ImportReports transcriptId={transcript.id} onClose={() => setShown(null)} />
      )}
    </WorkspaceBar>
  );
});
