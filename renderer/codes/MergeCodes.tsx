import { useMemo, useState } from 'react';

import type { Code } from '../../shared/domain/code.ts';
import type { CodeId } from '../../shared/domain/ids.ts';
import { useAct, useApi } from '../api.ts';
import { CodePicker } from '../pickers/CodePicker.tsx';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { RadioCards } from '../ui/RadioCards.tsx';
import { sayProblem, useWords } from '../words.ts';
import { UnitList } from './UnitList.tsx';
import { useCodeBook } from './useCodeBook.ts';
import './CodeDialogs.css';

export interface MergeCodesProps {
  /** One is enough to start from; the first keeps its name unless another is chosen. */
  readonly ids: readonly CodeId[];
  /** Given the code that is left when they have been merged. */
  readonly onClose: (into?: CodeId) => void;
}

const shownUnits = 20;

function CodeWords({ code }: { readonly code: Code }) {
  const { say } = useWords();
  const codeIds = useMemo(() => [code.id], [code.id]);
  const units = useApi('codes.units', { codeIds, limit: shownUnits }).data;
  const left = code.support.units - shownUnits;
  return (
    <section className="merge-code" aria-label={code.name}>
      <h3 className="merge-name">{code.name}</h3>
      <p className={code.definition ? undefined : 'ink-3'}>
        {code.definition || say('board.noDefinition')}
      </p>
      {units && units.length > 0 && <UnitList units={units} />}
      {left > 0 && <p className="ink-2 type-s">{say('board.more', { count: left })}</p>}
    </section>
  );
}

/** Several codes become one: their definitions and units are seen side by side first. */
export function MergeCodes({ ids, onClose }: MergeCodesProps) {
  const { say } = useWords();
  const { byId } = useCodeBook();
  const [added, setAdded] = useState<readonly CodeId[]>(ids);
  const [chosen, setChosen] = useState<CodeId | null>(ids[0] ?? null);
  const { act, isPending, problem } = useAct('codes.merge');
  const codes = added.flatMap((id) => byId.get(id) ?? []);
  const kept = codes.find((code) => code.id === chosen) ?? codes[0];

  const merge = async () => {
    if (!kept || codes.length < 2) return;
    const from = codes.map((code) => code.id).filter((id) => id !== kept.id);
    await act({ into: kept.id, from });
    announce(say('board.merged', { count: codes.length, name: kept.name }));
    onClose(kept.id);
  };
  return (
    <Dialog
      title={say('board.mergeTitle')}
      isOpen
      width="wide"
      onClose={() => onClose()}
      actions={
        <>
          <Button onPress={() => onClose()}>{say('board.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={codes.length < 2}
            isBusy={isPending}
            onPress={() => void merge().catch(() => {})}
          >
            {say('board.mergeNow')}
          </Button>
        </>
      }
    >
      <CodePicker
        label={say('board.mergeWhich')}
        chosenIds={added}
        autoFocus={ids.length < 2}
        opensOnFocus={ids.length < 2}
        onChoose={(id) => setAdded([...added, id])}
        onRemove={(id) => setAdded(added.filter((other) => other !== id))}
      />
      {codes.length > 1 && kept && (
        <RadioCards<CodeId>
          label={say('board.mergeName')}
          kind="list"
          cards={codes.map((code) => ({ value: code.id, title: code.name }))}
          value={kept.id}
          onChange={setChosen}
        />
      )}
      <div className="merge-codes">
        {codes.map((code) => (
          <CodeWords key={code.id} code={code} />
        ))}
      </div>
      {problem && <Banner kind="error">{sayProblem(say, problem)}</Banner>}
    </Dialog>
  );
}
