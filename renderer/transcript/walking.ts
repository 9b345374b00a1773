import type { MarkedUnit } from '../../shared/domain/meaningUnit.ts';
import { sentenceAt } from '../../shared/text/sentences.ts';
import type { TextRange } from '../../shared/text/textRange.ts';
import { wordAt } from '../../shared/text/wordsAt.ts';
import { usePlace } from '../place.ts';
import { announce } from '../ui/announce.ts';
import { caretNow, scrollToText, selectionNow, selectText } from './caret.ts';
import { coverageOf } from './coverage.ts';
import { selectedUnit, type OpenTranscript } from './openTranscript.ts';
import { comparePoints, type TextPoint, type TextSelection } from './spansOfSelection.ts';
import { startOfUnit } from './unitsAt.ts';

function goToPoint(point: TextPoint): void {
  selectText(point);
  scrollToText(point);
}

/** Alt ↓ and Alt ↑: the start of the next or previous turn; up goes first to the start of this one. */
export function goToTurn({ transcript }: OpenTranscript, direction: 1 | -1): void {
  const caret = caretNow() ?? { turn: -1, at: 0 };
  const staysIn = direction === -1 && caret.at > 0;
  const turn = Math.min(
    Math.max(0, caret.turn + (staysIn ? 0 : direction)),
    transcript.turns.length - 1,
  );
  goToPoint({ turn, at: 0 });
}

/** O and Shift O: the next or previous turn that is neither marked nor set aside, round the ends. */
export function goToLeft(open: OpenTranscript, direction: 1 | -1): void {
  const { states, left } = coverageOf(open.transcript, open.units, open.aside);
  if (left === 0) {
    announce(open.say('transcript.coverage.done'));
    return;
  }
  const count = states.length;
  const from = caretNow()?.turn ?? -1;
  for (let step = 1; step <= count; step += 1) {
    const turn = (((from + direction * step) % count) + count) % count;
    if (states[turn] === 'left') {
      goToPoint({ turn, at: 0 });
      announce(open.say('transcript.coverage.left', { count: left }));
      return;
    }
  }
}

function neighbour(
  units: readonly MarkedUnit[],
  from: TextPoint,
  direction: 1 | -1,
): MarkedUnit | undefined {
  return direction === 1
    ? units.find((unit) => comparePoints(startOfUnit(unit), from) > 0)
    : units.findLast((unit) => comparePoints(startOfUnit(unit), from) < 0);
}

/** . and , : the next or previous unit, selected, with the caret at its start. */
export function goToUnit(open: OpenTranscript, direction: 1 | -1): void {
  const { units } = open;
  const selected = selectedUnit(open);
  const caret = caretNow() ?? { turn: -1, at: 0 };
  // Units that begin at the same place are told apart by the one that is selected.
  const at = selected ? units.indexOf(selected) : -1;
  const beside = units[at + direction];
  const isHere =
    selected !== null && comparePoints(startOfUnit(selected), caret) === 0 && at !== -1;
  const unit = isHere ? beside : neighbour(units, caret, direction);
  if (!unit) {
    announce(open.say(direction === 1 ? 'transcript.lastUnit' : 'transcript.firstUnit'));
    return;
  }
  usePlace.getState().select({ kind: 'unit', id: unit.id });
  goToPoint(startOfUnit(unit));
}

const holds = (outer: TextRange, inner: TextRange) =>
  outer.start <= inner.start && outer.end >= inner.end;
const isWider = (outer: TextRange, inner: TextRange) =>
  holds(outer, inner) && outer.end - outer.start > inner.end - inner.start;

/** Where the widening began, so that narrowing leads back to it. */
let anchor: { readonly turn: number; readonly range: TextRange } | null = null;

function steps(text: string, at: number): readonly TextRange[] {
  return [wordAt(text, at), sentenceAt(text, at), { start: 0, end: text.length }].filter(
    (range) => range !== null,
  );
}

function rangeIn(selection: TextSelection): TextRange | null {
  const { from, to } = selection;
  return from.turn === to.turn ? { start: from.at, end: to.at } : null;
}

function anchorFor(selection: TextSelection, range: TextRange): TextRange {
  const isFromHere =
    anchor?.turn === selection.from.turn && holds(range, anchor.range)
      ? anchor.range
      : range;
  anchor = { turn: selection.from.turn, range: isFromHere };
  return isFromHere;
}

function choose(
  open: OpenTranscript,
  pick: (ranges: {
    readonly now: TextRange;
    readonly from: TextRange;
    readonly steps: readonly TextRange[];
  }) => TextRange | undefined,
): void {
  const selection = selectionNow();
  const now = selection && rangeIn(selection);
  if (!selection || !now) return;
  const { turn } = selection.from;
  const from = anchorFor(selection, now);
  const text = open.transcript.turns[turn]?.text ?? '';
  const next = pick({ now, from, steps: steps(text, from.start) });
  if (!next) return;
  selectText({ turn, at: next.start }, { turn, at: next.end });
}

/** V: word, sentence, turn. */
export function widen(open: OpenTranscript): void {
  choose(open, ({ now, steps: wider }) => wider.find((range) => isWider(range, now)));
}

/** Shift V: back the way that V came. */
export function narrow(open: OpenTranscript): void {
  choose(
    open,
    ({ now, from, steps: wider }) =>
      wider.findLast((range) => isWider(now, range) && holds(range, from)) ??
      (isWider(now, from) ? from : undefined),
  );
}
