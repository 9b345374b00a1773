import { enteredText } from '../../shared/domain/text.ts';
import type { Span } from '../../shared/domain/span.ts';
import { isGraphemeBorder, snapRangeToGraphemes } from '../../shared/text/graphemes.ts';
import {
  isForReview,
  reanchor,
  type Reanchored,
  type Verdict,
} from '../../shared/text/reanchor.ts';
import { layTurns, type TurnLayout } from '../../shared/text/turnLayout.ts';
import type { LaidTurn, TurnText } from '../../shared/text/turnPieces.ts';
import {
  newTurnId,
  randomCorrection,
  randomSpan,
  randomText,
  type CorrectionKind,
  type Random,
} from './randomCorrections.ts';

/** A meaning unit as far as its words go: an empty span stands where they were. */
export interface WalkedUnit {
  readonly spans: readonly Span[];
}

export interface WalkCounts {
  corrections: number;
  judged: number;
  readonly kinds: Partial<Record<CorrectionKind, number>>;
  readonly verdicts: Record<Verdict, number>;
}

export const noCounts = (): WalkCounts => ({
  corrections: 0,
  judged: 0,
  kinds: {},
  verdicts: { kept: 0, changedInside: 0, borderMoved: 0, inDoubt: 0, gone: 0 },
});

function assert(isTrue: boolean, what: string): asserts isTrue {
  if (!isTrue) throw new Error(what);
}

const wordsOf = (turns: readonly TurnText[], spans: readonly Span[]) =>
  spans.map(({ turnId, start, end }) =>
    turns.find(({ id }) => id === turnId)!.text.slice(start, end),
  );

/** What no correction may do to a text: leave it abnormal, or lose or invent what was kept. */
export function expectSoundTexts({ before, after }: TurnLayout): void {
  const texts = new Map(before.map(({ id, text }) => [id, text]));
  for (const turn of after) {
    assert(turn.text === enteredText(turn.text), 'a turn is not normal');
    let end = 0;
    for (const placed of turn.pieces) {
      assert(placed.start === end && placed.end > end, 'pieces do not tile the turn');
      end = placed.end;
      const { piece } = placed;
      const words =
        piece.kind === 'typed'
          ? piece.text
          : texts.get(piece.turnId)!.slice(piece.start, piece.end);
      assert(words === turn.text.slice(placed.start, end), 'kept words are not the same');
    }
    assert(end === turn.text.length, 'a turn is longer than its pieces');
  }
}

/** Every span of the new turns is fit to be in a project. */
function expectFitSpans(after: readonly TurnText[], spans: readonly Span[]): void {
  const ends = new Map<string, number>();
  for (const { turnId, start, end } of spans) {
    const turn = after.find(({ id }) => id === turnId);
    assert(turn !== undefined, 'a span is in a turn that is not there');
    assert(start < end && end <= turn.text.length, 'a span is empty or outside');
    assert(
      start >= (ends.get(turnId) ?? 0),
      'spans of a unit overlap or are not in order',
    );
    const hasBorders =
      isGraphemeBorder(turn.text, start) && isGraphemeBorder(turn.text, end);
    assert(hasBorders, 'a span takes a character apart');
    assert(turn.text.slice(start, end).trim() !== '', 'a span holds only white space');
    ends.set(turnId, end);
  }
}

const spanAt = (spans: readonly Span[], id: string, at: number) =>
  spans.find(({ turnId, start, end }) => turnId === id && start <= at && at < end) ??
  null;

const isIn = (spans: readonly Span[], id: string, at: number) =>
  spanAt(spans, id, at) !== null;

/** Where in a new turn kept characters stand that were in the unit, and those that were not. */
function keptPlaces(
  turn: LaidTurn,
  unit: WalkedUnit,
): readonly {
  readonly place: number;
  readonly was: boolean;
  /** The span that it was in. */
  readonly span: Span | null;
}[] {
  return turn.pieces.flatMap(({ piece, start }) =>
    piece.kind === 'typed'
      ? []
      : Array.from({ length: piece.end - piece.start }, (_, at) => {
          const span = spanAt(unit.spans, piece.turnId, piece.start + at);
          return { place: start + at, was: span !== null, span };
        }),
  );
}

/** What is heard or seen in a text, and not only written: what a unit is made of. */
const saysAny = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** Whether the span that a kept character was in said something, and nothing that says anything was kept of it. */
function hasLostItsWords(layout: TurnLayout, { turnId, start, end }: Span): boolean {
  const words = layout.textOf(turnId).slice(start, end);
  const kept = layout.after.flatMap(({ pieces }) =>
    pieces.map(({ piece }) =>
      piece.kind === 'kept' && piece.turnId === turnId
        ? layout
            .textOf(turnId)
            .slice(Math.max(start, piece.start), Math.min(end, piece.end))
        : '',
    ),
  );
  return saysAny.test(words) && !kept.some((part) => saysAny.test(part));
}

