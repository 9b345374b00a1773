import type { MeaningUnitId, TranscriptId, TurnId } from '../../shared/domain/ids.ts';
import { anchor, type AnchoredSpan, type Span } from '../../shared/domain/span.ts';
import { unitText } from '../../shared/domain/meaningUnit.ts';
import { Refusal } from '../../shared/errors.ts';
import { isGraphemeBorder } from '../../shared/text/graphemes.ts';
import { idList, newId, type ReadableProject, type WritableProject } from './handle.ts';

export interface TurnOfSpans {
  readonly id: TurnId;
  readonly transcript_id: TranscriptId;
  readonly label: string;
  readonly position: string;
  readonly text: string;
}

export interface PlacedSpan extends AnchoredSpan {
  readonly transcriptId: TranscriptId;
}

/** The turns that these spans are in; one that is gone is not among them. */
export function turnsOfSpans(
  project: ReadableProject,
  given: readonly Span[],
): ReadonlyMap<TurnId, TurnOfSpans> {
  const ids = [...new Set(given.map(({ turnId }) => turnId))];
  return new Map(
    project
      .all<TurnOfSpans>(
        `SELECT id, transcript_id, label, position, text FROM turns
         WHERE id IN (SELECT value FROM json_each(:ids))`,
        { ids: idList(ids) },
      )
      .map((turn) => [turn.id, turn]),
  );
}

/** The spans in the order of the text, trimmed of white space, with spans that touch or overlap made one. */
export function placeSpans(
  project: ReadableProject,
  given: readonly Span[],
): readonly PlacedSpan[] {
  return placeIn(turnsOfSpans(project, given), given);
}

/** As `placeSpans`, in turns that have been read. */
export function placeIn(
  turns: ReadonlyMap<TurnId, TurnOfSpans>,
  given: readonly Span[],
): readonly PlacedSpan[] {
  const placed = given.flatMap((span) => {
    const turn = turns.get(span.turnId);
    if (!turn) throw new Refusal('gone');
    const trimmed = trim(span, turn);
    return trimmed ? [{ ...trimmed, turn }] : [];
  });
  if (placed.length === 0) throw new Refusal('span.empty');
  if (new Set(placed.map(({ turn }) => turn.transcript_id)).size > 1)
    throw new Refusal('span.transcripts');
  placed.sort((a, b) =>
    a.turn === b.turn ? a.start - b.start : a.turn.position < b.turn.position ? -1 : 1,
  );
  const joined: typeof placed = [];
  for (const span of placed) {
    const last = joined.at(-1);
    if (
      last &&
      last.turn === span.turn &&
      isBlank(span.turn.text.slice(last.end, span.start))
    ) {
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    } else joined.push(span);
  }
  return joined.map(({ turn, ...span }) => ({
    ...anchor(span, turn.text),
    transcriptId: turn.transcript_id,
  }));
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function trim(span: Span, turn: TurnOfSpans): Span | null {
  const place = { turn: turn.label };
  if (span.end > turn.text.length)
    throw new Refusal('span.outside', place, { where: turn.label });
  const words = turn.text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  const end = span.end - (words.length - words.trimEnd().length);
  if (start >= end) return null;
  if (!isGraphemeBorder(turn.text, start) || !isGraphemeBorder(turn.text, end)) {
    throw new Refusal('span.splits', place, { where: turn.label });
  }
  return { turnId: span.turnId, start, end };
}

/** Gives a unit exactly these spans; spans that stay keep their rows, so that a step logs only what moved. */
export function writeSpans(
  project: WritableProject,
  unitId: MeaningUnitId,
  spans: readonly AnchoredSpan[],
): void {
  const key = (span: Span) => `${span.turnId} ${span.start} ${span.end}`;
  const wanted = new Map(spans.map((span) => [key(span), span]));
  for (const row of project.all<Span & { id: string }>(
    'SELECT id, turn_id AS turnId, start, "end" FROM spans WHERE unit_id = :unitId',
    { unitId },
  )) {
    if (!wanted.delete(key(row)))
      project.run('DELETE FROM spans WHERE id = :id', { id: row.id });
  }
  for (const span of wanted.values()) {
    project.run(
      `INSERT INTO spans (id, unit_id, turn_id, start, "end", text, before, after)
       VALUES (:id, :unitId, :turnId, :start, :end, :text, :before, :after)`,
      { id: newId(), unitId, ...span },
    );
  }
}

export interface SpanRow extends AnchoredSpan {
  readonly unitId: MeaningUnitId;
  readonly turnLabel: string;
  /** The turn that is said after this span's turn. */
  readonly nextTurnId: TurnId | null;
  readonly speaker: string | null;
}

/** The spans of these units in the order of the text, with what is needed to join and name them. */
export function spansOfUnits(
  project: ReadableProject,
  unitIds: readonly MeaningUnitId[],
): ReadonlyMap<MeaningUnitId, readonly SpanRow[]> {
  const byUnit = new Map<MeaningUnitId, SpanRow[]>();
  const rows = project.all<SpanRow>(
    `SELECT spans.unit_id AS unitId, spans.turn_id AS turnId, spans.start, spans."end", spans.text,
       spans.before, spans.after, turns.label AS turnLabel, speakers.label AS speaker,
       (SELECT later.id FROM turns AS later WHERE later.transcript_id = turns.transcript_id
         AND later.position > turns.position ORDER BY later.position LIMIT 1) AS nextTurnId
     FROM spans JOIN turns ON turns.id = spans.turn_id LEFT JOIN speakers ON speakers.id = turns.speaker_id
     WHERE spans.unit_id IN (SELECT value FROM json_each(:ids))
     ORDER BY turns.position, spans.start`,
    { ids: idList(unitIds) },
  );
  for (const row of rows) {
    const list = byUnit.get(row.unitId);
    if (list) list.push(row);
    else byUnit.set(row.unitId, [row]);
  }
  return byUnit;
}

/** Whether nothing was said between the two. */
export function followsOn(span: SpanRow, before: SpanRow | undefined): boolean {
  return (
    before !== undefined &&
    before.nextTurnId === span.turnId &&
    isBlank(before.after) &&
    isBlank(span.before)
  );
}

/** The words of a unit as the analyst reads them. */
export function textOfSpans(spans: readonly SpanRow[]): string {
  return unitText(
    spans.map((span, index) => ({
      text: span.text,
      followsOn: followsOn(span, spans[index - 1]),
    })),
  );
}
