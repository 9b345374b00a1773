import { ArrowUp, FolderPlus } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

import { type PendingAsk, usePendingAsk } from '../chooseFiles.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { sayProblem, useWords } from '../words.ts';
import { FolderList } from './FolderList.tsx';
import { type FileDialogState, useFileDialog } from './useFileDialog.ts';
import './FileDialog.css';

function Places({ dialog }: { readonly dialog: FileDialogState }) {
  const { say } = useWords();
  return (
    <nav className="file-places" aria-label={say('shell.file.places')}>
      {dialog.places.map((place, index) => (
        <Button key={place.path} kind="quiet" onPress={() => dialog.enter(place.path)}>
          {index === 0 ? say('shell.file.home') : place.name}
        </Button>
      ))}
    </nav>
  );
}

function NewFolder({ dialog }: { readonly dialog: FileDialogState }) {
  const { say } = useWords();
  const [name, setName] = useState<string | null>(null);
  if (name === null) {
    return (
      <IconButton
        icon={FolderPlus}
        label={say('shell.file.newFolder')}
        onPress={() => setName('')}
      />
    );
  }
  const make = async () => {
    if (name.trim() === '' || (await dialog.makeFolder(name.trim()))) setName(null);
  };
  return (
    <span className="file-new-folder">
      <input
        className="control"
        aria-label={say('shell.file.newFolder.name')}
        placeholder={say('shell.file.newFolder.name')}
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void make();
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Escape') setName(null);
        }}
      />
      <Button onPress={() => void make()}>{say('shell.file.newFolder.make')}</Button>
    </span>
  );
}

interface NameFieldProps {
  readonly dialog: FileDialogState;
  readonly isSave: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
}

function NameField({ dialog, isSave, field }: NameFieldProps) {
  const { say } = useWords();
  useEffect(() => {
    // Over another dialog, which holds the focus until this one has taken it over.
    const soon = setTimeout(() => isSave && field.current?.focus());
    return () => clearTimeout(soon);
  }, [isSave, field]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void dialog.finish();
  };
  return (
    <Field
      label={say(isSave ? 'shell.file.name' : 'shell.file.path')}
      layout="beside"
      error={dialog.problem ? sayProblem(say, dialog.problem) : undefined}
    >
      {(control) => (
        <input
          {...control}
          ref={field}
          className="control"
          autoFocus={isSave}
          autoComplete="off"
          spellCheck={false}
          value={dialog.typed}
          placeholder={isSave ? undefined : say('shell.file.path.placeholder')}
          onFocus={(event) => {
            const dot = event.currentTarget.value.lastIndexOf('.');
            if (isSave) event.currentTarget.setSelectionRange(0, dot < 0 ? -1 : dot);
          }}
          onChange={(event) => dialog.type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  );
}

function FolderPane({ pending, dialog, field }: PaneProps) {
  const { say } = useWords();
  const up = () => dialog.parent !== null && dialog.enter(dialog.parent);
  return (
    <div className="file-pane">
      <div className="file-folder">
        <IconButton
          icon={ArrowUp}
          label={say('shell.file.up')}
          isDisabled={dialog.parent === null}
          onPress={up}
        />
        <span className="file-folder-path" title={dialog.folder}>
          {dialog.folder}
        </span>
        <NewFolder dialog={dialog} />
      </div>
      <FolderList
        key={dialog.folder}
        label={say('shell.file.list', { folder: dialog.folder })}
        entries={dialog.entries}
        chosen={dialog.chosen}
        isFirst={pending.kind === 'open' && dialog.typed === ''}
        isMany={pending.kind === 'open' && (pending.ask.isMany ?? false)}
        onChoose={dialog.choose}
        onUp={up}
        onPath={(text) => {
          dialog.type(text);
          field.current?.focus();
        }}
        onEnter={(entry) => {
          if (entry.isFolder) dialog.enter(entry.path);
          else void dialog.open(entry);
        }}
      />
      {!dialog.isWaiting && dialog.entries.length === 0 && (
        <p className="file-empty ink-2">
          {say('shell.file.empty', { endings: pending.ask.endings.join(', ') })}
        </p>
      )}
    </div>
  );
}

interface PaneProps {
  readonly pending: PendingAsk;
  readonly dialog: FileDialogState;
  readonly field: RefObject<HTMLInputElement | null>;
}

function FileDialog({ pending }: { readonly pending: PendingAsk }) {
  const { say } = useWords();
  const dialog = useFileDialog(pending);
  const field = useRef<HTMLInputElement>(null);
  const isSave = pending.kind === 'save';
  const cancel = () => (isSave ? pending.answer(null) : pending.answer([]));
  const verb = isSave ? pending.ask.verb : say('shell.file.open');
  const hasAnswer = dialog.typed.trim() !== '' || dialog.chosen.length > 0;
  return (
    <Dialog
      title={pending.ask.title}
      isOpen
      onClose={cancel}
      width="wide"
      actions={
        <>
          <Button onPress={cancel}>{say('shell.cancel')}</Button>
          {dialog.replaces === null ? (
            <Button
              kind="primary"
              isDisabled={!hasAnswer}
              onPress={() => void dialog.finish()}
            >
              {verb}
            </Button>
          ) : (
            <Button kind="danger" onPress={() => void dialog.finish(true)}>
              {say('shell.file.replace')}
            </Button>
          )}
        </>
      }
    >
      <div className="file-dialog">
        <Places dialog={dialog} />
        <FolderPane pending={pending} dialog={dialog} field={field} />
      </div>
      <NameField dialog={dialog} isSave={isSave} field={field} />
      {dialog.replaces !== null && (
        <Banner kind="warning">
          {say('shell.file.replaces', { file: dialog.replaces })}
        </Banner>
      )}
    </Dialog>
  );
}

/** Rendered once: the app's own file dialog, where the host has none (rulings 22). */
export function FileDialogs() {
  const pending = usePendingAsk((asks) => asks.pending);
  return pending && <FileDialog pending={pending} />;
}