/** Every character of the old turns that was kept is in the unit after if, and only if, it was in it before; signs may be left when the words are gone. */
function expectSameWords(layout: TurnLayout, unit: WalkedUnit, now: Reanchored): void {
  for (const turn of layout.after) {
    const places = keptPlaces(turn, unit);
    for (const { place, was, span } of places) {
      const is = isIn(now.spans, turn.id, place);
      if (was === is || /\s/u.test(turn.text[place]!)) continue;
      const isLeftSign =
        span !== null &&
        !is &&
        !saysAny.test(turn.text[place]!) &&
        hasLostItsWords(layout, span);
      if (isLeftSign) {
        assert(isForReview(now.verdict), 'a unit lost its words unnoticed');
        continue;
      }
      assert(is, 'a unit lost a kept word');
      // A flag that is half of the unit cannot be cut in two.
      const { start, end } = snapRangeToGraphemes(turn.text, {
        start: place,
        end: place + 1,
      });
      const isShared = places.some(
        (other) => other.was && start <= other.place && other.place < end,
      );
      assert(isShared && now.verdict === 'inDoubt', 'a unit took words of others');
    }
  }
}

/** Nothing is lost, and what has changed is said. */
export function expectHonest(
  layout: TurnLayout,
  unit: WalkedUnit,
  now: Reanchored,
): void {
  expectFitSpans(layout.after, now.spans);
  expectSameWords(layout, unit, now);
  const isGone = now.spans.length === 0;
  assert(isGone === (now.verdict === 'gone'), 'gone is not what is gone');
  assert(isGone === (now.place !== null), 'a unit is lost');
  if (now.verdict === 'kept') {
    const [was, is] = [
      wordsOf(layout.before, unit.spans),
      wordsOf(layout.after, now.spans),
    ];
    assert(
      was.toSorted().join('\0') === is.toSorted().join('\0'),
      'text changed unnoticed',
    );
  }
}

const longestTurn = 400;
const mostTurns = 12;

function randomTurns(random: Random): readonly TurnText[] {
  return Array.from({ length: 1 + Math.floor(random() * 5) }, () => ({
    id: newTurnId(),
    text: enteredText(randomText(random, 40)),
  }));
}

/** Up to five units of up to three spans each, that may overlap each other and never themselves. */
function randomUnits(random: Random, turns: readonly TurnText[]): WalkedUnit[] {
  return Array.from({ length: 5 }).flatMap(() => {
    const spans: Span[] = [];
    for (const turn of turns) {
      const span = random() < 0.6 && spans.length < 3 ? randomSpan(random, turn) : null;
      if (span) spans.push(span);
      const next = span && random() < 0.4 ? randomSpan(random, turn) : null;
      const isApart = next && span && turn.text.slice(span.end, next.start).trim() !== '';
      if (isApart && next.start > span.end) spans.push(next);
    }
    return spans.length > 0 ? [{ spans }] : [];
  });
}

function correctOnce(
  random: Random,
  counts: WalkCounts,
  state: { readonly turns: readonly TurnText[]; readonly units: readonly WalkedUnit[] },
): typeof state {
  const { kind, plan } = randomCorrection(random, state.turns);
  const layout = layTurns(state.turns, plan);
  expectSoundTexts(layout);
  const units = state.units.map((unit) => {
    const now = reanchor(layout, unit.spans);
    expectHonest(layout, unit, now);
    counts.verdicts[now.verdict] += 1;
    counts.judged += 1;
    if (now.place === null) return { spans: now.spans };
    // As a person does in the review list, now and then.
    const marked = random() < 0.3 ? randomSpan(random, layout.after[0]!) : null;
    if (marked) return { spans: [marked] };
    const { turnId, offset } = now.place;
    const turn = layout.after.find(({ id }) => id === turnId);
    assert(
      turn !== undefined && isGraphemeBorder(turn.text, offset),
      'a place is nowhere',
    );
    return { spans: [{ turnId, start: offset, end: offset }] };
  });
  assert(units.length === state.units.length, 'a unit is lost');
  counts.corrections += 1;
  counts.kinds[kind] = (counts.kinds[kind] ?? 0) + 1;
  return { turns: layout.after.map(({ id, text }) => ({ id, text })), units };
}

/** Corrects a small transcript with units in it so many times; throws at the first unit that is lost, or changed unnoticed. */
export function correctAtRandom(random: Random, times: number, counts: WalkCounts): void {
  const turns = randomTurns(random);
  let state = { turns, units: randomUnits(random, turns) as readonly WalkedUnit[] };
  for (let time = 0; time < times; time += 1) {
    state = correctOnce(random, counts, state);
    const isLarge =
      state.turns.length > mostTurns ||
      state.turns.some(({ text }) => text.length > longestTurn);
    if (isLarge) return;
  }
}
