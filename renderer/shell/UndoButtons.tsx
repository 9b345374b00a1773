import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';

import type { ProjectState } from '../../shared/domain/projectState.ts';
import type { Step } from '../../shared/domain/step.ts';
import { call, onHostEvent } from '../api.ts';
import { useCommands } from '../keys/commands.ts';
import { hasUnsavedTyping, undoTyping } from '../keys/pressed.ts';
import type { MenuEntry } from '../ui/menuEntries.ts';
import { sayStep, useWords, type Words } from '../words.ts';
import { StepButton } from './StepButton.tsx';
import { redo, undo } from './undoing.ts';

const shownSteps = 20;

/** Whether the field in focus has typing of its own to undo. */
function useIsTyping(): boolean {
  const [isTyping, setIsTyping] = useState(false);
  useEffect(() => {
    const look = () => setIsTyping(hasUnsavedTyping(document.activeElement));
    const events = ['input', 'focusin', 'focusout', 'keyup'] as const;
    for (const name of events) document.addEventListener(name, look);
    // What was typed is saved by a step; the field knows once the answer has come back to it.
    const stop = onHostEvent(() => {
      setTimeout(look, 100);
      setTimeout(look, 500);
    });
    return () => {
      stop();
      for (const name of events) document.removeEventListener(name, look);
    };
  }, []);
  return isTyping;
}

/** The steps that can be undone, latest first; those under one heading are one. */
async function undoable(): Promise<readonly Step[]> {
  const { steps } = await call('steps.history', { limit: 200 });
  const wall = steps.findIndex((step) => step.isWall);
  return steps
    .slice(0, wall < 0 ? undefined : wall)
    .filter((step) => step.state === 'done')
    .filter(
      (step, index, all) =>
        step.heading === null || step.heading !== all[index - 1]?.heading,
    )
    .slice(0, shownSteps);
}

async function undoEntries(words: Words): Promise<readonly MenuEntry[]> {
  return (await undoable()).map((step, index) => ({
    id: String(step.seq),
    words: sayStep(words.say, step),
    onAction: () => void undo(words, index + 1),
  }));
}

/** Undo and redo with the name of the step; in a field that is being typed in, the field's own. */
export function UndoButtons({ state }: { readonly state: ProjectState }) {
  const words = useWords();
  const { say } = words;
  const isTyping = useIsTyping();
  const canUndo = state.undo !== null && !state.isReadOnly;
  const canRedo = state.redo !== null && !state.isReadOnly;
  useCommands({
    'steps.undo': canUndo ? () => void undo(words) : undefined,
    'steps.redo': canRedo ? () => void redo(words) : undefined,
  });
  const undoName = state.undo
    ? say('shell.undo.step', { step: sayStep(say, state.undo) })
    : say('shell.undo.none');
  const redoName = state.redo
    ? say('shell.redo.step', { step: sayStep(say, state.redo) })
    : say('shell.redo.none');
  return (
    <>
      <StepButton
        icon={Undo2}
        name={isTyping ? say('shell.undo.typing') : undoName}
        keys="Ctrl Z"
        words={say('shell.undo')}
        isDisabled={!canUndo && !isTyping}
        onPress={() => {
          const { activeElement } = document;
          if (hasUnsavedTyping(activeElement)) undoTyping(activeElement);
          else void undo(words);
        }}
        menu={{ label: say('shell.undo.list'), entries: () => undoEntries(words) }}
      />
      <StepButton
        icon={Redo2}
        name={redoName}
        keys="Ctrl Shift Z"
        isDisabled={!canRedo}
        onPress={() => void redo(words)}
      />
    </>
  );
}
