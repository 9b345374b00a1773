import { type KeyboardEvent, useMemo, useRef, useState } from 'react';

import type { CodeId, MeaningUnitId } from '../../shared/domain/ids.ts';
import type { MeaningUnit } from '../../shared/domain/meaningUnit.ts';
import { useAct, useApi } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { KeyHints } from '../ui/KeyHints.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayProblem, useWords } from '../words.ts';
import { useCodeBook } from './useCodeBook.ts';
import './CodeDialogs.css';

export interface SplitCodeProps {
  readonly codeId: CodeId;
  /** Given the new code when units have been taken out to it. */
  readonly onClose: (newId?: CodeId) => void;
}

interface UnitsProps {
  readonly units: readonly MeaningUnit[];
  /** Those that go to the new code. */
  readonly taken: ReadonlySet<MeaningUnitId>;
  readonly onChange: (id: MeaningUnitId, isTaken: boolean) => void;
}

const nobody: readonly MeaningUnit[] = [];

/** A list where 1 and 2 say which code a unit belongs to. */
function UnitsToSplit({ units, taken, onChange }: UnitsProps) {
  const { say } = useWords();
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const go = (index: number) => {
    if (index < 0 || index >= units.length) return;
    setActive(index);
    list.current?.querySelectorAll<HTMLElement>('[role=option]')[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const unit = units[index]!;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(index + 1),
      ArrowUp: () => go(index - 1),
      Home: () => go(0),
      End: () => go(units.length - 1),
      ' ': () => onChange(unit.id, !taken.has(unit.id)),
      '1': () => (onChange(unit.id, false), go(index + 1)),
      '2': () => (onChange(unit.id, true), go(index + 1)),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div
      role="listbox"
      aria-label={say('board.splitUnits')}
      aria-multiselectable
      className="split-units"
      ref={list}
    >
      {units.map((unit, index) => (
        <div
          key={unit.id}
          role="option"
          aria-selected={taken.has(unit.id)}
          className="split-unit focus-inside"
          tabIndex={index === Math.min(active, units.length - 1) ? 0 : -1}
          onClick={() => {
            onChange(unit.id, !taken.has(unit.id));
            setActive(index);
          }}
          onKeyDown={(event) => onKeyDown(event, index)}
        >
          <span className="split-mark">{taken.has(unit.id) ? '2' : '1'}</span>
          <span>
            <span className="read-small">{unit.text}</span>
            <span className="split-place">
              {unit.condensed || unit.transcriptName}
              {' · '}
              {unit.speaker} {unit.turnLabel}
            </span>
          </span>
        </div>
      ))}
    </div>
  );
}

function useTaken() {
  const [taken, setTaken] = useState<ReadonlySet<MeaningUnitId>>(new Set());
  const change = (id: MeaningUnitId, isTaken: boolean) => {
    const next = new Set(taken);
    if (isTaken) next.add(id);
    else next.delete(id);
    setTaken(next);
  };
  return { taken, change };
}

function useUnits(codeId: CodeId): readonly MeaningUnit[] {
  const codeIds = useMemo(() => [codeId], [codeId]);
  return useApi('codes.units', { codeIds, limit: 500 }).data ?? nobody;
}

/** Some of a code's units leave it for a new code beside it. */
export function SplitCode({ codeId, onClose }: SplitCodeProps) {
  const { say } = useWords();
  const { byId } = useCodeBook();
  const units = useUnits(codeId);
  const { taken, change } = useTaken();
  const [name, setName] = useState('');
  const { act, isPending, problem } = useAct('codes.split');
  const codeName = byId.get(codeId)?.name ?? '';
  const isReady = name.trim() !== '' && taken.size > 0;

  const refusedName = problem?.code === 'code.nameTaken';
  const split = async () => {
    if (!isReady) return;
    const made = await act({ codeId, unitIds: [...taken], name });
    announce(say('board.splitDone', { count: taken.size, name }));
    onClose(made.id);
  };
  return (
    <Dialog
      title={say('board.splitTitle', { name: codeName })}
      isOpen
      width="wide"
      onClose={() => onClose()}
      actions={
        <>
          <Button onPress={() => onClose()}>{say('board.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={!isReady}
            isBusy={isPending}
            onPress={() => void split().catch(() => {})}
          >
            {say('board.splitNow')}
          </Button>
        </>
      }
    >
      <TextField
        label={say('board.splitName')}
        value=""
        autoFocus
        onDraft={setName}
        onCommit={setName}
        onEnter={() => void split().catch(() => {})}
        {...(refusedName ? { error: sayProblem(say, problem) } : {})}
      />
      <KeyHints
        hints={[
          { keys: '1', words: say('board.splitKeep', { name: codeName }) },
          { keys: '2', words: name.trim() || say('board.splitNew') },
        ]}
      />
      <UnitsToSplit units={units} taken={taken} onChange={change} />
      {problem && !refusedName && (
        <Banner kind="error">{sayProblem(say, problem)}</Banner>
      )}
    </Dialog>
  );
}
