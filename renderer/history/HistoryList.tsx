import { CornerUpLeft, Undo2 } from 'lucide-react';
import {
  type FocusEvent,
  type KeyboardEvent,
  useCallback,
  useRef,
  useState,
} from 'react';

import type { AnalystId } from '../../shared/domain/ids.ts';
import type { Step } from '../../shared/domain/step.ts';
import type { Language, Say } from '../../shared/words/words.ts';
import { useApi } from '../api.ts';
import { useIsSlow } from '../slowly.ts';
import { Banner } from '../ui/Banner.tsx';
import { classes } from '../ui/given.ts';
import { Icon } from '../ui/Icon.tsx';
import { sayProblem, sayStep, sayTime, useWords } from '../words.ts';
import { type Day, daysOf, type Fold } from './foldSteps.ts';

const pageSize = 100;

export interface HistoryListProps {
  readonly analystId: AnalystId | null;
  readonly chosen: number | null;
  readonly onChoose: (step: Step) => void;
}

function sayDayHeading(say: Say, language: Language, day: string): string {
  const date = new Date(`${day}T12:00:00`);
  const today = new Date().toLocaleDateString('sv-SE');
  const words = date.toLocaleDateString(language === 'sv' ? 'sv-SE' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return day === today ? say('history.today', { day: words }) : words;
}

interface RowProps extends HistoryListProps {
  readonly step: Step;
  readonly isInside?: boolean;
}

function StepRow({ step, chosen, onChoose, isInside = false }: RowProps) {
  const { say, language } = useWords();
  const isUndone = step.state !== 'done';
  return (
    <div
      role="option"
      tabIndex={-1}
      aria-selected={step.seq === chosen}
      data-seq={step.seq}
      className={classes(
        'step-row',
        isUndone && 'step-row-undone',
        isInside && 'step-row-inside',
        step.isWall && 'step-row-wall',
      )}
      onClick={() => onChoose(step)}
      onFocus={() => onChoose(step)}
      onKeyDown={() => undefined}
    >
      <span className="step-time">{sayTime(language, step.createdAt)}</span>
      <span className="step-initials" title={step.analyst ?? ''}>
        {step.initials ?? '–'}
      </span>
      <span className="step-words">
        {sayStep(say, step)}
        {isUndone && (
          <span className="step-state">
            <Icon of={Undo2} size={14} /> {say(`history.state.${step.state}`)}
          </span>
        )}
        {step.isWall && (
          <span className="step-state">
            <Icon of={CornerUpLeft} size={14} /> {say('history.wall')}
          </span>
        )}
      </span>
    </div>
  );
}

function FoldRows({ fold, ...list }: HistoryListProps & { readonly fold: Fold }) {
  const { say } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { first, more } = fold;
  return (
    <>
      <StepRow {...list} step={first} />
      {more.length > 0 && (
        <div
          role="option"
          tabIndex={-1}
          aria-selected={false}
          data-fold
          className="step-row step-row-fold"
          onClick={() => setIsOpen(!isOpen)}
          onKeyDown={() => undefined}
        >
          <span />
          <span />
          <span>
            {isOpen
              ? say('history.fold.close')
              : say('history.fold', { count: more.length })}
          </span>
        </div>
      )}
      {isOpen &&
        more.map((step) => <StepRow key={step.seq} {...list} step={step} isInside />)}
    </>
  );
}

interface PageProps extends HistoryListProps {
  /** Steps before this one; undefined is the latest. */
  readonly before: number | undefined;
}

function usePage({ before, analystId }: PageProps) {
  return useApi(
    'steps.history',
    {
      limit: pageSize,
      ...(before === undefined ? {} : { before }),
      ...(analystId === null ? {} : { analystId }),
    },
    { keepPrevious: true },
  );
}

/** The hundred steps before, when they are asked for. */
function OlderSteps(props: PageProps) {
  const { say } = useWords();
  const [isAsked, setIsAsked] = useState(false);
  if (isAsked) return <HistoryPage {...props} />;
  return (
    <div
      role="option"
      tabIndex={-1}
      aria-selected={false}
      className="step-row step-row-fold"
      onClick={() => setIsAsked(true)}
      onKeyDown={() => undefined}
    >
      <span />
      <span />
      <span>{say('history.more')}</span>
    </div>
  );
}

function DayRows({ day, folds, ...list }: HistoryListProps & Day) {
  const { say, language } = useWords();
  const words = sayDayHeading(say, language, day);
  return (
    <div className="step-day" role="group" aria-label={words}>
      <p className="step-day-heading" aria-hidden="true">
        {words}
      </p>
      {folds.map((fold) => (
        <FoldRows key={fold.first.seq} {...list} fold={fold} />
      ))}
    </div>
  );
}

function HistoryPage(props: PageProps) {
  const { say } = useWords();
  const { data, problem } = usePage(props);
  const isSlow = useIsSlow(data === undefined);
  if (problem) return <Banner>{sayProblem(say, problem)}</Banner>;
  if (!data) return isSlow && <p className="ink-2">{say('history.waiting')}</p>;
  const last = data.steps.length === pageSize ? data.steps.at(-1) : undefined;
  const { before: _before, ...list } = props;
  return (
    <>
      {daysOf(data.steps).map((day) => (
        <DayRows key={day.day} {...list} {...day} />
      ))}
      {last && <OlderSteps {...list} before={last.seq} />}
    </>
  );
}

function nextIndex(key: string, now: number, last: number): number | null {
  if (key === 'ArrowDown') return Math.min(last, now + 1);
  if (key === 'ArrowUp') return Math.max(0, now - 1);
  if (key === 'PageDown') return Math.min(last, now + 12);
  if (key === 'PageUp') return Math.max(0, now - 12);
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
}

/** What was done, latest first: arrows go from step to step, Enter opens what is folded. */
export function HistoryList(props: HistoryListProps) {
  const { say } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const rows = useCallback(
    () => [...(list.current?.querySelectorAll<HTMLElement>('[role=option]') ?? [])],
    [],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const all = rows();
    const now = all.findIndex((row) => row === document.activeElement);
    const next = nextIndex(event.key, now, all.length - 1);
    const isPressed = event.key === 'Enter' || event.key === ' ';
    if (next !== null) all[next]?.focus();
    else if (isPressed && now >= 0) all[now]?.click();
    else return;
    event.preventDefault();
  };
  const onFocus = (event: FocusEvent) => {
    if (event.target !== list.current) return;
    const chosen = list.current.querySelector<HTMLElement>('[aria-selected=true]');
    (chosen ?? rows()[0])?.focus();
  };
  return (
    <div
      ref={list}
      className="history-list"
      role="listbox"
      aria-label={say('shell.history')}
      data-keys="history"
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <HistoryPage key={props.analystId} {...props} before={undefined} />
    </div>
  );
}
