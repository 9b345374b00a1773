import { useId, useState } from 'react';

import { initialsOf, type Analyst } from '../../shared/domain/project.ts';
import { call, problemIn } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { sayProblem, useWords } from '../words.ts';

export interface AnalystDialogProps {
  /** The analyst whose name is changed; null adds one. */
  readonly analyst: Analyst | null;
  readonly onClose: () => void;
}

async function keepAnalyst(analyst: Analyst | null, name: string, initials: string) {
  const given = initials === '' ? { name } : { name, initials };
  if (analyst) {
    await call('analysts.rename', { analystId: analyst.id, ...given });
    return;
  }
  const { id } = await call('analysts.add', given);
  await call('analysts.be', { analystId: id });
}

/** Name and initials of an analyst of the project, who then is the one who works. */
export function AnalystDialog({ analyst, onClose }: AnalystDialogProps) {
  const { say } = useWords();
  const form = useId();
  const [name, setName] = useState(analyst?.name ?? '');
  const [initials, setInitials] = useState(analyst?.initials ?? '');
  const [problem, setProblem] = useState<ReturnType<typeof problemIn>>(null);
  const keep = async () => {
    if (name.trim() === '') return;
    try {
      await keepAnalyst(analyst, name.trim(), initials.trim());
      announce(say('shell.analyst.kept', { name: name.trim() }));
      onClose();
    } catch (error) {
      setProblem(problemIn(error));
    }
  };
  return (
    <Dialog
      title={say(analyst ? 'shell.analyst.rename' : 'shell.analyst.add')}
      isOpen
      onClose={onClose}
      width="narrow"
      actions={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            form={form}
            isDisabled={name.trim() === ''}
          >
            {say(analyst ? 'shell.save' : 'shell.analyst.add.verb')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="analyst-form"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <Field
          label={say('shell.analyst.name')}
          error={problem ? sayProblem(say, problem) : undefined}
        >
          {(control) => (
            <input
              {...control}
              className="control"
              autoFocus
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={say('shell.analyst.initials')} hint={say('shell.analyst.hint')}>
          {(control) => (
            <input
              {...control}
              className="control"
              autoComplete="off"
              maxLength={4}
              placeholder={name.trim() === '' ? '' : initialsOf(name)}
              value={initials}
              onChange={(event) => setInitials(event.currentTarget.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
