import type { Api, Output } from '../../shared/api.ts';
import type { ParsedOf } from '../../shared/contract.ts';
import { unitText } from '../../shared/domain/meaningUnit.ts';
import type { Review } from '../../shared/domain/review.ts';
import { Refusal } from '../../shared/errors.ts';
import type { ReadableProject, WritableProject } from './handle.ts';
import { describeUnits } from './meaningUnits.ts';
import { oldWordsOf, settleUnit } from './oldWords.ts';
import { rowThatIsThere } from './rows.ts';
import { spansOfUnits, textOfSpans } from './spans.ts';

type ReviewRow = Pick<
  Review,
  'unitId' | 'number' | 'transcriptId' | 'transcriptName' | 'reason'
>;

/** Active units in doubt, in the order of the text. */
export function reviews(project: ReadableProject): readonly Review[] {
  const rows = project.all<ReviewRow>(
    `SELECT units.id AS unitId, units.number, units.transcript_id AS transcriptId,
       transcripts.name AS transcriptName, units.review_reason AS reason
     FROM meaning_units AS units JOIN transcripts ON transcripts.id = units.transcript_id
     JOIN spans ON spans.unit_id = units.id JOIN turns ON turns.id = spans.turn_id
     WHERE units.review_reason IS NOT NULL AND units.status = 'active'
     GROUP BY units.id
     ORDER BY transcripts.position, min(turns.position || ' ' || substr('00000000' || spans.start, -8)), units.number`,
  );
  const unitIds = rows.map((row) => row.unitId);
  const spans = spansOfUnits(project, unitIds);
  const old = oldWordsOf(project, unitIds);
  return rows.map((row) => {
    const now = spans.get(row.unitId)!;
    const was = old.get(row.unitId) ?? [];
    return {
      ...row,
      was: {
        turnLabel: was[0]?.turnLabel ?? '',
        text: unitText(
          was.map((span) => ({ text: span.text, followsOn: span.followsOn === 1 })),
        ),
        before: was[0]?.before ?? '',
        after: was.at(-1)?.after ?? '',
      },
      now: {
        turnId: now[0]!.turnId,
        turnLabel: now[0]!.turnLabel,
        start: now[0]!.start,
        text: textOfSpans(now),
        before: now[0]!.before,
        after: now.at(-1)!.after,
      },
    };
  });
}

/** Units are right as they stand; refuses one whose words are gone, since there is nothing to accept. */
export function acceptReviews(
  project: WritableProject,
  input: ParsedOf<Api['reviews.accept']>,
): Output<'reviews.accept'> {
  for (const unitId of input.unitIds) {
    const { number, words } = rowThatIsThere<{ number: number; words: number }>(
      project,
      `SELECT number, (SELECT count(*) FROM spans WHERE unit_id = meaning_units.id AND "end" > start) AS words
       FROM meaning_units WHERE id = :unitId`,
      { unitId },
    );
    if (words === 0) throw new Refusal('review.noWords', { unit: number });
    settleUnit(project, unitId);
  }
  describeUnits(project, input.unitIds);
}
