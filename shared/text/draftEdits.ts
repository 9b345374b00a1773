import type { TextEdit } from './textEdit.ts';

function commonStart(before: string, after: string, most: number): number {
  let length = 0;
  while (length < most && before[length] === after[length]) length += 1;
  return length;
}

function commonEnd(before: string, after: string, most: number): number {
  let length = 0;
  while (length < most && before.at(-1 - length) === after.at(-1 - length)) length += 1;
  return length;
}

/**
 * The one place where a text was changed by typing, deleting or pasting; null when it was not. What was done stands
 * before the caret: of several like letters in a row it says which were typed or taken away.
 */
export function changeBetween(
  before: string,
  after: string,
  caret: number,
): TextEdit | null {
  if (before === after) return null;
  const shortest = Math.min(before.length, after.length);
  const tail = after.length - caret;
  const isAtCaret = tail >= 0 && tail <= shortest && before.endsWith(after.slice(caret));
  const known = isAtCaret ? tail : 0;
  const start = commonStart(before, after, shortest - known);
  const end = commonEnd(before, after, shortest - start);
  return {
    start,
    end: before.length - end,
    text: after.slice(start, after.length - end),
  };
}

interface Placed {
  readonly edit: TextEdit;
  /** Where its text stands in the draft. */
  readonly from: number;
  readonly to: number;
}

function placed(edits: readonly TextEdit[]): readonly Placed[] {
  let shift = 0;
  return edits.map((edit) => {
    const from = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { edit, from, to: from + edit.text.length };
  });
}

const growthOf = (edits: readonly Placed[]) =>
  edits.reduce((sum, { edit }) => sum + edit.text.length - (edit.end - edit.start), 0);

/**
 * The edits so far with one more, which is said in the offsets of the draft; the result is in those of the old text.
 * Edits that touch become one, and what was put back as it was is none.
 */
export function withChange(
  old: string,
  edits: readonly TextEdit[],
  change: TextEdit,
): readonly TextEdit[] {
  const all = placed(edits);
  const before = all.filter(({ to }) => to < change.start);
  const after = all.filter(({ from }) => from > change.end);
  const touched = all.slice(before.length, all.length - after.length);
  const [first, last] = [touched[0], touched.at(-1)];
  const shift = growthOf(before);
  const startsInside = first !== undefined && first.from <= change.start;
  const endsInside = last !== undefined && last.to >= change.end;
  const joined: TextEdit = {
    start: startsInside ? first.edit.start : change.start - shift,
    end: endsInside ? last.edit.end : change.end - shift - growthOf(touched),
    text:
      (startsInside ? first.edit.text.slice(0, change.start - first.from) : '') +
      change.text +
      (endsInside ? last.edit.text.slice(change.end - last.from) : ''),
  };
  const isNone = old.slice(joined.start, joined.end) === joined.text;
  return [
    ...before.map(({ edit }) => edit),
    ...(isNone ? [] : [joined]),
    ...after.map(({ edit }) => edit),
  ];
}
