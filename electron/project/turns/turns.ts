import { generateKeyBetween } from 'fractional-indexing';

import type { Api, Output } from '../../../shared/api.ts';
import type { ParsedOf } from '../../../shared/contract.ts';
import type { TurnId } from '../../../shared/domain/ids.ts';
import type { CorrectedUnits } from '../../../shared/domain/review.ts';
import { enteredText } from '../../../shared/domain/text.ts';
import { Refusal } from '../../../shared/errors.ts';
import {
  editTurn,
  mergeTurns,
  moveText,
  splitTurn,
  withoutTurns,
} from '../../../shared/text/correctTurns.ts';
import { editsBetween } from '../../../shared/text/editsBetween.ts';
import { areInOrder } from '../../../shared/text/textEdit.ts';
import { labelAfter, lowestLabel } from '../../../shared/text/turnLabels.ts';
import { typed, type PlannedTurn } from '../../../shared/text/turnPieces.ts';
import { copyApart, gatherBorders } from '../questions/bordersKept.ts';
import { correctTurns, turnRows, turnsInOrder, type TurnRow } from './corrections.ts';
import { endAfter } from './turnTimes.ts';
import { newId, type ReadableProject, type WritableProject } from '../handle.ts';
import { rowThatIsThere } from '../rows.ts';
import { speakerIn } from '../people/speakers.ts';
import { noteOfMerge, noteOfSplit } from './turnNotes.ts';

function turnRow(project: ReadableProject, id: TurnId): TurnRow {
  const [turn] = turnRows(project, [id]);
  if (!turn) throw new Refusal('gone');
  return turn;
}

/** All of them, in the order of the text, in one transcript. */
function turnsOfOne(
  project: ReadableProject,
  ids: readonly TurnId[],
): readonly TurnRow[] {
  const turns = turnRows(project, ids);
  if (turns.length < new Set(ids).size) throw new Refusal('gone');
  if (new Set(turns.map((turn) => turn.transcriptId)).size > 1)
    throw new Refusal('turn.transcripts');
  return turns;
}

const outside = (turn: TurnRow) =>
  new Refusal('span.outside', { turn: turn.label }, { where: turn.label });

/** Changes the words of a turn; its meaning units go with them. */
export function correctTurn(
  project: WritableProject,
  input: ParsedOf<Api['turns.correct']>,
): CorrectedUnits {
  const turn = turnRow(project, input.turnId);
  const edits =
    'edits' in input ? input.edits : editsBetween(turn.text, enteredText(input.text));
  if (!areInOrder(turn.text, edits)) throw outside(turn);
  project.describe({ turn: turn.label, transcripts: turn.transcriptId });
  return correctTurns(project, { before: [turn], plan: [editTurn(turn, edits)] });
}

type Typed = ParsedOf<Api['turns.split']>['typed'];

/** Saves what is typed in a turn, as the first part of a step that then does something with the turn. */
function saveTyped(project: WritableProject, draft: Typed): CorrectedUnits {
  return draft ? correctTurn(project, draft) : { changed: [], inDoubt: [] };
}

const both = (first: CorrectedUnits, then: CorrectedUnits): CorrectedUnits => ({
  changed: [...new Set([...first.changed, ...then.changed])],
  inDoubt: [...new Set([...first.inDoubt, ...then.inDoubt])],
});

interface NewPlace {
  readonly order: readonly TurnRow[];
  /** -1: before all of them. */
  readonly index: number;
}

/** The position and the label of a turn that comes after another. */
function placeAfter({ order, index }: NewPlace): Pick<TurnRow, 'position' | 'label'> {
  const used = new Set(order.map((turn) => turn.label));
  const before = order[index];
  return {
    position: generateKeyBetween(
      before?.position ?? null,
      order[index + 1]?.position ?? null,
    ),
    // A missed turn before the first is r0.
    label: before
      ? labelAfter(before.label, used)
      : used.has('r0')
        ? labelAfter('r0', used)
        : 'r0',
  };
}

const hasNoWords = ({ pieces }: PlannedTurn) =>
  pieces.every((piece) => piece.kind === 'kept' && piece.start >= piece.end);

/** The turn in two; the second half has the times' end, a label of its own, and the given speaker or the same. */
export function splitTurnInTwo(
  project: WritableProject,
  input: ParsedOf<Api['turns.split']>,
): Output<'turns.split'> {
  const before = saveTyped(project, input.typed);
  const turn = turnRow(project, input.turnId);
  if (input.at > turn.text.length) throw outside(turn);
  const id = newId<TurnId>();
  const halves = splitTurn(turn, input.at, id);
  if (halves.some(hasNoWords))
    throw new Refusal('turn.splitEmpty', { turn: turn.label }, { where: turn.label });
  const order = turnsInOrder(project, turn.transcriptId);
  const index = order.findIndex((other) => other.id === turn.id);
  const { transcriptId, endMs } = turn;
  const speakerId = input.speaker
    ? speakerIn(project, transcriptId, input.speaker)
    : turn.speakerId;
  const place = placeAfter({ order, index });
  project.describe({ turn: turn.label, transcripts: transcriptId });
  const units = correctTurns(project, {
    before: [turn],
    plan: halves,
    fresh: [{ id, transcriptId, speakerId, ...place, startMs: null, endMs }],
  });
  project.run('UPDATE turns SET end_ms = NULL WHERE id = :id', { id: turn.id });
  noteOfSplit(project, turn.id, id);
  copyApart(project, turn.id, id);
  return { ...both(before, units), id };
}

