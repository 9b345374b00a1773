import type { MeaningUnitId, TurnId } from '../../../shared/domain/ids.ts';
import { anchor, type AnchoredSpan, type Span } from '../../../shared/domain/span.ts';
import { textAfterCuts, type Cut } from '../../../shared/text/cuts.ts';
import { turnRows } from './corrections.ts';
import { idList, type WritableProject } from '../handle.ts';
import { editTurns } from '../privacy/pseudonymising.ts';
import { spansOfUnits, writeSpans } from '../spans.ts';

export type CutsByTurn = ReadonlyMap<TurnId, readonly Cut[]>;

interface Doubt {
  readonly id: MeaningUnitId;
  readonly reason: string | null;
  readonly oldWords: readonly string[];
}

const ofUnits = 'IN (SELECT value FROM json_each(:ids))';

function doubtsOf(project: WritableProject, ids: string): readonly Doubt[] {
  const rows = project.all<{ id: string; unitId: MeaningUnitId }>(
    `SELECT id, unit_id AS unitId FROM review_spans WHERE unit_id ${ofUnits}`,
    { ids },
  );
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
  return project
    .all<Omit<Doubt, 'oldWords'>>(
      `SELECT id, review_reason AS reason FROM meaning_units WHERE id ${ofUnits}`,
      { ids },
    )
    .map((unit) => ({
      ...unit,
      oldWords: (byUnit.get(unit.id) ?? []).map(({ id }) => id),
    }));
}

/** What of each unit was in doubt before, and nothing that the correction has made of it. */
function restoreDoubts(project: WritableProject, doubts: readonly Doubt[]): void {
  for (const { id, reason, oldWords } of doubts) {
    project.run('UPDATE meaning_units SET review_reason = :reason WHERE id = :id', {
      id,
      reason,
    });
    project.run(
      `DELETE FROM review_spans WHERE unit_id = :id AND id NOT ${ofUnits.replace(':ids', ':kept')}`,
      { id, kept: idList(oldWords) },
    );
  }
}

/**
 * Writes cuts into turns. The units named get exactly the spans that are given for those turns, and none of them comes
 * to be in doubt or ceases to be; every other unit follows by the rules of a correction. Answers the units that could
 * not be given their spans, since the text came out other than it was laid: they followed as the others.
 */
export function correctQuietly(
  project: WritableProject,
  cuts: CutsByTurn,
  spansOf: ReadonlyMap<MeaningUnitId, readonly Span[]>,
): void {
  const ids = idList([...spansOf.keys()]);
  const before = turnRows(project, [...cuts.keys()]);
  const doubts = doubtsOf(project, ids);
  project.run(`UPDATE meaning_units SET review_reason = NULL WHERE id ${ofUnits}`, {
    ids,
  });
  editTurns(project, before, ({ id }) => cuts.get(id) ?? []);
  const texts = new Map(
    turnRows(project, [...cuts.keys()]).map(({ id, text }) => [id, text]),
  );
  const isAsLaid = before.every(
    ({ id, text }) => texts.get(id) === textAfterCuts(text, cuts.get(id) ?? []),
  );
  if (!isAsLaid) return;
  restoreDoubts(project, doubts);
  const now = spansOfUnits(project, [...spansOf.keys()]);
  for (const [unitId, given] of spansOf) {
    const elsewhere = (now.get(unitId) ?? []).filter(({ turnId }) => !cuts.has(turnId));
    const here = given.map((span): AnchoredSpan => anchor(span, texts.get(span.turnId)!));
    if (elsewhere.length + here.length > 0)
      writeSpans(project, unitId, [
        ...elsewhere.map(({ turnId, start, end, text, before: left, after }) => ({
          turnId,
          start,
          end,
          text,
          before: left,
          after,
        })),
        ...here,
      ]);
  }
}
