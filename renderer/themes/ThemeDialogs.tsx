import { useState } from 'react';

import type { ThemeId } from '../../shared/domain/ids.ts';
import type { Theme } from '../../shared/domain/theme.ts';
import { useAct } from '../api.ts';
import { ThemePicker } from '../pickers/ThemePicker.tsx';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { given } from '../ui/given.ts';
import { TextField } from '../ui/TextField.tsx';
import { sayProblem, useWords } from '../words.ts';

export type ThemeDialog =
  | { readonly kind: 'new'; readonly parentId: ThemeId | null }
  | { readonly kind: 'move'; readonly theme: Theme };

interface DialogProps {
  /** With the theme to go to. */
  readonly onClose: (id?: ThemeId) => void;
}

function NewTheme(props: DialogProps & { readonly parentId: ThemeId | null }) {
  const { parentId, onClose } = props;
  const { say } = useWords();
  const [name, setName] = useState('');
  const { act, problem, isPending } = useAct('themes.create');
  const create = async () => {
    if (name.trim() === '') return;
    const { id } = await act({ name, parentId });
    announce(say('themes.created', { name }));
    onClose(id);
  };
  const start = () => void create().catch(() => {});
  return (
    <Dialog
      title={say(parentId ? 'themes.newSub' : 'themes.new')}
      isOpen
      onClose={() => onClose()}
      actions={
        <>
          <Button onPress={() => onClose()}>{say('themes.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={name.trim() === ''}
            isBusy={isPending}
            onPress={start}
          >
            {say('themes.make')}
          </Button>
        </>
      }
    >
      <TextField
        label={say('themes.newName')}
        value=""
        autoFocus
        onDraft={setName}
        onCommit={setName}
        onEnter={start}
        {...given({ error: problem ? sayProblem(say, problem) : undefined })}
      />
    </Dialog>
  );
}

function MoveTheme({ theme, onClose }: DialogProps & { readonly theme: Theme }) {
  const { say } = useWords();
  const { act, problem } = useAct('themes.move');
  const move = async (parentId: ThemeId | null) => {
    await act({ themeId: theme.id, parentId });
    announce(say('themes.moved', { name: theme.name }));
    onClose(theme.id);
  };
  return (
    <Dialog
      title={say('themes.moveTitle', { name: theme.name })}
      isOpen
      onClose={() => onClose()}
      actions={
        <>
          {theme.parentId !== null && (
            <Button onPress={() => void move(null).catch(() => {})}>
              {say('themes.top')}
            </Button>
          )}
          <Button onPress={() => onClose()}>{say('themes.cancel')}</Button>
        </>
      }
    >
      <ThemePicker
        label={say('themes.under')}
        autoFocus
        onChoose={(id) => void move(id).catch(() => {})}
      />
      {problem && <Banner kind="error">{sayProblem(say, problem)}</Banner>}
    </Dialog>
  );
}

export function ThemeDialogs(
  props: DialogProps & { readonly dialog: ThemeDialog | null },
) {
  const { dialog, onClose } = props;
  if (!dialog) return null;
  return dialog.kind === 'new' ? (
    <NewTheme parentId={dialog.parentId} onClose={onClose} />
  ) : (
    <MoveTheme theme={dialog.theme} onClose={onClose} />
  );
}