/** Turns that stand together as one: the first with the lowest label, from its start to the last one's end. Set aside only if all of them were. */
export function mergeTurnsToOne(
  project: WritableProject,
  input: ParsedOf<Api['turns.merge']>,
): CorrectedUnits {
  const before = saveTyped(project, input.typed);
  const turns = turnsOfOne(project, input.turnIds);
  const [first, last] = [turns[0]!, turns.at(-1)!];
  if (turns.length < 2) throw new Refusal('turn.notTogether');
  const order = turnsInOrder(project, first.transcriptId);
  const from = order.findIndex((turn) => turn.id === first.id);
  if (order[from + turns.length - 1]?.id !== last.id)
    throw new Refusal('turn.notTogether');
  noteOfMerge(
    project,
    turns.map((turn) => turn.id),
  );
  const label = lowestLabel(turns.map((turn) => turn.label));
  project.describe({ turn: label, count: turns.length, transcripts: first.transcriptId });
  gatherBorders(
    project,
    turns.map(({ id }) => id),
  );
  const units = correctTurns(project, {
    before: turns,
    plan: [mergeTurns(turns, first.speakerId === null ? '\n' : ' ')],
  });
  project.run('UPDATE turns SET label = :label, end_ms = :endMs WHERE id = :id', {
    id: first.id,
    label,
    endMs: endAfter(first.startMs, last.endMs),
  });
  return both(before, units);
}

/** Takes words from a turn to another of the same transcript; their units go with them. */
export function moveWords(
  project: WritableProject,
  input: ParsedOf<Api['turns.moveText']>,
): CorrectedUnits {
  if (input.from.turnId === input.to.turnId) throw new Refusal('turn.sameTurn');
  const before = saveTyped(project, input.typed);
  const turns = turnsOfOne(project, [input.from.turnId, input.to.turnId]);
  const from = turns.find((turn) => turn.id === input.from.turnId)!;
  const to = turns.find((turn) => turn.id === input.to.turnId)!;
  if (input.from.end > from.text.length) throw outside(from);
  if (input.to.at > to.text.length) throw outside(to);
  if (from.text.slice(input.from.start, input.from.end).trim() === '')
    throw new Refusal('span.empty');
  project.describe({ turn: from.label, to: to.label, transcripts: from.transcriptId });
  const plan = moveText({ from, words: input.from, to, at: input.to.at });
  const units = correctTurns(project, {
    before: turns,
    plan: turns[0] === from ? plan : plan.toReversed(),
  });
  return both(before, units);
}

/** Says that somebody else spoke; what was noted of their words in the review list is that person's too. */
export function changeSpeaker(
  project: WritableProject,
  input: ParsedOf<Api['turns.changeSpeaker']>,
): CorrectedUnits {
  const before = saveTyped(project, input.typed);
  const turns = turnsOfOne(project, input.turnIds);
  const speakerId = speakerIn(project, turns[0]!.transcriptId, input.speaker);
  for (const { id } of turns)
    for (const [table, column] of [
      ['turns', 'id'],
      ['review_spans', 'turn_id'],
    ] as const)
      project.run(`UPDATE ${table} SET speaker_id = :speakerId WHERE ${column} = :id`, {
        speakerId,
        id,
      });
  project.describe({
    turn: turns[0]!.label,
    count: turns.length,
    transcripts: turns[0]!.transcriptId,
  });
  return before;
}

/** Takes turns away; units that lose all their words wait in the review list. A transcript keeps one turn at least. */
export function removeTurns(
  project: WritableProject,
  input: ParsedOf<Api['turns.remove']>,
): CorrectedUnits {
  const turns = turnsOfOne(project, input.turnIds);
  const removed = new Set(turns.map((turn) => turn.id));
  const order = turnsInOrder(project, turns[0]!.transcriptId);
  const left = order.filter((turn) => !removed.has(turn.id));
  if (left.length === 0) throw new Refusal('turn.last');
  project.describe({
    turn: turns[0]!.label,
    count: turns.length,
    transcripts: turns[0]!.transcriptId,
  });
  return correctTurns(project, withoutTurns(order, removed));
}

/** Puts in a turn that was missed. */
export function insertTurn(
  project: WritableProject,
  input: ParsedOf<Api['turns.insert']>,
): Output<'turns.insert'> {
  const { transcriptId, after } = input;
  rowThatIsThere(project, 'SELECT 1 FROM transcripts WHERE id = :transcriptId', {
    transcriptId,
  });
  const order = turnsInOrder(project, transcriptId);
  const index = after === null ? -1 : order.findIndex(({ id }) => id === after);
  if (after !== null && index < 0) throw new Refusal('gone');
  const text = enteredText(input.text).trim();
  if (text === '') throw new Refusal('turn.noWords');
  const id = newId<TurnId>();
  const place = placeAfter({ order, index });
  const speakerId = speakerIn(project, transcriptId, input.speaker);
  correctTurns(project, {
    before: [],
    plan: [{ id, pieces: [typed(text)] }],
    fresh: [{ id, transcriptId, speakerId, ...place, startMs: null, endMs: null }],
  });
  project.describe({ turn: place.label, transcripts: transcriptId });
  return { id };
}
