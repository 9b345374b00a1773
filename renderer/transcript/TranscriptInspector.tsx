import { memo, useState } from 'react';

import type { Project } from '../../shared/domain/project.ts';
import { CodePanel } from '../codes/CodePanel.tsx';
import { InspectorPane } from '../InspectorPane.tsx';
import { usePlace, type Selected } from '../place.ts';
import { given } from '../ui/given.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { useWords } from '../words.ts';
import type { OpenTranscript } from './openTranscript.ts';
import { UnitInspector } from './UnitInspector.tsx';

const steps = ['mark', 'condense', 'code', 'return'] as const;
const stepKeys = { mark: 'M', condense: 'Enter', code: 'Enter', return: 'Ctrl Enter' };
/** By then the steps are known. */
const enoughUnits = 3;

/** When nothing is selected: how to begin, until one has begun. */
function NothingSelected({ open }: { readonly open: OpenTranscript }) {
  const { say } = useWords();
  const isNew = open.units.length < enoughUnits && !open.isReadOnly;
  return (
    <InspectorPane label={say('inspector.unit')} title={say('inspector.nothing')}>
      <div className="transcript-hint">
        <p className="ink-2">
          {say(isNew ? 'transcript.noUnits' : 'inspector.nothing.hint')}
        </p>
        {isNew && (
          <ol className="transcript-steps">
            {steps.map((step) => (
              <li key={step}>
                <span>
                  {say(`inspector.step.${step}`)} <Kbd keys={stepKeys[step]} />
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </InspectorPane>
  );
}

/** The unit that was selected last: from its code one goes back to it. */
function useUnitBefore(selected: Selected | null): Selected | undefined {
  const [before, setBefore] = useState<Selected>();
  if (selected?.kind === 'unit' && selected.id !== before?.id) setBefore(selected);
  return before;
}

export interface TranscriptInspectorProps {
  readonly open: OpenTranscript;
  readonly project: Project;
}

/** About what is selected: a unit, a code, or nothing yet. */
export const TranscriptInspector = memo(function TranscriptInspector({
  open,
  project,
}: TranscriptInspectorProps) {
  const { say } = useWords();
  const selected = usePlace((place) => place.selected);
  const unitBefore = useUnitBefore(selected);
  if (selected?.kind === 'code')
    return (
      <CodePanel
        codeId={selected.id}
        {...given({
          goBack: unitBefore && {
            words: say('inspector.backToUnit'),
            onPress: () => usePlace.getState().select(unitBefore),
          },
        })}
      />
    );
  if (selected?.kind === 'unit')
    return <UnitInspector unitId={selected.id} open={open} project={project} />;
  return <NothingSelected open={open} />;
});
