import { type ReactNode, useState } from 'react';

import { problemIn } from './api.ts';
import { BackupsAfterErasing } from './BackupsToRemove.tsx';
import { announce } from './ui/announce.ts';
import { Button } from './ui/Button.tsx';
import { Dialog } from './ui/Dialog.tsx';
import { TextField } from './ui/TextField.tsx';
import { sayProblem, useWords } from './words.ts';

export interface EraseForGoodProps {
  readonly title: string;
  /** All that is erased, in words and numbers. */
  readonly children: ReactNode;
  /** What is typed to confirm, and how that is asked. */
  readonly expected: string;
  readonly typeWords: string;
  readonly keepWords: string;
  readonly eraseWords: string;
  /** Said when it is done. */
  readonly erasedWords: string;
  readonly erase: (typed: string) => Promise<unknown>;
  readonly onErased?: () => void;
  readonly onClose: () => void;
}

/** Whether that is what was to be typed. */
export function isTyped(typed: string, expected: string): boolean {
  return typed.normalize('NFC').trim() === expected.trim();
}

/** Erasing is the one thing that undo cannot mend: it is confirmed by typing, and then the backups that hold it are asked about. */
export function EraseForGood(props: EraseForGoodProps) {
  const { title, children, expected, onClose } = props;
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const [phase, setPhase] = useState<'asking' | 'erasing' | 'erased'>('asking');
  const isReady = isTyped(typed, expected) && phase === 'asking';
  const problem = problemIn(refused);
  const erase = async () => {
    if (!isReady) return;
    setPhase('erasing');
    setRefused(null);
    try {
      await props.erase(typed);
      announce(props.erasedWords);
      props.onErased?.();
      setPhase('erased');
    } catch (error) {
      setRefused(error);
      setPhase('asking');
    }
  };
  if (phase === 'erased') return <BackupsAfterErasing onClose={onClose} />;
  return (
    <Dialog
      title={title}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {props.keepWords}
          </Button>
          <Button
            kind="danger"
            isBusy={phase === 'erasing'}
            isDisabled={!isTyped(typed, expected)}
            onPress={() => void erase()}
          >
            {props.eraseWords}
          </Button>
        </>
      }
    >
      {children}
      <TextField
        label={props.typeWords}
        value=""
        error={problem && sayProblem(say, problem)}
        onDraft={setTyped}
        onCommit={setTyped}
        onEnter={() => void erase()}
      />
    </Dialog>
  );
}
