import { useMemo } from 'react';

import type { Step } from '../../shared/domain/step.ts';
import { call, problemIn, useAct, useApi } from '../api.ts';
import { changedThing } from '../changedThing.ts';
import { InspectorPane } from '../InspectorPane.tsx';
import { usePlace } from '../place.ts';
import { showProblem } from '../screen.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { showToast } from '../ui/toasts.ts';
import { sayNumber, sayProblem, sayStep, sayWhen, useWords } from '../words.ts';
import {
  type ChangedField,
  type ChangedRow,
  type Names,
  sayChanges,
} from './changeWords.ts';

const mostRows = 50;

function useNames(): Names {
  const codes = useApi('codes.list', {}).data;
  const categories = useApi('categories.list', {}).data;
  const themes = useApi('themes.list', {}).data;
  const participants = useApi('participants.list', {}).data;
  return useMemo(
    () =>
      new Map<string, string>([
        ...(codes ?? []).map(({ id, name }) => [id, name] as const),
        ...(categories ?? []).map(({ id, name }) => [id, name] as const),
        ...(themes ?? []).map(({ id, name }) => [id, name] as const),
        ...(participants ?? []).map(({ id, pseudonym }) => [id, pseudonym] as const),
      ]),
    [codes, categories, themes, participants],
  );
}

function Field({ field }: { readonly field: ChangedField }) {
  const { say } = useWords();
  const isBoth = field.before !== null && field.after !== null;
  return (
    <div className="changed-field">
      <dt>{field.name}</dt>
      {field.before !== null && (
        <dd className="changed-before">
          <span className="changed-mark">{say('history.before')}</span>
          <span>{field.before}</span>
        </dd>
      )}
      {field.after !== null && (
        <dd>
          {isBoth && <span className="changed-mark">{say('history.after')}</span>}
          <span>{field.after}</span>
        </dd>
      )}
    </div>
  );
}

function Row({ row }: { readonly row: ChangedRow }) {
  return (
    <section className="changed-row">
      <h3>{row.title}</h3>
      <dl>
        {row.fields.map((field) => (
          <Field key={field.name} field={field} />
        ))}
      </dl>
    </section>
  );
}

/** To what the step was about: the words of a unit, the code or category on the board, the theme. */
async function showThere(step: Step): Promise<void> {
  const changes = await call('steps.changes', { seq: step.seq, limit: mostRows });
  const selected = changedThing(changes, step.state === 'done' ? 'after' : 'before');
  if (!selected) throw new Error('Nothing of the step can be shown');
  const place = usePlace.getState();
  if (selected.kind === 'unit') {
    const unit = await call('meaningUnits.read', { unitId: selected.id });
    place.goToWords(unit);
    return;
  }
  place.select(selected);
  place.go({ workspace: selected.kind === 'theme' ? 'themes' : 'grouping' });
}

interface ActsProps {
  readonly step: Step;
  readonly isLatest: boolean;
  readonly isReadOnly: boolean;
}

function Acts({ step, isLatest, isReadOnly }: ActsProps) {
  const { say } = useWords();
  const goTo = useAct('steps.goTo');
  const changes = useApi('steps.changes', { seq: step.seq, limit: mostRows }).data ?? [];
  const thing = changedThing(changes, step.state === 'done' ? 'after' : 'before');
  const canShow = thing !== null && thing.kind !== 'turn';
  const goBack = async () => {
    try {
      const { step: written } = await goTo.act({ seq: step.seq });
      if (!written) {
        showToast({ words: say('history.alreadyThere', { step: sayStep(say, step) }) });
        return;
      }
      showToast({
        words: say('history.wentBack', { step: sayStep(say, step) }),
        action: {
          words: say('shell.undo'),
          onAction: () => void call('steps.undo', {}).catch(() => undefined),
        },
      });
    } catch {
      // Said by the banner.
    }
  };
  const show = () =>
    void showThere(step).catch((error: unknown) => {
      showProblem(problemIn(error));
      announce(say('problem.gone'), 'assertive');
    });
  const canGoBack = step.state === 'done' && !isLatest && !isReadOnly;
  return (
    <>
      {goTo.problem && <Banner>{sayProblem(say, goTo.problem)}</Banner>}
      {canShow && <Button onPress={show}>{say('history.show')}</Button>}
      {canGoBack && (
        <>
          <Button isBusy={goTo.isPending} onPress={() => void goBack()}>
            {say('history.goBack')}
          </Button>
          <p className="ink-2 type-s">{say('history.goBack.sentence')}</p>
        </>
      )}
    </>
  );
}

/** Before and after of what a step changed, in words, and the way back to it. */
export function StepDetails({ step, isLatest, isReadOnly }: ActsProps) {
  const { say, language } = useWords();
  const names = useNames();
  const { data: changes } = useApi('steps.changes', { seq: step.seq, limit: mostRows });
  const rows = useMemo(
    () => sayChanges(say, names, changes ?? []),
    [say, names, changes],
  );
  const left = step.rows - (changes?.length ?? step.rows);
  return (
    <InspectorPane
      label={say('history.details')}
      title={sayStep(say, step)}
      foot={
        <div className="step-acts">
          <Acts step={step} isLatest={isLatest} isReadOnly={isReadOnly} />
        </div>
      }
    >
      <p className="ink-2">
        {[step.analyst, sayWhen(language, step.createdAt)].filter(Boolean).join(', ')}
      </p>
      {step.state !== 'done' && <p>{say(`history.state.${step.state}.sentence`)}</p>}
      {step.isWall && <p>{say('history.wall.sentence')}</p>}
      {rows.map((row, index) => (
        <Row key={index} row={row} />
      ))}
      {changes && rows.length === 0 && <p className="ink-2">{say('history.noFields')}</p>}
      {left > 0 && (
        <p className="ink-2">
          {say('history.rowsLeft', { count: left, n: sayNumber(language, left) })}
        </p>
      )}
    </InspectorPane>
  );
}
