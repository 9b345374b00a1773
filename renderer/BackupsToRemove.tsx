import { useEffect, useState } from 'react';

import type { Backup } from '../shared/domain/appInfo.ts';
import { call, problemIn, queryClient, useApi } from './api.ts';
import { announce } from './ui/announce.ts';
import { Banner } from './ui/Banner.tsx';
import { Button } from './ui/Button.tsx';
import { Checkbox } from './ui/Checkbox.tsx';
import { Dialog } from './ui/Dialog.tsx';
import { sayProblem, sayWhen, useWords } from './words.ts';

/** Backups from before something was last erased for good: they still hold it. */
export function useBackupsFromBefore(): readonly Backup[] {
  const erasedAt = useApi('identifiers.oldWords', {}).data?.erasedAt;
  const backups = useApi('backups.list', {}).data ?? [];
  return erasedAt ? backups.filter(({ madeAt }) => madeAt < erasedAt) : [];
}

interface Props {
  readonly onClose: () => void;
}

/** Straight after something was erased: asks about the backups that hold it, if there are any. */
export function BackupsAfterErasing({ onClose }: Props) {
  const [backups, setBackups] = useState<readonly Backup[] | null>(null);
  useEffect(() => {
    let isHere = true;
    void Promise.all([call('identifiers.oldWords', {}), call('backups.list', {})])
      .then(([{ erasedAt }, all]) =>
        all.filter(({ madeAt }) => madeAt < (erasedAt ?? '')),
      )
      .catch(() => [])
      .then((older) => {
        if (!isHere) return;
        if (older.length > 0) setBackups(older);
        else onClose();
      });
    return () => {
      isHere = false;
    };
  }, [onClose]);
  return backups && <BackupsToRemove backups={backups} onClose={onClose} />;
}

/** Lists them, all chosen, and erases those that the person says. */
export function BackupsToRemove(props: Props & { readonly backups: readonly Backup[] }) {
  const { backups, onClose } = props;
  const { say, language } = useWords();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<ReturnType<typeof problemIn>>(null);
  const chosen = backups.filter(({ id }) => !kept.has(id));
  const remove = async () => {
    try {
      await call('backups.remove', { ids: chosen.map(({ id }) => id) });
      await queryClient.invalidateQueries({ queryKey: ['backups.list'] });
      announce(say('pseudonyms.backups.removed'));
      onClose();
    } catch (error) {
      setProblem(problemIn(error));
    }
  };
  const toggle = (id: string) => {
    const next = new Set(kept);
    if (!next.delete(id)) next.add(id);
    setKept(next);
  };
  return (
    <Dialog
      title={say('pseudonyms.backups.title', { count: backups.length })}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {say('pseudonyms.backups.keep')}
          </Button>
          <Button
            kind="danger"
            isDisabled={chosen.length === 0}
            onPress={() => void remove()}
          >
            {say('pseudonyms.backups.remove', { count: chosen.length })}
          </Button>
        </>
      }
    >
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      <p>{say('pseudonyms.backups.sentence')}</p>
      <div role="group" aria-label={say('pseudonyms.backups.list')}>
        {backups.map(({ id, madeAt, reason }) => (
          <Checkbox key={id} isChecked={!kept.has(id)} onChange={() => toggle(id)}>
            {sayWhen(language, madeAt)}, {say(`settings.backups.reason.${reason}`)}
          </Checkbox>
        ))}
      </div>
    </Dialog>
  );
}
