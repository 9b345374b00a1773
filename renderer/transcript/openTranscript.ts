import { create } from 'zustand';

import type { MeaningUnitId, TurnId } from '../../shared/domain/ids.ts';
import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { Transcript, Turn } from '../../shared/domain/transcript.ts';
import type { Problem } from '../../shared/errors.ts';
import type { Say } from '../../shared/words/words.ts';
import { problemIn } from '../api.ts';
import type { CodeBook } from '../codes/useCodeBook.ts';
import { usePlace } from '../place.ts';
import { announce } from '../ui/announce.ts';
import { showToast } from '../ui/toasts.ts';
import { caretNow, useCaret } from './caret.ts';
import type { QuestionsHere } from './questions/useQuestionsHere.ts';
import { unitsAt } from './unitsAt.ts';

/** What the commands of the transcript act on, as it was last drawn. */
export interface OpenTranscript {
  readonly transcript: Transcript;
  /** In the order of the text. */
  readonly units: readonly MarkedUnit[];
  /** Set-aside turns with their reasons. */
  readonly aside: ReadonlyMap<TurnId, string>;
  /** Turns that have been listened through against the sound. */
  readonly listened: ReadonlySet<TurnId>;
  readonly questions: QuestionsHere;
  readonly book: CodeBook;
  readonly isReadOnly: boolean;
  readonly afterMarking: Settings['afterMarking'];
  readonly say: Say;
}

/** The refusal of the latest act, shown under the workspace bar until something goes well. */
export const useRefused = create<{ readonly problem: Problem | null }>(() => ({
  problem: null,
}));

/** Runs an act of the analyst; a refusal is shown, and null comes back. False where the project is only read. */
export async function attempt<Result>(
  open: OpenTranscript,
  act: () => Promise<Result>,
): Promise<{ readonly result: Result } | null> {
  if (open.isReadOnly) {
    announce(open.say('transcript.readOnly'));
    return null;
  }
  try {
    const result = await act();
    useRefused.setState({ problem: null });
    return { result };
  } catch (error) {
    useRefused.setState({ problem: problemIn(error) });
    return null;
  }
}

/** Says why nothing was done, to the eyes as to the ears, where the project has refused nothing. */
export const advise = (words: string): void => showToast({ words });

export function selectedId(): MeaningUnitId | null {
  const { selected } = usePlace.getState();
  return selected?.kind === 'unit' ? selected.id : null;
}

export function selectedUnit({ units }: OpenTranscript): MarkedUnit | null {
  const id = selectedId();
  return units.find((unit) => unit.id === id) ?? null;
}

/** The unit that a command is about: the one at the caret, the selected one first; else the selected one. */
export function unitMeant(open: OpenTranscript): MarkedUnit | null {
  const selected = selectedUnit(open);
  const caret = useCaret.getState().isFocused ? caretNow() : null;
  if (!caret) return selected;
  const here = unitsAt(open.units, caret);
  return here.find((unit) => unit === selected) ?? here[0] ?? selected;
}

/** The unit that a command is about, selected; says so when there is none. */
export function takeUnit(open: OpenTranscript): MarkedUnit | null {
  const unit = unitMeant(open);
  if (unit) usePlace.getState().select({ kind: 'unit', id: unit.id });
  else announce(open.say('transcript.noUnitHere'));
  return unit;
}

export function isContext(open: OpenTranscript, turn: Turn): boolean {
  const speaker = open.transcript.speakers.find(({ id }) => id === turn.speakerId);
  return speaker !== undefined && speaker.role !== 'participant';
}

/** Whether nobody but moderators, observers and interpreters speaks in these words. */
export function isOnlyContext(open: OpenTranscript, spans: readonly Span[]): boolean {
  const ids = new Set(spans.map(({ turnId }) => turnId));
  return open.transcript.turns
    .filter(({ id }) => ids.has(id))
    .every((turn) => isContext(open, turn));
}
