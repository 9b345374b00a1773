import type {
  MeaningUnitId,
  SpeakerId,
  TranscriptId,
  TurnId,
} from '../../../shared/domain/ids.ts';
import type { CorrectedUnits } from '../../../shared/domain/review.ts';
import { anchor, type AnchoredSpan, type Span } from '../../../shared/domain/span.ts';
import {
  isForReview,
  reanchor,
  type Reanchored,
  type Verdict,
} from '../../../shared/text/reanchor.ts';
import { atOnce, layingTurns, type TurnLayout } from '../../../shared/text/turnLayout.ts';
import type { PlannedTurn } from '../../../shared/text/turnPieces.ts';
import { passBordersOn } from '../questions/bordersKept.ts';
import { idList, newId, type ReadableProject, type WritableProject } from '../handle.ts';
import { keepOldWords, settleRestored } from '../privacy/oldWords.ts';

/** A turn as the file holds it. */
export interface TurnRow {
  readonly id: TurnId;
  readonly transcriptId: TranscriptId;
  readonly speakerId: SpeakerId | null;
  readonly position: string;
  readonly label: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly text: string;
}

const turnColumns = `id, transcript_id AS transcriptId, speaker_id AS speakerId, position, label,
  start_ms AS startMs, end_ms AS endMs, text`;

/** The turns with these ids in the order of the text; those that are gone are left out. */
export function turnRows(
  project: ReadableProject,
  ids: readonly TurnId[],
): readonly TurnRow[] {
  return project.all<TurnRow>(
    `SELECT ${turnColumns} FROM turns WHERE id IN (SELECT value FROM json_each(:ids))
     ORDER BY transcript_id, position`,
    { ids: idList(ids) },
  );
}

/** All turns of a transcript, in the order of the text. */
export function turnsInOrder(
  project: ReadableProject,
  transcriptId: TranscriptId,
): readonly TurnRow[] {
  return project.all<TurnRow>(
    `SELECT ${turnColumns} FROM turns WHERE transcript_id = :id ORDER BY position`,
    { id: transcriptId },
  );
}

export interface Correction {
  /** Every turn that the plan takes words from or leaves out, in the order of the text. */
  readonly before: readonly TurnRow[];
  /** A turn of `before` that is not planned is taken away. */
  readonly plan: readonly PlannedTurn[];
  /** What a planned turn shall be that is not there yet. */
  readonly fresh?: readonly Omit<TurnRow, 'text'>[];
}

interface SpanRow extends AnchoredSpan {
  readonly id: string;
  readonly unitId: MeaningUnitId;
  readonly isInDoubt: number;
}

/** All spans of the units that have words in these turns, those in other turns too. */
function spansOfTouched(
  project: ReadableProject,
  before: readonly TurnRow[],
): ReadonlyMap<MeaningUnitId, readonly SpanRow[]> {
  const rows = project.all<SpanRow>(
    `SELECT spans.id, unit_id AS unitId, turn_id AS turnId, start, "end", text, before, after,
       review_reason IS NOT NULL AS isInDoubt
     FROM spans JOIN meaning_units ON meaning_units.id = spans.unit_id
     WHERE unit_id IN (SELECT unit_id FROM spans WHERE turn_id IN (SELECT value FROM json_each(:ids)))
     ORDER BY unit_id, turn_id, start`,
    { ids: idList(before.map((turn) => turn.id)) },
  );
  return Map.groupBy(rows, (row) => row.unitId);
}

/** What the unit holds from now on: its words, or an empty span where they were. `texts` are those of the turns that the correction touches. */
function anchored(
  { now, rows }: Judged,
  texts: ReadonlyMap<TurnId, string>,
): readonly AnchoredSpan[] {
  const place: readonly Span[] = now.place
    ? [{ turnId: now.place.turnId, start: now.place.offset, end: now.place.offset }]
    : [];
  return [...now.spans, ...place].map((span) => {
    const text = texts.get(span.turnId);
    return text === undefined
      ? rows.find((row) => isWhere(row, span))!
      : anchor(span, text);
  });
}

const isWhere = (a: Span, b: Span) =>
  a.turnId === b.turnId && a.start === b.start && a.end === b.end;

