import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import type { Span } from '../../shared/domain/span.ts';
import { countWords } from '../../shared/text/countWords.ts';
import { sentenceAt } from '../../shared/text/sentences.ts';
import { painted } from '../afterPaint.ts';
import { call } from '../api.ts';
import { usePlace } from '../place.ts';
import { announce } from '../ui/announce.ts';
import { float } from './atSelection.ts';
import { caretNow, selectionNow, selectText } from './caret.ts';
import { focusInspector } from './inspectorFocus.ts';
import {
  attempt,
  isOnlyContext,
  selectedUnit,
  type OpenTranscript,
} from './openTranscript.ts';
import { isCollapsed, spansOfSelection, turnElementId } from './spansOfSelection.ts';

function sentenceSpans({ transcript }: OpenTranscript): readonly Span[] {
  const caret = caretNow();
  const turn = caret && transcript.turns[caret.turn];
  const sentence = turn && sentenceAt(turn.text, caret.at);
  return sentence ? [{ turnId: turn.id, ...sentence }] : [];
}

/** The selected words; with nothing selected the sentence at the caret. Empty, and said so, when there are none. */
function spansMeant(open: OpenTranscript): readonly Span[] {
  const selection = selectionNow();
  const spans =
    selection && !isCollapsed(selection)
      ? spansOfSelection(selection, open.transcript.turns)
      : sentenceSpans(open);
  if (spans.length === 0) announce(open.say('transcript.noWords'));
  return spans;
}

function placeCaretAfter({ transcript }: OpenTranscript, spans: readonly Span[]): void {
  const last = spans.at(-1);
  const turn = transcript.turns.findIndex(({ id }) => id === last?.turnId);
  if (last && turn !== -1) selectText({ turn, at: last.end });
}

function wordsIn({ transcript }: OpenTranscript, spans: readonly Span[]): number {
  const texts = new Map(transcript.turns.map(({ id, text }) => [id, text]));
  return spans.reduce(
    (sum, { turnId, start, end }) =>
      sum + countWords(texts.get(turnId)?.slice(start, end) ?? ''),
    0,
  );
}

const longestWait = 40;

/** The mark is painted before anything else is done about it: the inspector is much to draw. */
async function drawn(
  number: number,
  first: Span | undefined,
  { transcript }: OpenTranscript,
): Promise<void> {
  const turn = transcript.turns.findIndex(({ id }) => id === first?.turnId);
  const row = document.getElementById(turnElementId(turn));
  if (!row) return;
  for (let frame = 0; frame < longestWait; frame += 1) {
    const isDrawn = row.querySelector(`mark[data-u~="${number}"]`) !== null;
    await painted();
    if (isDrawn) return;
  }
}

let isMarking = false;

/** The spans become a unit; the focus goes where the analyst has chosen. Until it is there a second M is the same M. */
export async function markSpans(
  open: OpenTranscript,
  spans: readonly Span[],
): Promise<void> {
  if (isMarking) return;
  isMarking = true;
  try {
    await markAndGoOn(open, spans);
  } finally {
    isMarking = false;
  }
}

async function markAndGoOn(open: OpenTranscript, spans: readonly Span[]): Promise<void> {
  float(null);
  const done = await attempt(open, () =>
    call('meaningUnits.mark', { spans: [...spans] }),
  );
  if (!done) return;
  const { id, number, words } = done.result;
  await drawn(number, spans[0], open);
  usePlace.getState().select({ kind: 'unit', id });
  announce(
    open.say(`transcript.marked.${open.afterMarking}`, { n: number, count: words }),
  );
  placeCaretAfter(open, spans);
  if (open.afterMarking === 'condense') focusInspector('condensed');
  if (open.afterMarking === 'code') focusInspector('code');
}

/** M: the selection, else the sentence at the caret. Where only the moderator speaks it asks first. */
export function mark(open: OpenTranscript): void {
  const spans = spansMeant(open);
  if (spans.length === 0) return;
  if (isOnlyContext(open, spans) && !open.isReadOnly) {
    announce(open.say('transcript.onlyModerator'));
    float({ kind: 'onlyModerator', spans });
    return;
  }
  void markSpans(open, spans);
}

function chosenUnit(open: OpenTranscript): MarkedUnit | null {
  const unit = selectedUnit(open);
  if (!unit) announce(open.say('transcript.chooseUnitFirst'));
  return unit;
}

/** +: the selected words go into the selected unit; what is skipped shows as […]. */
export async function addSpans(open: OpenTranscript): Promise<void> {
  const unit = chosenUnit(open);
  const spans = unit ? spansMeant(open) : [];
  if (!unit || spans.length === 0) return;
  float(null);
  const done = await attempt(open, () =>
    call('meaningUnits.addSpans', { unitId: unit.id, spans: [...spans] }),
  );
  if (done)
    announce(
      open.say('transcript.added', { n: unit.number, count: wordsIn(open, spans) }),
    );
}

/** The unit takes exactly these spans; false if it was refused. */
export async function resize(
  open: OpenTranscript,
  unit: MarkedUnit,
  spans: readonly Span[],
): Promise<boolean> {
  const done = await attempt(open, () =>
    call('meaningUnits.resize', { unitId: unit.id, spans: [...spans] }),
  );
  if (done)
    announce(
      open.say('transcript.resized', { n: unit.number, count: wordsIn(open, spans) }),
    );
  return done !== null;
}

/** Shift M: the selected unit takes the limits of the selection. */
export async function takeSelection(open: OpenTranscript): Promise<void> {
  const unit = chosenUnit(open);
  const spans = unit ? spansMeant(open) : [];
  if (!unit || spans.length === 0) return;
  float(null);
  await resize(open, unit, spans);
}
