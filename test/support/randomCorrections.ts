import { enteredText } from '../../shared/domain/text.ts';
import type { TurnId } from '../../shared/domain/ids.ts';
import type { Span } from '../../shared/domain/span.ts';
import {
  editTurn,
  mergeTurns,
  moveText,
  splitTurn,
  unchanged,
} from '../../shared/text/correctTurns.ts';
import { editsBetween } from '../../shared/text/editsBetween.ts';
import { placesOf } from '../../shared/text/findPlaces.ts';
import { snapToGrapheme } from '../../shared/text/graphemes.ts';
import { applyEdits, type TextEdit } from '../../shared/text/textEdit.ts';
import { typed, type PlannedTurn, type TurnText } from '../../shared/text/turnPieces.ts';
import { pieces } from './randomTexts.ts';

export type Random = () => number;

export const correctionKinds = [
  'insert',
  'delete',
  'replace',
  'paste',
  'cutAndPaste',
  'retype',
  'split',
  'merge',
  'moveText',
  'replaceAll',
  'insertTurn',
  'removeTurn',
] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

export interface RandomCorrection {
  readonly kind: CorrectionKind;
  /** Every turn of the transcript as it shall be. */
  readonly plan: readonly PlannedTurn[];
}

const below = (random: Random, limit: number) => Math.floor(random() * limit);
const one = <Item>(random: Random, items: readonly Item[]): Item =>
  items[below(random, items.length)]!;

export function randomText(random: Random, longest: number): string {
  const length = below(random, longest + 1);
  return Array.from({ length }, () => (random() < 0.35 ? ' ' : one(random, pieces))).join(
    '',
  );
}

let made = 0;
export const newTurnId = () => `turn ${(made += 1)}` as TurnId;

const at = (random: Random, { text }: TurnText) => below(random, text.length + 1);

/** Mostly about a word long. */
function randomRange(
  random: Random,
  turn: TurnText,
): { readonly start: number; readonly end: number } {
  const start = at(random, turn);
  const length = random() < 0.1 ? below(random, 60) : below(random, 9);
  return { start, end: Math.min(turn.text.length, start + length) };
}

/** A span as an analyst marks one, or null where there is nothing to mark. */
export function randomSpan(random: Random, turn: TurnText): Span | null {
  const range = randomRange(random, turn);
  const start = snapToGrapheme(turn.text, range.start, 'back');
  const end = snapToGrapheme(turn.text, range.end + below(random, 25), 'forward');
  const words = turn.text.slice(start, end);
  if (words.trim() === '' || words.trim() !== words) return null;
  return { turnId: turn.id, start, end };
}

type Corrections = Readonly<
  Record<
    CorrectionKind,
    (random: Random, turns: readonly TurnText[]) => readonly PlannedTurn[]
  >
>;

function withTurn(
  turns: readonly TurnText[],
  turn: TurnText,
  ...planned: readonly PlannedTurn[]
): readonly PlannedTurn[] {
  return turns.flatMap((other) => (other === turn ? planned : [unchanged(other)]));
}

function edited(
  edit: (random: Random, turn: TurnText) => readonly TextEdit[],
): Corrections[CorrectionKind] {
  return (random, turns) => {
    const turn = one(random, turns);
    return withTurn(turns, turn, editTurn(turn, edit(random, turn)));
  };
}

const corrections: Corrections = {
  insert: edited((random, turn) => {
    const start = at(random, turn);
    return [{ start, end: start, text: randomText(random, 3) }];
  }),
  delete: edited((random, turn) => [{ ...randomRange(random, turn), text: '' }]),
  replace: edited((random, turn) => [
    { ...randomRange(random, turn), text: randomText(random, 3) },
  ]),
  paste: edited((random, turn) => [
    { ...randomRange(random, turn), text: randomText(random, 40) },
  ]),
  // Words are taken out and put in as they were somewhere else in the turn.
  cutAndPaste: edited((random, turn) => {
    const start = at(random, turn);
    const end = Math.min(turn.text.length, start + below(random, 60));
    const place = at(random, turn);
    if (place > start && place < end) return [];
    const [cut, put] = [
      { start, end, text: '' },
      { start: place, end: place, text: turn.text.slice(start, end) },
    ];
    return place <= start ? [put, cut] : [cut, put];
  }),
  // Several places changed in an editor of which only the new text is known.
  retype: edited((random, turn) => {
    const text = Array.from({ length: 1 + below(random, 4) }).reduce<string>((now) => {
      const range = randomRange(random, { ...turn, text: now });
      return applyEdits(now, [{ ...range, text: randomText(random, 2) }]);
    }, turn.text);
    return editsBetween(turn.text, enteredText(text));
  }),
  split: (random, turns) => {
    const turn = one(random, turns);
    return withTurn(turns, turn, ...splitTurn(turn, at(random, turn), newTurnId()));
  },
  merge: (random, turns) => {
    const first = below(random, turns.length);
    const merged = turns.slice(first, first + 2 + below(random, 2));
    const whole = mergeTurns(merged, random() < 0.7 ? ' ' : '\n');
    const rest = (others: readonly TurnText[]) => others.map(unchanged);
    return [
      ...rest(turns.slice(0, first)),
      whole,
      ...rest(turns.slice(first + merged.length)),
    ];
  },
  moveText: (random, turns) => {
    const index = below(random, turns.length);
    const from = turns[index]!;
    const to = turns[index + 1] ?? turns[index - 1];
    if (!to) return turns.map(unchanged);
    const words = randomRange(random, from);
    const ends = random() < 0.7 ? (random() < 0.5 ? 0 : to.text.length) : at(random, to);
    const [left, right] = moveText({ from, words, to, at: ends });
    return turns.map((turn) =>
      turn === from ? left : turn === to ? right : unchanged(turn),
    );
  },
  replaceAll: (random, turns) => {
    const words = one(
      random,
      pieces.filter((piece) => piece.trim() !== ''),
    );
    const find = placesOf({
      words: enteredText(words),
      matchCase: random() < 0.5,
      wholeWords: random() < 0.5,
    });
    const text = random() < 0.2 ? '' : one(random, pieces);
    return turns.map((turn) =>
      editTurn(
        turn,
        find(turn.text).map((place) => ({ ...place, text })),
      ),
    );
  },
  insertTurn: (random, turns) => {
    const index = below(random, turns.length + 1);
    const turn = { id: newTurnId(), pieces: [typed(randomText(random, 12))] };
    const all = turns.map(unchanged);
    return [...all.slice(0, index), turn, ...all.slice(index)];
  },
  removeTurn: (random, turns) => {
    if (turns.length < 2) return turns.map(unchanged);
    const turn = one(random, turns);
    return withTurn(turns, turn);
  },
};

export function randomCorrection(
  random: Random,
  turns: readonly TurnText[],
): RandomCorrection {
  const kind = one(random, correctionKinds);
  return { kind, plan: corrections[kind](random, turns) };
}