/** Gives the unit these spans with as few rows written as it takes: rows that stay where they are keep their identity, then the others. */
function moveSpans(
  project: WritableProject,
  unitId: MeaningUnitId,
  change: { readonly rows: readonly SpanRow[]; readonly spans: readonly AnchoredSpan[] },
): void {
  const left = [...change.rows];
  const take = (fits: (row: SpanRow) => boolean) => {
    const index = left.findIndex(fits);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  const pairs = change.spans.map((span) => ({
    span,
    row: take((row) => isWhere(row, span)),
  }));
  for (const { span, row } of pairs) {
    const id = (row ?? take(() => true))?.id;
    const params = { id: id ?? newId<string>(), unitId, ...span };
    if (id !== undefined)
      project.run(
        `UPDATE spans SET turn_id = :turnId, start = :start, "end" = :end, text = :text,
           before = :before, after = :after WHERE id = :id AND unit_id = :unitId`,
        params,
      );
    else
      project.run(
        `INSERT INTO spans (id, unit_id, turn_id, start, "end", text, before, after)
         VALUES (:id, :unitId, :turnId, :start, :end, :text, :before, :after)`,
        params,
      );
  }
  for (const { id } of left) project.run('DELETE FROM spans WHERE id = :id', { id });
}

function writeTurns(
  project: WritableProject,
  layout: TurnLayout,
  { before, fresh = [] }: Correction,
): void {
  const known = new Map(before.map((turn) => [turn.id, turn.text]));
  const unknown = new Map(fresh.map((turn) => [turn.id, turn]));
  for (const { id, text } of layout.after) {
    const facts = unknown.get(id);
    if (facts)
      project.run(
        `INSERT INTO turns (id, transcript_id, speaker_id, position, label, start_ms, end_ms, text)
         VALUES (:id, :transcriptId, :speakerId, :position, :label, :startMs, :endMs, :text)`,
        { ...facts, text },
      );
    else if (known.get(id) !== text)
      project.run('UPDATE turns SET text = :text WHERE id = :id', { id, text });
  }
}

function removeTurns(
  project: WritableProject,
  layout: TurnLayout,
  { before }: Correction,
): void {
  const staying = new Set(layout.after.map(({ id }) => id));
  const removed = before.map(({ id }) => id).filter((id) => !staying.has(id));
  passBordersOn(project, removed);
  for (const id of removed) project.run('DELETE FROM turns WHERE id = :id', { id });
}

interface Judged {
  readonly unitId: MeaningUnitId;
  readonly rows: readonly SpanRow[];
  readonly now: Reanchored;
}

/** Words that were gone before are not gone by this correction. */
const isChanged = ({ now, rows }: Judged) =>
  now.verdict !== 'kept' && rows.some(({ start, end }) => end > start);

const isDoubtful = ({ now: { verdict } }: Judged) => isForReview(verdict);

const newlyInDoubt = (units: readonly Judged[]) =>
  units.filter((unit) => isChanged(unit) && isDoubtful(unit) && !unit.rows[0]!.isInDoubt);

/** Marks the units whose words are in doubt or gone. */
function noteDoubts(project: WritableProject, units: readonly Judged[]): void {
  const doubtful = units.filter((unit) => isChanged(unit) && isDoubtful(unit));
  for (const { unitId, now } of doubtful) {
    project.run('UPDATE meaning_units SET review_reason = :reason WHERE id = :unitId', {
      unitId,
      reason: now.verdict === 'gone' ? 'gone' : 'edited',
    });
  }
}

/** The turns of a correction as they will be, and what becomes of the units that have words in them. */
export interface Judgement {
  readonly layout: TurnLayout;
  readonly units: readonly Judged[];
}

/** Judges a correction, and stops after each turn and unit: one of thousands of places takes seconds. Nothing is written. */
export function* judging(
  project: ReadableProject,
  { before, plan }: Correction,
): Generator<undefined, Judgement> {
  const layout = yield* layingTurns(before, plan);
  const units: Judged[] = [];
  for (const [unitId, rows] of spansOfTouched(project, before)) {
    units.push({ unitId, rows, now: reanchor(layout, rows) });
    yield;
  }
  return { layout, units };
}

const judge = (project: ReadableProject, correction: Correction): Judgement =>
  atOnce(judging(project, correction));

const changedOf = (units: readonly Judged[]) =>
  units.filter(isChanged).map(({ unitId }) => unitId);

/** What `correctTurns` would answer. */
export function foresee(
  project: ReadableProject,
  correction: Correction,
): CorrectedUnits {
  const { units } = judge(project, correction);
  return {
    changed: changedOf(units),
    inDoubt: newlyInDoubt(units).map(({ unitId }) => unitId),
  };
}

/** How many of the units that have words in these turns would come to which verdict; nothing is written. */
export function fatesOf(
  project: ReadableProject,
  correction: Correction,
): Readonly<Record<Verdict, number>> {
  const fates = { kept: 0, changedInside: 0, borderMoved: 0, inDoubt: 0, gone: 0 };
  for (const { now } of judge(project, correction).units) fates[now.verdict] += 1;
  return fates;
}

/**
 * Writes a correction of turns and takes the meaning units with it by the rules of `reanchor`. Units in doubt go to
 * the review list with their words as they were; no unit is ever deleted. At least one turn must be planned. What has
 * been judged already must be of the project as it still is.
 */
export function correctTurns(
  project: WritableProject,
  correction: Correction,
  judged?: Judgement,
): CorrectedUnits {
  const { layout, units } = judged ?? judge(project, correction);
  const inDoubt = newlyInDoubt(units).map(({ unitId }) => unitId);
  noteDoubts(project, units);
  keepOldWords(project, inDoubt);
  writeTurns(project, layout, correction);
  const texts = new Map(layout.after.map(({ id, text }) => [id, text]));
  for (const unit of units)
    moveSpans(project, unit.unitId, { rows: unit.rows, spans: anchored(unit, texts) });
  removeTurns(project, layout, correction);
  settleRestored(
    project,
    units.filter(({ rows }) => rows[0]!.isInDoubt).map(({ unitId }) => unitId),
  );
  return { changed: changedOf(units), inDoubt };
}
