import { ArrowDown, ArrowUp, Check, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

import type { TurnId } from '../../../shared/domain/ids.ts';
import { InspectorPane } from '../../InspectorPane.tsx';
import { useInspector } from '../../inspector.ts';
import { useCommands } from '../../keys/commands.ts';
import { usePlace } from '../../place.ts';
import { showSegmenting } from '../../segmenting.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { useWords } from '../../words.ts';
import { scrollToText, selectText } from '../caret.ts';
import type { OpenTranscript } from '../openTranscript.ts';
import { begin, moveSpot, reject } from './dividing.ts';
import { chosenQuestion, outside, useQuestionChoices } from './questionChoices.ts';
import { saySpot, type Spot } from './questionRules.ts';
import { TurnQuestion } from './TurnQuestion.tsx';
import './questions.css';

function showTurn(turn: number): void {
  selectText({ turn, at: 0 }, { turn, at: 0 }, { keepsFocus: true });
  scrollToText({ turn, at: 0 });
}

/** The spot that is looked at: it stays when it is accepted, and the next one takes its place when it goes. */
function useCurrent(spots: readonly Spot[]) {
  const [at, setAt] = useState<{ readonly turnId: TurnId; readonly turn: number } | null>(
    null,
  );
  const known = spots.findIndex(({ turnId }) => turnId === at?.turnId);
  const next = spots.findIndex(({ turn }) => turn >= (at?.turn ?? 0));
  const index = known >= 0 ? known : next >= 0 ? next : spots.length - 1;
  return { index, spot: spots[index], setAt };
}

function SpotActs(props: {
  readonly open: OpenTranscript;
  readonly spot: Spot;
  readonly onMove: (direction: 1 | -1) => void;
  readonly onAccept: () => void;
  readonly onReject: () => void;
}) {
  const { open, spot, onMove, onAccept, onReject } = props;
  const { say } = useWords();
  return (
    <div className="questions-acts" data-question-acts>
      {spot.isProposed && (
        <Button size="small" icon={Check} keys="Y" onPress={onAccept}>
          {say('questions.pane.accept')}
        </Button>
      )}
      <Button size="small" icon={X} keys="Backspace" onPress={onReject}>
        {say(spot.isProposed ? 'questions.pane.reject' : 'questions.pane.remove')}
      </Button>
      <Button size="small" icon={ArrowUp} keys="Alt ↑" onPress={() => onMove(-1)}>
        {say('questions.pane.earlier')}
      </Button>
      <Button size="small" icon={ArrowDown} keys="Alt ↓" onPress={() => onMove(1)}>
        {say('questions.pane.later')}
      </Button>
      <Select
        label={say('questions.pane.other')}
        value={spot.questionId ?? outside}
        choices={useQuestionChoices(open)}
        onChange={(value) =>
          void begin(open, [{ turnId: spot.turnId, questionId: chosenQuestion(value) }])
        }
      />
    </div>
  );
}

/** Where the questions begin: walked by the arrows, accepted, rejected and moved by keys or buttons. */
function Spots({ open }: { readonly open: OpenTranscript }) {
  const { say } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const slot = useInspector((inspector) => inspector.slot);
  const { spots, byId } = open.questions;
  const { index, spot, setAt } = useCurrent(spots);
  useEffect(() => list.current?.focus({ preventScroll: true }), [slot]);
  const goTo = (to: number) => {
    const next = spots[to];
    if (!next) return;
    setAt(next);
    showTurn(next.turn);
  };
  const accept = () => {
    if (!spot?.isProposed) return;
    setAt(spots.slice(index + 1).find(({ isProposed }) => isProposed) ?? spot);
    void begin(open, [spot]);
  };
  const refuse = () => {
    if (!spot) return;
    setAt(spots[index + 1] ?? spots[index - 1] ?? null);
    void reject(open, spot);
  };
  const move = (direction: 1 | -1) => {
    if (!spot) return;
    void moveSpot(open, spot, direction).then((turnId) => {
      if (turnId === null) return;
      setAt({ turnId, turn: spot.turn + direction });
      showTurn(spot.turn + direction);
    });
  };
  useCommands({
    'questions.accept': accept,
    'questions.reject': refuse,
    'questions.choose': () =>
      document.querySelector<HTMLElement>('[data-question-acts] .select-button')?.focus(),
    'questions.earlier': () => move(-1),
    'questions.later': () => move(1),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    goTo(index + step);
  };
  if (spots.length === 0) return <p className="ink-2">{say('questions.pane.nothing')}</p>;
  return (
    <>
      <div
        ref={list}
        className="questions-list"
        role="listbox"
        tabIndex={0}
        aria-label={say('questions.pane.list')}
        aria-activedescendant={spot && `spot-${spot.turnId}`}
        data-keys="questions"
        onKeyDown={onKeyDown}
      >
        {spots.map((one, to) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list has the keys
          <div
            key={one.turnId}
            id={`spot-${one.turnId}`}
            role="option"
            tabIndex={-1}
            aria-selected={to === index}
            className={one.isProposed ? 'questions-proposed' : 'questions-confirmed'}
            onClick={() => goTo(to)}
          >
            {say(`questions.pane.${one.isProposed ? 'proposed' : 'confirmed'}`, {
              turn: open.transcript.turns[one.turn]?.label ?? '',
              question: saySpot(say, byId, one),
            })}
          </div>
        ))}
      </div>
      {spot && !open.isReadOnly && (
        <SpotActs
          open={open}
          spot={spot}
          onMove={move}
          onAccept={accept}
          onReject={refuse}
        />
      )}
    </>
  );
}

/** Questions that were asked here by the guide and have no place yet (method.md T09). */
function Unplaced({ open }: { readonly open: OpenTranscript }) {
  const { say } = useWords();
  const { questions, spots, ofTurn, alone } = open.questions;
  const placed = new Set([
    ...ofTurn,
    ...alone.values(),
    ...spots.flatMap(({ questionId, also }) => [questionId, ...also]),
  ]);
  const left = questions.filter(({ id, isAsked }) => isAsked && !placed.has(id));
  if (left.length === 0 || spots.length === 0) return null;
  return (
    <section aria-label={say('questions.pane.unplaced')}>
      <h3>{say('questions.pane.unplaced')}</h3>
      <ul className="questions-unplaced">
        {left.map(({ id, number: n, text }) => (
          <li key={id}>{say('questions.numbered', { n, text })}</li>
        ))}
      </ul>
    </section>
  );
}

/** Dividing the open transcript by the questions of the guide (design.md 5.4). */
export function QuestionsPane({ open }: { readonly open: OpenTranscript }) {
  const { say } = useWords();
  const { questions, spots } = open.questions;
  const proposals = spots.filter(({ isProposed }) => isProposed);
  return (
    <InspectorPane label={say('questions.pane')}>
      <div className="questions-pane">
        {questions.length === 0 ? (
          <>
            <p>{say('questions.pane.noGuide')}</p>
            <Button
              kind="primary"
              onPress={() => usePlace.getState().go({ workspace: 'questions' })}
            >
              {say('questions.by.toGuide')}
            </Button>
          </>
        ) : (
          <>
            {proposals.length > 0 && !open.isReadOnly && (
              <Button kind="primary" onPress={() => void begin(open, proposals)}>
                {say('questions.pane.acceptAll', { count: proposals.length })}
              </Button>
            )}
            <Spots open={open} />
            <Unplaced open={open} />
            {!open.isReadOnly && <TurnQuestion open={open} />}
          </>
        )}
        <Button kind="link" onPress={() => showSegmenting(false)}>
          {say('questions.pane.done')}
        </Button>
      </div>
    </InspectorPane>
  );
}
