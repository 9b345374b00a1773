import { type KeyboardEvent, useRef, useState } from 'react';

import type { Problem } from '../../shared/errors.ts';
import { useBoardContext } from './boardContext.ts';
import { codeIn, type NodeKey } from './boardLayout.ts';
import { goTo, useBoard } from './boardStore.ts';
import { sayProblem, useWords } from '../words.ts';
import { Button } from '../ui/Button.tsx';

export interface RenameFieldProps {
  readonly nodeKey: NodeKey;
  readonly name: string;
}

function stopRenaming(): void {
  useBoard.setState({ renaming: null });
}

/** A name being changed where it stands: Enter or leaving stores it, Escape lets it be. */
export function RenameField({ nodeKey, name }: RenameFieldProps) {
  const { say } = useWords();
  const { acts, layout } = useBoardContext();
  const [refused, setRefused] = useState<Problem | null>(null);
  const isDone = useRef(false);

  const finish = async (typed: string, takesFocus: boolean) => {
    const text = typed.trim();
    if (isDone.current) return;
    isDone.current = true;
    const problem =
      text === '' || text === name ? null : await acts.rename(nodeKey, text);
    isDone.current = problem === null;
    setRefused(problem);
    if (problem) return;
    stopRenaming();
    if (takesFocus) goTo(nodeKey);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void finish(event.currentTarget.value, true);
    if (event.key !== 'Escape') return;
    isDone.current = true;
    stopRenaming();
    goTo(nodeKey);
  };
  const other = refused?.code === 'code.nameTaken' ? refused.params['code'] : undefined;
  const otherCode = layout.codes.find((code) => code.id === other);
  const merge = () => {
    const id = codeIn(nodeKey);
    isDone.current = true;
    stopRenaming();
    if (id && otherCode)
      useBoard.setState({ dialog: { kind: 'merge', ids: [otherCode.id, id] } });
  };
  return (
    <span className="rename">
      <input
        className="control rename-input"
        type="text"
        aria-label={say('board.nameOf', { name })}
        aria-invalid={refused ? true : undefined}
        aria-describedby={refused ? 'rename-error' : undefined}
        defaultValue={name}
        autoFocus
        autoComplete="off"
        onFocus={(event) => event.currentTarget.select()}
        onBlur={(event) => {
          if (event.relatedTarget?.closest('.rename') === null || !event.relatedTarget)
            void finish(event.currentTarget.value, false);
        }}
        onKeyDown={onKeyDown}
      />
      {refused && (
        <span className="rename-error" id="rename-error" role="alert">
          {sayProblem(say, refused)}
        </span>
      )}
      {otherCode && (
        <Button size="small" onPress={merge}>
          {say('board.merge')}
        </Button>
      )}
    </span>
  );
}
