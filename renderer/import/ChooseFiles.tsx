import { ClipboardPaste, FolderOpen } from 'lucide-react';
import { useState } from 'react';

import { chooseToOpen } from '../chooseFiles.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Field } from '../ui/Field.tsx';
import { useWords } from '../words.ts';
import { transcriptEndings } from '../transcriptEndings.ts';
import { addFiles } from './importDesk.ts';

export function useChooseTranscripts(): () => void {
  const { say } = useWords();
  return () => {
    void chooseToOpen({
      title: say('import.choose'),
      endings: transcriptEndings,
      isMany: true,
    }).then(addFiles);
  };
}

function PasteText({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const take = () => {
    void addFiles([new File([text], `${say('import.paste.fileName')}.txt`)]);
    setText('');
    onClose();
  };
  return (
    <Dialog
      title={say('import.paste')}
      isOpen={isOpen}
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onPress={onClose}>{say('import.cancel')}</Button>
          <Button kind="primary" isDisabled={text.trim() === ''} onPress={take}>
            {say('import.paste.take')}
          </Button>
        </>
      }
    >
      <Field label={say('import.paste.label')} hint={say('import.paste.hint')}>
        {(control) => (
          <textarea
            {...control}
            className="control import-paste read-small"
            rows={14}
            autoFocus
            value={text}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
              if (isDone && text.trim() !== '') take();
            }}
          />
        )}
      </Field>
    </Dialog>
  );
}

export function ChooseFiles() {
  const { say } = useWords();
  const choose = useChooseTranscripts();
  const [isPasting, setPasting] = useState(false);
  return (
    <div className="import-choose">
      <EmptyState
        actions={
          <>
            <Button kind="primary" icon={FolderOpen} onPress={choose} autoFocus>
              {say('import.chooseFiles')}
            </Button>
            <Button icon={ClipboardPaste} onPress={() => setPasting(true)}>
              {say('import.paste')}
            </Button>
          </>
        }
      >
        {say('import.empty')}
      </EmptyState>
      <p className="type-s ink-3">{say('import.formats')}</p>
      <p className="type-s ink-3">{say('import.untouched')}</p>
      <PasteText isOpen={isPasting} onClose={() => setPasting(false)} />
    </div>
  );
}
