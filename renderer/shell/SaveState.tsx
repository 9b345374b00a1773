import { CircleCheck, Eye, LoaderCircle, OctagonAlert } from 'lucide-react';
import { useState } from 'react';

import type { ProjectState } from '../../shared/domain/projectState.ts';
import { usePendingWrites } from '../pendingWrites.ts';
import { useIsSlow } from '../slowly.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { sayProblem, sayTime, useWords } from '../words.ts';
import { saveCopy } from '../projectActs.ts';
import './SaveState.css';

function Trouble({
  trouble,
}: {
  readonly trouble: NonNullable<ProjectState['trouble']>;
}) {
  const { say } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  const copyElsewhere = () => {
    close();
    void saveCopy(say);
  };
  return (
    <>
      <span className="save-state save-state-trouble" role="alert">
        <Icon of={OctagonAlert} />
        <span className="save-state-words">{say('shell.save.trouble')}</span>
        <Button kind="link" onPress={() => setIsOpen(true)}>
          {say('shell.save.why')}
        </Button>
      </span>
      <Dialog
        title={say('shell.save.trouble.title')}
        isOpen={isOpen}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{say('shell.close')}</Button>
            <Button kind="primary" autoFocus onPress={copyElsewhere}>
              {say('shell.menu.saveCopy')}
            </Button>
          </>
        }
      >
        <p>{sayProblem(say, trouble)}</p>
      </Dialog>
    </>
  );
}

/** Whether everything is in the file, in an icon and words. */
export function SaveState({ state }: { readonly state: ProjectState }) {
  const { say, language } = useWords();
  const isSlow = useIsSlow(usePendingWrites((writes) => writes.count > 0));
  if (state.trouble) return <Trouble trouble={state.trouble} />;
  if (state.isReadOnly) {
    return (
      <span className="save-state">
        <Icon of={Eye} />
        <span className="save-state-words">
          {say('shell.save.readOnly', { who: state.heldBy ?? '–' })}
        </span>
      </span>
    );
  }
  if (isSlow) {
    return (
      <span className="save-state">
        <Icon of={LoaderCircle} />
        <span className="save-state-words">{say('shell.save.working')}</span>
      </span>
    );
  }
  return (
    <span className="save-state save-state-saved">
      <Icon of={CircleCheck} />
      <span className="save-state-words">
        {state.savedAt === null
          ? say('shell.save.saved')
          : say('shell.save.savedAt', { time: sayTime(language, state.savedAt) })}
      </span>
    </span>
  );
}
