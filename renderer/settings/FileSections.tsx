import { useState } from 'react';

import type { Backup } from '../../shared/domain/appInfo.ts';
import type { Analyst } from '../../shared/domain/project.ts';
import type { ProjectState } from '../../shared/domain/projectState.ts';
import { call, problemIn, queryClient, useApi } from '../api.ts';
import { chooseToSave } from '../chooseFiles.ts';
import { asFileName, folderOf, joinPath } from '../paths.ts';
import { projectEnding } from '../projectActs.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Initials } from '../ui/frame/TopBar.tsx';
import { sayNumber, sayProblem, sayWhen, useWords } from '../words.ts';
import { AnalystDialog } from './AnalystDialog.tsx';
import { SettingItem } from './SettingItem.tsx';
import { SettingsSection } from './SettingsSection.tsx';

interface RestoreProps {
  readonly backup: Backup;
  readonly state: ProjectState;
  readonly onClose: () => void;
}

function Restore({ backup, state, onClose }: RestoreProps) {
  const { say, language } = useWords();
  const [problem, setProblem] = useState<ReturnType<typeof problemIn>>(null);
  const [isBusy, setIsBusy] = useState(false);
  const when = sayWhen(language, backup.madeAt);
  const restore = async (to?: string) => {
    setIsBusy(true);
    try {
      await call('backups.restore', {
        id: backup.id,
        ...(to === undefined ? {} : { to }),
      });
      announce(say('settings.backups.restored', { when }));
      onClose();
    } catch (error) {
      setProblem(problemIn(error));
    }
    setIsBusy(false);
  };
  const restoreBeside = async () => {
    const name = `${asFileName(`${state.title} ${backup.madeAt.slice(0, 10)}`)}${projectEnding}`;
    const place = await chooseToSave({
      title: say('settings.backups.beside'),
      verb: say('shell.save'),
      endings: [projectEnding],
      proposed: joinPath(folderOf(state.path), name),
    });
    if (place) await restore(place.path);
  };
  return (
    <Dialog
      title={say('settings.backups.restore.title', { when })}
      isOpen
      onClose={onClose}
      role="alertdialog"
      actions={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button autoFocus isBusy={isBusy} onPress={() => void restoreBeside()}>
            {say('settings.backups.beside')}
          </Button>
          {!state.isReadOnly && (
            <Button kind="danger" isBusy={isBusy} onPress={() => void restore()}>
              {say('settings.backups.inPlace')}
            </Button>
          )}
        </>
      }
    >
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      <p>{say('settings.backups.restore.sentence')}</p>
    </Dialog>
  );
}

function BackupList({ state }: { readonly state: ProjectState }) {
  const { say, language } = useWords();
  const { data: backups, problem } = useApi('backups.list', {});
  const [chosen, setChosen] = useState<Backup | null>(null);
  const [failed, setFailed] = useState<ReturnType<typeof problemIn>>(null);
  const make = async () => {
    try {
      await call('backups.make', {});
      await queryClient.invalidateQueries({ queryKey: ['backups.list'] });
      setFailed(null);
      announce(say('settings.backups.made'));
    } catch (error) {
      setFailed(problemIn(error));
    }
  };
  const shown = problem ?? failed;
  const size = (bytes: number) =>
    say('settings.backups.size', {
      n: sayNumber(language, Math.max(1, Math.round(bytes / 1024))),
    });
  return (
    <>
      {shown && <Banner>{sayProblem(say, shown)}</Banner>}
      <h3 className="keys-context">{say('settings.backups')}</h3>
      <p className="ink-2">{say('settings.backups.sentence')}</p>
      <Button onPress={() => void make()}>{say('settings.backups.make')}</Button>
      {backups?.length === 0 && <p>{say('settings.backups.none')}</p>}
      <ul className="keys-rows" aria-label={say('settings.backups')}>
        {backups?.map((backup) => (
          <li className="keys-row" key={backup.id}>
            <span className="keys-row-words">{sayWhen(language, backup.madeAt)}</span>
            <span className="ink-2 type-s">
              {say(`settings.backups.reason.${backup.reason}`)}, {size(backup.bytes)}
            </span>
            <Button kind="link" onPress={() => setChosen(backup)}>
              {say('settings.backups.restore')}
              <span className="visually-hidden"> {sayWhen(language, backup.madeAt)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {chosen && (
        <Restore backup={chosen} state={state} onClose={() => setChosen(null)} />
      )}
    </>
  );
}

function Analysts({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { say } = useWords();
  const analysts = useApi('project.read', {}).data?.analysts ?? [];
  const [edited, setEdited] = useState<Analyst | 'new' | null>(null);
  return (
    <>
      <ul className="keys-rows" aria-label={say('settings.analysts')}>
        {analysts.map((analyst) => (
          <li className="keys-row" key={analyst.id}>
            <Initials initials={analyst.initials} />
            <span className="keys-row-words">{analyst.name}</span>
            {!isReadOnly && (
              <Button kind="link" onPress={() => setEdited(analyst)}>
                {say('settings.analysts.change')}
                <span className="visually-hidden"> {analyst.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <Button onPress={() => setEdited('new')}>{say('shell.analyst.add.menu')}</Button>
      )}
      {edited !== null && (
        <AnalystDialog
          analyst={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

/** Where things are kept, backups, and who works in the project. */
export function FileSections({ state }: { readonly state: ProjectState | null }) {
  const { say } = useWords();
  const info = useApi('app.info', {}).data;
  const section = say('settings.files');
  const analysts = say('settings.analysts');
  return (
    <>
      <SettingsSection id="files" title={section} of="computer">
        <SettingItem words={[say('settings.dataFolder'), section]}>
          <dl className="settings-facts">
            {state && (
              <div>
                <dt>{say('settings.projectFile')}</dt>
                <dd>{state.path}</dd>
              </div>
            )}
            <div>
              <dt>{say('settings.dataFolder')}</dt>
              <dd>{info?.dataFolder}</dd>
            </div>
          </dl>
          {state?.syncedBy && <p>{say('shell.synced', { service: state.syncedBy })}</p>}
          <p className="ink-2">{say('settings.local')}</p>
        </SettingItem>
        {state && (
          <SettingItem words={[say('settings.backups'), section]}>
            <div id="settings-backups" className="settings-backups">
              <BackupList state={state} />
            </div>
          </SettingItem>
        )}
      </SettingsSection>
      {state && (
        <SettingsSection id="analysts" title={analysts} of="project">
          <SettingItem words={[analysts]}>
            <Analysts isReadOnly={state.isReadOnly} />
          </SettingItem>
        </SettingsSection>
      )}
    </>
  );
}
