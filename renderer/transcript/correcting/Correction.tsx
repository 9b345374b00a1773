import {
  type KeyboardEvent,
  lazy,
  Suspense,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';

import { onHostEvent } from '../../api.ts';
import { isField } from '../../keys/pressed.ts';
import { saveBeforeLeaving } from '../../pendingWrites.ts';
import { useWords } from '../../words.ts';
import type { OpenTranscript } from '../openTranscript.ts';
import { correctBeside } from './correctTurn.ts';
import { CorrectionBar } from './CorrectionBar.tsx';
import { editorNow, isChanged, rebase, useCorrecting, type Draft } from './draft.ts';
import { DraftState } from './DraftState.tsx';
import { LostDraft } from './LostDraft.tsx';
import { cancelDraft, keepDraft, saveOnLeaving, watchOpen } from './saving.ts';
import { TurnQuestions } from './TurnQuestions.tsx';
import { useOverTurn } from './useOverTurn.ts';
import './correcting.css';

const TurnEditor = lazy(async () => ({
  default: (await import('./TurnEditor.tsx')).TurnEditor,
}));

export interface CorrectionProps {
  readonly open: OpenTranscript;
  readonly latest: () => OpenTranscript;
  /** Changes when the text has moved. */
  readonly moved: number;
  readonly sheet: () => HTMLElement | null;
}

/** What is typed is saved when the transcript, the project or the window is left. */
function useSaveOnLeaving(latest: CorrectionProps['latest']): void {
  useEffect(() => {
    const save = () => saveOnLeaving(latest());
    const ends = [
      saveBeforeLeaving(save),
      onHostEvent((event) => {
        if (event.kind === 'window' && event.state === 'closing') void save();
      }),
    ];
    return () => {
      for (const end of ends) end();
      void save();
    };
  }, [latest]);
}

function useLabel({ transcript }: OpenTranscript, turn: number): string {
  const { say } = useWords();
  const { label = '', speakerId = null } = transcript.turns[turn] ?? {};
  const speaker = transcript.speakers.find(({ id }) => id === speakerId);
  return speaker
    ? say('correcting.label', { turn: label, speaker: speaker.label })
    : say('correcting.label.paragraph', { turn: label });
}

interface CorrectingProps extends CorrectionProps {
  readonly draft: Draft;
  readonly turn: number;
}

/** Alt ↓: on to the next turn, Alt ↑: back to the one before. Buttons have a use of their own for them. */
function wayBeside(event: KeyboardEvent): 1 | -1 | null {
  const isAlone = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!isAlone || !isField(event.target)) return null;
  if (event.key === 'ArrowDown') return 1;
  return event.key === 'ArrowUp' ? -1 : null;
}

/** Over the words of the turn: the editor, what comes of the units, and what can be done. */
function Correcting({ draft, turn, open, latest, moved, sheet }: CorrectingProps) {
  const { say } = useWords();
  const { saved, isAsking, problem } = useCorrecting();
  const box = useRef<HTMLDivElement>(null);
  const state = useId();
  const stored = open.transcript.turns[turn]?.text ?? '';
  useOverTurn({ box, sheet, turn }, `${moved} ${stored.length}`);
  useLayoutEffect(() => box.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => rebase(stored), [stored]);
  const goOn = () => {
    useCorrecting.setState({ isAsking: false });
    editorNow()?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isKept = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    const way = wayBeside(event);
    if (isKept) void keepDraft(latest());
    else if (way) void correctBeside(latest(), way);
    else if (event.key !== 'Escape') return;
    else if (isAsking) goOn();
    else cancelDraft(latest());
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of all that is in it
    <div
      ref={box}
      className="correcting"
      role="group"
      tabIndex={-1}
      aria-label={say('correcting.bar')}
      onKeyDownCapture={onKeyDown}
      // Tab goes on to the buttons; the sheet would take it to the inspector.
      onKeyDown={(event) => event.key === 'Tab' && event.stopPropagation()}
    >
      <Suspense fallback={<div className="correcting-text read">{draft.text}</div>}>
        <TurnEditor
          key={draft.turnId}
          draft={draft}
          open={open}
          latest={latest}
          label={useLabel(open, turn)}
          describedBy={state}
        />
      </Suspense>
      <div className="correcting-foot">
        <DraftState id={state} draft={draft} open={open} problem={problem} />
        <CorrectionBar
          open={open}
          isSaving={saved !== null}
          isAsking={isAsking}
          onGoOn={goOn}
        />
      </div>
    </div>
  );
}

/** The turn that is being corrected, in its place in the sheet, and what is asked before turns are changed. */
export function Correction(props: CorrectionProps) {
  const { open, latest } = props;
  const draft = useCorrecting((correcting) => correcting.draft);
  // Nothing is lost while it is being saved with what is done to the turn.
  const hasTyping = useCorrecting(
    (correcting) =>
      correcting.draft !== null && !correcting.isActing && isChanged(correcting.draft),
  );
  const isRefused = useCorrecting((correcting) => correcting.problem !== null);
  useSaveOnLeaving(latest);
  useLayoutEffect(() => {
    watchOpen(() => open);
  }, [open]);
  useEffect(() => () => watchOpen(() => null), []);
  const turn = draft
    ? open.transcript.turns.findIndex(({ id }) => id === draft.turnId)
    : -1;
  const isLost = hasTyping && turn === -1;
  const isOfAnother = draft?.transcriptId !== open.transcript.id;
  return (
    <>
      {draft && turn !== -1 && <Correcting {...props} draft={draft} turn={turn} />}
      {draft && isLost && (!isOfAnother || isRefused) && (
        <LostDraft draft={draft} latest={latest} />
      )}
      <TurnQuestions latest={latest} />
    </>
  );
}
