import type { Transcript } from '../../../shared/domain/transcript.ts';
import { useAct, useApi } from '../../api.ts';
import { WrittenMemo } from '../../codes/Memos.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { given } from '../../ui/given.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { sayProblem, useWords } from '../../words.ts';

export interface ReadingLogProps {
  readonly transcript: Pick<Transcript, 'id' | 'name'>;
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
}

function NewReading({ transcriptId }: { readonly transcriptId: Transcript['id'] }) {
  const { say } = useWords();
  const { act, problem } = useAct('memos.write');
  return (
    <TextArea
      label={say('readingLog.new')}
      placeholder={say('readingLog.placeholder')}
      rows={3}
      autoFocus
      value=""
      onCommit={(text) =>
        text.trim() !== '' &&
        void act({ transcriptId, kind: 'reading', text: text.trim() }).catch(() => {})
      }
      {...given({ error: problem ? sayProblem(say, problem) : undefined })}
    />
  );
}

/** What was noted of reading this transcript, the latest first, and what strikes one now. */
export function ReadingLog({ transcript, isReadOnly, onClose }: ReadingLogProps) {
  const { say } = useWords();
  const all = useApi('memos.readingLog', {}).data ?? [];
  const readings = all.filter(({ transcriptId }) => transcriptId === transcript.id);
  return (
    <Dialog
      title={say('readingLog.of', { transcript: transcript.name })}
      isOpen
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {say('transcripts.close')}
        </Button>
      }
    >
      {!isReadOnly && <NewReading key={readings.length} transcriptId={transcript.id} />}
      {readings.length === 0 ? (
        <p className="ink-2">{say('readingLog.none')}</p>
      ) : (
        <ul className="memo-list" aria-label={say('readingLog.title')}>
          {readings.map((reading) => (
            <WrittenMemo
              key={reading.id}
              memo={reading}
              about={{ transcriptId: transcript.id }}
              isReadOnly={isReadOnly}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}
