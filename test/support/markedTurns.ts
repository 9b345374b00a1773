// Turns with units drawn in them by brackets, and what a correction makes of both.
import { expect } from 'vitest';

import type { TurnId } from '../../shared/domain/ids.ts';
import type { Span } from '../../shared/domain/span.ts';
import { editTurn, unchanged } from '../../shared/text/correctTurns.ts';
import { changeBetween, withChange } from '../../shared/text/draftEdits.ts';
import { editsBetween } from '../../shared/text/editsBetween.ts';
import { placesOf } from '../../shared/text/findPlaces.ts';
import { reanchor } from '../../shared/text/reanchor.ts';
import type { TextEdit } from '../../shared/text/textEdit.ts';
import { layTurns, type TurnLayout } from '../../shared/text/turnLayout.ts';
import type { TurnText } from '../../shared/text/turnPieces.ts';

const brackets = ['[]', '{}', '<>'] as const;
const turnEnd = ' / ';

interface Marked {
  readonly turns: readonly TurnText[];
  /** One list of spans for each kind of bracket. */
  readonly units: readonly (readonly Span[])[];
}

/** Turns parted by " / ", with a unit for each kind of bracket. */
export function marked(drawn: string): Marked {
  const units: Span[][] = [];
  const turns = drawn.split(turnEnd).map((part, index) => {
    const turnId = `r${index + 1}` as TurnId;
    const open: (number | undefined)[] = [];
    let text = '';
    for (const sign of part) {
      const begins = brackets.findIndex(([first]) => first === sign);
      const ends = brackets.findIndex(([, last]) => last === sign);
      if (begins >= 0) open[begins] = text.length;
      else if (ends >= 0)
        (units[ends] ??= []).push({ turnId, start: open[ends]!, end: text.length });
      else text += sign;
    }
    return { id: turnId, text };
  });
  return { turns, units };
}

/** The text with the units in it; of those that end at a place the inner one ends first. */
function withMarks({ id, text }: TurnText, units: Marked['units']): string {
  const signs = new Map<number, { ends: string; begins: string }>();
  const at = (offset: number) => signs.get(offset) ?? { ends: '', begins: '' };
  for (const [index, spans] of units.entries())
    for (const { start, end, turnId } of spans) {
      if (turnId !== id) continue;
      const [first, last] = [...brackets[index]!] as [string, string];
      signs.set(start, { ...at(start), begins: at(start).begins + first });
      signs.set(end, { ...at(end), ends: last + at(end).ends });
    }
  return Array.from({ length: text.length + 1 }, (_, offset) => {
    const { ends, begins } = at(offset);
    return ends + begins + text.slice(offset, offset + 1);
  }).join('');
}

export function shown(layout: TurnLayout, { units }: Marked): readonly string[] {
  const now = units.map((spans) => reanchor(layout, spans));
  const text = layout.after
    .map((turn) =>
      withMarks(
        turn,
        now.map(({ spans }) => spans),
      ),
    )
    .join(turnEnd);
  return [text, ...now.map(({ verdict }) => verdict)];
}

/** The caret as "|" in the words around it. */
function placeOf(text: string, around: string): number {
  const at = around.indexOf('|');
  const found = text.indexOf(around.replace('|', ''));
  expect(found, `”${around}” in ”${text}”`).toBeGreaterThanOrEqual(0);
  return found + at;
}

type Act =
  | readonly ['type', around: string, text: string]
  | readonly ['over', words: string, text: string];

function editOf(text: string, [kind, where, typed]: Act): TextEdit {
  const start = kind === 'type' ? placeOf(text, where) : text.indexOf(where);
  expect(start, `”${where}” in ”${text}”`).toBeGreaterThanOrEqual(0);
  const end = kind === 'type' ? start : start + where.length;
  return { start, end, text: typed };
}

/** In the editor of the first turn, one act after the other, as the draft follows them. */
export function inEditor(before: string, ...acts: readonly Act[]): readonly string[] {
  const given = marked(before);
  const [turn, ...others] = given.turns;
  let stands = turn!.text;
  let edits: readonly TextEdit[] = [];
  for (const act of acts) {
    const { start, end, text } = editOf(stands, act);
    const next = stands.slice(0, start) + text + stands.slice(end);
    const change = changeBetween(stands, next, start + text.length);
    if (change) edits = withChange(turn!.text, edits, change);
    stands = next;
  }
  const plan = [editTurn(turn!, edits), ...others.map(unchanged)];
  return shown(layTurns(given.turns, plan), given);
}

export const type = (before: string, around: string, text: string) =>
  inEditor(before, ['type', around, text]);
export const over = (before: string, words: string, text: string) =>
  inEditor(before, ['over', words, text]);

export function replacedThroughout(before: string, words: string, by: string) {
  const given = marked(before);
  const find = placesOf({ words, matchCase: true, wholeWords: true });
  const plan = given.turns.map((turn) =>
    editTurn(
      turn,
      find(turn.text).map((place) => ({ ...place, text: by })),
    ),
  );
  return shown(layTurns(given.turns, plan), given);
}

/** Only the new text is known. */
export function retyped(before: string, after: string): readonly string[] {
  const given = marked(before);
  const plan = given.turns.map((turn) => editTurn(turn, editsBetween(turn.text, after)));
  return shown(layTurns(given.turns, plan), given);
}
