import type { TurnId } from '../domain/ids.ts';
import type { Span } from '../domain/span.ts';
import { editsBetween } from './editsBetween.ts';
import type { TextRange } from './textRange.ts';
import { isSentence } from './movedWords.ts';
import { kept, type Piece, type TurnText } from './turnPieces.ts';

/** Stands between turns; no text of a project holds it (`enteredText`). */
const seam = '\0';

/** A turn of the new version: which of the old ones it is, if any, and where its words come from. */
export interface AlignedTurn {
  readonly oldId: TurnId | null;
  readonly pieces: readonly Piece[];
}

/** A stretch of both versions, from `b0` to `b1` in the old and from `a0` to `a1` in the new. */
interface Stretch {
  readonly b0: number;
  readonly b1: number;
  readonly a0: number;
  readonly a1: number;
  readonly isKept: boolean;
}

interface Version {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

function versionOf(texts: readonly string[]): Version {
  let start = 0;
  const ranges = texts.map((text) => {
    const range = { start, end: start + text.length };
    start = range.end + seam.length;
    return range;
  });
  return { text: texts.join(seam), ranges };
}

/** The parts between seams; as many as there are seams and one more. */
function partsBetweenSeams(text: string, start: number, end: number): TextRange[] {
  const parts: TextRange[] = [];
  let from = start;
  for (let at = text.indexOf(seam, from); at >= 0 && at < end;) {
    parts.push({ start: from, end: at });
    from = at + seam.length;
    at = text.indexOf(seam, from);
  }
  return [...parts, { start: from, end }];
}

/** A changed stretch, turn by turn where as many turns stand on both sides. */
function turnByTurn(old: Version, now: Version, whole: Stretch): readonly Stretch[] {
  const b = partsBetweenSeams(old.text, whole.b0, whole.b1);
  const a = partsBetweenSeams(now.text, whole.a0, whole.a1);
  if (b.length !== a.length) return [whole];
  return b.map(({ start, end }, index) => ({
    b0: start,
    b1: end,
    a0: a[index]!.start,
    a1: a[index]!.end,
    isKept: false,
  }));
}

/** What is kept and what is changed, in order. */
function stretchesOf(old: Version, now: Version): readonly Stretch[] {
  const all: Stretch[] = [];
  let [b, a] = [0, 0];
  const keepUpTo = (b1: number) => {
    if (b1 > b) all.push({ b0: b, b1, a0: a, a1: a + b1 - b, isKept: true });
    [b, a] = [b1, a + b1 - b];
  };
  for (const { start, end, text } of editsBetween(old.text, now.text)) {
    keepUpTo(start);
    const whole = { b0: b, b1: end, a0: a, a1: a + text.length, isKept: false };
    all.push(...turnByTurn(old, now, whole));
    [b, a] = [end, a + text.length];
  }
  keepUpTo(old.text.length);
  return all;
}

/** The index of the first range that ends after the place. */
function firstEndingAfter(ranges: readonly TextRange[], place: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A stretch of the old version as spans of its turns. */
function spansIn(
  turns: readonly TurnText[],
  { ranges }: Version,
  { start, end }: TextRange,
): readonly Span[] {
  const spans: Span[] = [];
  for (let at = firstEndingAfter(ranges, start); at < ranges.length; at += 1) {
    const range = ranges[at]!;
    if (range.start >= end) break;
    spans.push({
      turnId: turns[at]!.id,
      start: Math.max(0, start - range.start),
      end: Math.min(end, range.end) - range.start,
    });
  }
  return spans.filter((span) => span.end > span.start);
}

/** A piece of a new turn: its words, and the old words that they are or stand instead of. */
interface Part extends TextRange {
  readonly isKept: boolean;
  readonly old: readonly Span[];
}

/** The parts of each new turn, in order. */
function partsOfTurns(
  before: readonly TurnText[],
  old: Version,
  now: Version,
): readonly (readonly Part[])[] {
  const parts = now.ranges.map((): Part[] => []);
  for (const { b0, b1, a0, a1, isKept } of stretchesOf(old, now)) {
    for (let at = firstEndingAfter(now.ranges, a0); at < now.ranges.length; at += 1) {
      const range = now.ranges[at]!;
      if (range.start >= a1) break;
      const [start, end] = [Math.max(a0, range.start), Math.min(a1, range.end)];
      const of = isKept
        ? { start: b0 + start - a0, end: b0 + end - a0 }
        : { start: b0, end: b1 };
      if (start < end)
        parts[at]!.push({ start, end, isKept, old: spansIn(before, old, of) });
    }
  }
  return parts;
}

const letters = /[\p{L}\p{N}]/gu;
const lettersIn = (text: string) => text.match(letters)?.length ?? 0;

/** How much of an old turn stands in a new one. */
interface Share {
  readonly turn: number;
  readonly oldId: TurnId;
  readonly letters: number;
}

/**
 * Which old turns a new one has words of. A word or two that happen to stand in both are no share: less than a fourth of
 * the letters of the shorter turn.
 */
function sharesOf(
  before: readonly TurnText[],
  now: Version,
  parts: readonly (readonly Part[])[],
): readonly Share[] {
  const texts = new Map(before.map(({ id, text }) => [id, text]));
  return parts.flatMap((own, turn) => {
    const said = new Map<TurnId, number>();
    for (const { turnId, start, end } of own.flatMap((part) =>
      part.isKept ? part.old : [],
    ))
      said.set(
        turnId,
        (said.get(turnId) ?? 0) + lettersIn(texts.get(turnId)!.slice(start, end)),
      );
    const { start, end } = now.ranges[turn]!;
    const whole = lettersIn(now.text.slice(start, end));
    return [...said]
      .map(([oldId, count]) => ({ turn, oldId, letters: count }))
      .filter(
        ({ oldId, letters: count }) =>
          4 * count >= Math.min(whole, lettersIn(texts.get(oldId)!)),
      );
  });
}

/** Turns rewritten altogether are the old ones where as many stand in the same place between turns that are known. */
function pairRewritten(before: readonly TurnText[], ids: (TurnId | null)[]): void {
  const taken = new Set(ids);
  const place = new Map(before.map(({ id }, index) => [id, index]));
  let [from, old] = [0, 0];
  for (let at = 0; at <= ids.length; at += 1) {
    const id = at < ids.length ? ids[at]! : null;
    if (at < ids.length && id === null) continue;
    const next = id === null ? before.length : place.get(id)!;
    const free = before.slice(old, next).filter((turn) => !taken.has(turn.id));
    if (free.length === at - from)
      for (const [index, turn] of free.entries()) ids[from + index] = turn.id;
    [from, old] = [at + 1, next + 1];
  }
}

function oldIdsOf(
  before: readonly TurnText[],
  turns: number,
  shares: readonly Share[],
): readonly (TurnId | null)[] {
  const ids = Array.from({ length: turns }, (): TurnId | null => null);
  const taken = new Set<TurnId>();
  for (const { turn, oldId } of shares.toSorted((a, b) => b.letters - a.letters)) {
    if (ids[turn] !== null || taken.has(oldId)) continue;
    ids[turn] = oldId;
    taken.add(oldId);
  }
  pairRewritten(before, ids);
  return ids;
}

/** Turns of which nothing was found where they stood, and that stand as they were somewhere else: by the index of the new one. */
function movedTurns(
  before: readonly TurnText[],
  texts: readonly string[],
  ids: readonly (TurnId | null)[],
): ReadonlyMap<number, TurnText> {
  const staying = new Set(ids);
  const free = Map.groupBy(
    before.filter(({ id, text }) => !staying.has(id) && isSentence(text)),
    ({ text }) => text,
  );
  const moved = new Map<number, TurnText>();
  for (const [index, id] of ids.entries()) {
    const turn = id === null ? free.get(texts[index]!)?.shift() : undefined;
    if (turn) moved.set(index, turn);
  }
  return moved;
}

/**
 * A new version of a transcript laid beside the old one: for each new turn the words that were kept, from whichever old
 * turns they come, and those that are new, which stand instead of old ones only where these are of the same turn. The old
 * turn that gave the most to a new one is the same turn; an old turn that is nobody's is gone. The words of one that
 * stands somewhere else, letter by letter, are kept there in a new turn. Turns come in their order, and texts are as a
 * project holds them.
 */
export function alignTurns(
  before: readonly TurnText[],
  texts: readonly string[],
): readonly AlignedTurn[] {
  const now = versionOf(texts);
  const parts = partsOfTurns(before, versionOf(before.map(({ text }) => text)), now);
  const shares = sharesOf(before, now, parts);
  const ids = oldIdsOf(before, texts.length, shares);
  const kin = ids.map((id) => new Set(id === null ? [] : [id]));
  for (const { turn, oldId } of shares) kin[turn]!.add(oldId);
  const moved = movedTurns(before, texts, ids);
  return parts.map((own, turn) => {
    const from = moved.get(turn);
    if (from) return { oldId: null, pieces: [kept(from.id, 0, from.text.length)] };
    const isKin = ({ turnId }: Span) => kin[turn]!.has(turnId);
    const pieces = own.map(({ start, end, isKept, old }): Piece => {
      const [first] = old;
      if (isKept && first && isKin(first))
        return kept(first.turnId, first.start, first.end);
      const text = now.text.slice(start, end);
      const replaces = isKept ? [] : old.filter(isKin);
      return { kind: 'typed', text, replaces, within: null };
    });
    return { oldId: ids[turn]!, pieces };
  });
}
