import { useState } from 'react';

import type { ProjectState } from '../../shared/domain/projectState.ts';
import { useAct } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { sayProblem, sayWhen, useWords } from '../words.ts';

/** The way out of a lock that a computer has left behind: what it means is said before it is done. */
export function TakeOver({ state }: { readonly state: ProjectState }) {
  const { say, language } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { act, isPending, problem } = useAct('project.takeOver');
  const who = state.heldBy ?? '–';
  const when = state.heldSince === null ? '–' : sayWhen(language, state.heldSince);
  const takeOver = () =>
    void act({ from: who })
      .then(() => announce(say('shell.takenOver')))
      .catch(() => {});
  return (
    <>
      <Button kind="link" onPress={() => setIsOpen(true)}>
        {say('shell.takeOver')}
      </Button>
      <Dialog
        title={say('shell.takeOver.title', { who })}
        role="alertdialog"
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        actions={
          <>
            <Button autoFocus onPress={() => setIsOpen(false)}>
              {say('shell.cancel')}
            </Button>
            <Button kind="danger" isBusy={isPending} onPress={takeOver}>
              {say('shell.takeOver.now')}
            </Button>
          </>
        }
      >
        {problem && <Banner>{sayProblem(say, problem)}</Banner>}
        <p>{say('shell.takeOver.what', { who, when })}</p>
        <p>{say('shell.takeOver.means')}</p>
      </Dialog>
    </>
  );
}
