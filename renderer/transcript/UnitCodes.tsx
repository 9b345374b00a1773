import { useId, useMemo, useRef, useState } from 'react';

import type { CodeId } from '../../shared/domain/ids.ts';
import type { MeaningUnit } from '../../shared/domain/meaningUnit.ts';
import { call } from '../api.ts';
import { CodePicker } from '../pickers/CodePicker.tsx';
import { similarCodes } from '../pickers/searchCodes.ts';
import { usePlace } from '../place.ts';
import { announce } from '../ui/announce.ts';
import { given } from '../ui/given.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { Nudge } from '../ui/Nudge.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { useWords } from '../words.ts';
import { useCaret } from './caret.ts';
import { useWantedFocus } from './inspectorFocus.ts';
import { attempt, type OpenTranscript } from './openTranscript.ts';
import { isCollapsed, spansOfSelection } from './spansOfSelection.ts';

export interface UnitCodesProps {
  readonly unit: MeaningUnit;
  readonly open: OpenTranscript;
  /** Back to the text, after the unit. */
  readonly onDone: () => void;
}

const longestInVivo = 60;

/** The words that would be a code as they stand: those selected in the text, else the unit's when they are few. */
function useOwnWords(unit: MeaningUnit, open: OpenTranscript): string | undefined {
  const selection = useCaret((caret) => caret.selection);
  const { turns } = open.transcript;
  return useMemo(() => {
    const [span, another] =
      selection && !isCollapsed(selection) ? spansOfSelection(selection, turns) : [];
    const words =
      span && !another
        ? (turns.find(({ id }) => id === span.turnId)?.text.slice(span.start, span.end) ??
          '')
        : unit.text;
    const line = words.replace(/\s+/g, ' ').replace(/[.,;:!?…]+$/, '');
    return line.length > 0 && line.length <= longestInVivo ? line : undefined;
  }, [selection, turns, unit.text]);
}

interface Made {
  readonly id: CodeId;
  readonly name: string;
}

function NearCode({
  id,
  made,
  open,
  onSettled,
}: {
  readonly id: string;
  readonly made: Made;
  readonly open: OpenTranscript;
  readonly onSettled: () => void;
}) {
  const { say } = useWords();
  const { codes } = open.book;
  const near = useMemo(
    () =>
      similarCodes(
        codes.filter((code) => code.id !== made.id),
        made.name,
      )[0],
    [codes, made],
  );
  if (!near) return null;
  return (
    <Nudge
      id={id}
      actions={[
        {
          words: say('inspector.near.yes', { code: near.name }),
          onAction: () => {
            onSettled();
            void attempt(open, () =>
              call('codes.merge', { into: near.id, from: [made.id] }),
            );
          },
        },
        { words: say('inspector.near.no'), onAction: onSettled },
      ]}
    >
      {say('inspector.near', { code: near.name })}
    </Nudge>
  );
}

function Placements({ unit, open }: Pick<UnitCodesProps, 'unit' | 'open'>) {
  const { say } = useWords();
  const { book } = open;
  if (unit.codeIds.length === 0) return null;
  return (
    <section className="unit-placement" aria-label={say('inspector.placement')}>
      <p className="field-head">
        <span className="field-label">{say('inspector.placement')}</span>
        <span className="field-fact">{say('inspector.placement.follows')}</span>
      </p>
      <ul className="unit-paths">
        {unit.codeIds.map((id) => {
          const path = book.pathOf(id);
          return (
            <li key={id} className="unit-path">
              <Swatch slot={book.slotOf(id)} />
              <span>
                {path.length === 0 ? (
                  <span className="ink-2">{say('inspector.notPlaced')}</span>
                ) : (
                  path.map(({ id: categoryId, name }) => (
                    <div key={categoryId}>{name}</div>
                  ))
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The codes of a unit: choose, make, take off; and where they stand in the tree. */
export function UnitCodes({ unit, open, onDone }: UnitCodesProps) {
  const { say } = useWords();
  const control = useRef<HTMLInputElement>(null);
  const nudgeId = useId();
  const [made, setMade] = useState<Made | null>(null);
  const inVivo = useOwnWords(unit, open);
  useWantedFocus('code', control);

  const add = async (codes: { codeIds?: CodeId[]; create?: { name: string }[] }) => {
    const done = await attempt(open, () =>
      call('meaningUnits.code', { unitIds: [unit.id], ...codes }),
    );
    return done?.result.codeIds[0] ?? null;
  };
  const choose = (codeId: CodeId) => {
    void add({ codeIds: [codeId] });
    announce(
      say('transcript.coded', {
        n: unit.number,
        code: open.book.byId.get(codeId)?.name ?? '',
      }),
    );
  };
  const create = async (name: string) => {
    control.current?.focus();
    const id = await add({ create: [{ name }] });
    if (!id) return;
    setMade({ id, name });
    announce(say('transcript.coded', { n: unit.number, code: name }));
  };
  return (
    <>
      <CodePicker
        label={say('inspector.code')}
        fact={
          <>
            <Kbd keys="Enter" /> {say('inspector.code.enter')}
          </>
        }
        controlRef={control}
        opensOnFocus
        chosenIds={unit.codeIds}
        onChoose={choose}
        onCreate={(name) => void create(name)}
        onRemove={(codeId) =>
          void attempt(open, () =>
            call('meaningUnits.uncode', { unitIds: [unit.id], codeId }),
          )
        }
        onOpenCode={(id) => usePlace.getState().select({ kind: 'code', id })}
        onEnterEmpty={onDone}
        onCtrlEnter={onDone}
        {...given({ inVivo, describedBy: made ? nudgeId : undefined })}
      />
      {made && (
        <NearCode id={nudgeId} made={made} open={open} onSettled={() => setMade(null)} />
      )}
      <Placements unit={unit} open={open} />
    </>
  );
}
