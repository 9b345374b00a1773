import { isGraphemeBorder, snapRangeToGraphemes, snapToGrapheme } from './graphemes.ts';
import type { TextRange } from './textRange.ts';

/** From `start` to `end` of the old text, `text` stands instead. */
export interface TextEdit extends TextRange {
  readonly text: string;
}

/** The text after the edits, which are in order and do not overlap; offsets are those of the old text. */
export function applyEdits(before: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const edit of edits) {
    pieces.push(before.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  return pieces.join('') + before.slice(from);
}

/** True when the edits lie in the text, each after the one before it. */
export function areInOrder(before: string, edits: readonly TextEdit[]): boolean {
  let from = 0;
  for (const { start, end } of edits) {
    if (start < from || end < start || end > before.length) return false;
    from = end;
  }
  return true;
}

/** The same edits widened so that none begins or ends inside a character of the old text, as a person sees them. */
export function widenEdits(
  before: string,
  edits: readonly TextEdit[],
): readonly TextEdit[] {
  const apart: TextEdit[] = [];
  for (const edit of edits) {
    const last = apart.at(-1);
    const isInSameCharacter =
      last !== undefined &&
      snapToGrapheme(before, edit.start, 'back') <
        snapToGrapheme(before, last.end, 'forward');
    if (isInSameCharacter) {
      const text = last.text + before.slice(last.end, edit.start) + edit.text;
      apart[apart.length - 1] = { start: last.start, end: edit.end, text };
    } else apart.push(edit);
  }
  return apart.map((edit) => {
    const { start, end } = snapRangeToGraphemes(before, edit);
    const text =
      before.slice(start, edit.start) + edit.text + before.slice(edit.end, end);
    return { start, end, text };
  });
}

/** A place where two texts differ: from `b0` to `b1` in the one, from `a0` to `a1` in the other. */
export interface Difference {
  readonly b0: number;
  readonly b1: number;
  readonly a0: number;
  readonly a1: number;
}

type IsBorder = (b: number, a: number) => boolean;

/** The difference widened over what is the same on both sides, from the one limit to the other. */
function snapped(
  { b0, b1, a0, a1 }: Difference,
  limits: TextRange,
  isBorder: IsBorder,
): Difference {
  let [back, forth] = [0, 0];
  while (b0 - back > limits.start && !isBorder(b0 - back, a0 - back)) back += 1;
  while (b1 + forth < limits.end && !isBorder(b1 + forth, a1 + forth)) forth += 1;
  return { b0: b0 - back, b1: b1 + forth, a0: a0 - back, a1: a1 + forth };
}

/** Widens differences until their ends are between characters in both texts; those that meet become one. */
export function snapDifferences(
  { before, after }: { readonly before: string; readonly after: string },
  differences: readonly Difference[],
): readonly Difference[] {
  const isBorder: IsBorder = (b, a) =>
    isGraphemeBorder(before, b) && isGraphemeBorder(after, a);
  const all: Difference[] = [];
  for (const [index, difference] of differences.entries()) {
    const last = all.at(-1);
    const end = differences[index + 1]?.b0 ?? before.length;
    const wide = snapped(difference, { start: last?.b1 ?? 0, end }, isBorder);
    if (last && last.b1 >= wide.b0)
      all[all.length - 1] = { ...last, b1: wide.b1, a1: wide.a1 };
    else all.push(wide);
  }
  return all;
}
